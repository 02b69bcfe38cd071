"""What htmx must not break: history, focus, reload, and the way back."""

import re

from playwright.sync_api import expect

from tests.browser.journey import MARATHON_CALF, answer, page_slug, start, walk


def test_a_step_moves_the_focus_to_the_new_heading(page, site, messages):
    start(page, site)
    answer(page, set())
    expect(page.locator("h1")).to_be_focused()
    expect(page).to_have_title(re.compile(re.escape(page.locator("h1").inner_text())))
    assert messages == []


def test_back_forward_and_reload_keep_every_answer(page, site):
    start(page, site)
    answer(page, set())
    answer(page, set())
    assert page_slug(page) == "where"
    page.locator("input[value=calf]").check()
    page.locator(".button--continue").click()
    page.wait_for_url(re.compile("about-you"))
    page.go_back()
    page.wait_for_url(re.compile("/where/"))
    expect(page.locator("input[value=calf]")).to_be_checked()
    page.go_forward()
    expect(page.locator("h1")).to_contain_text("How old are you")
    page.wait_for_load_state("networkidle")
    page.reload()
    expect(page.locator("h1")).to_contain_text("How old are you")


def test_an_empty_answer_gets_an_error_summary_that_leads_to_the_field(page, site):
    start(page, site)
    answer(page, set())
    answer(page, set())
    page.locator(".button--continue").click()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(page).to_have_title(re.compile("^Error:"))
    summary.get_by_role("link").first.click()
    expect(page.locator("#main .options input").first).to_be_focused()


def test_nothing_is_lost_when_the_network_drops(page, site, context):
    start(page, site)
    answer(page, set())
    answer(page, set())
    page.locator("input[value=calf]").check()
    context.set_offline(True)
    page.locator(".button--continue").click()
    expect(page.locator(".check-message")).to_contain_text("No connection")
    expect(page.locator("input[value=calf]")).to_be_checked()
    button = page.locator(".button--continue").bounding_box()
    message = page.locator(".check-message").bounding_box()
    assert message["y"] + message["height"] <= button["y"]
    context.set_offline(False)
    expect(page.locator(".check-message")).to_be_hidden()
    page.locator(".button--continue").click()
    page.wait_for_url(re.compile("about-you"))


def test_doubt_on_a_safety_screen_is_asked_one_by_one(page, site):
    start(page, site)
    page.locator("button[name=unsure]").first.click()
    marks = page.locator("fieldset.mark")
    expect(marks.first).to_be_visible()
    marks.nth(6).locator("input[value=not-sure]").check()
    page.locator("button[name=rest]").click()
    expect(page.locator("h1")).to_contain_text("emergency department")


HIT = """() => [...document.querySelectorAll('.mark__row')].slice(0, 1).flatMap((row) =>
  [...row.querySelectorAll('label')].map((label) => {
    const box = label.getBoundingClientRect();
    const hit = [[2, 2], [11, 11], [box.width / 2, box.height / 2], [box.width - 3, box.height - 3]]
      .map(([x, y]) => document.elementFromPoint(box.left + x, box.top + y))
      .map((e) => e.id || e.htmlFor);
    return hit.every((id) => id === label.htmlFor) ? '' : `${label.htmlFor}: ${hit}`;
  }).filter(Boolean))"""


def test_a_tap_anywhere_on_yes_says_yes(page, site):
    start(page, site)
    page.locator("button[name=unsure]").first.click()
    page.locator("fieldset.mark").first.wait_for()
    page.wait_for_function("scrollY === 0")
    assert page.evaluate(HIT) == []


def test_the_calendar_file_can_be_had_twice(page, site):
    walk(page, site, MARATHON_CALF | {"no-strength-work"})
    page.goto(re.sub(r"report/$", "calendar/", page.url))
    if not page.locator("form .days").count():
        return
    for _ in range(2):
        with page.expect_download():
            page.get_by_role("button", name="Get the calendar file").click()


def test_a_form_is_not_sent_into_a_dead_network(page, site, context):
    walk(page, site, MARATHON_CALF)
    page.goto(re.sub(r"report/$", "distances/", page.url))
    page.locator("#id_longest").fill("18")
    context.set_offline(True)
    page.locator("#main form .button").click()
    expect(page.locator(".check-message")).to_contain_text("No connection")
    expect(page.locator("#id_longest")).to_have_value("18")
    context.set_offline(False)
    page.locator("#main form .button").click()
    page.wait_for_url(re.compile("/report/"))


def test_a_changed_answer_comes_back_to_the_review(page, site):
    walk(page, site, MARATHON_CALF)
    page.get_by_role("link", name="See or change the answers").first.click()
    page.wait_for_url(re.compile("/review/"))
    page.locator("#main a[href*='/q/how-bad/']").first.click()
    page.wait_for_url(re.compile("/how-bad/"))
    page.locator("input[value=can-run-on]").check()
    page.locator(".button--continue").click()
    page.wait_for_url(re.compile("/review/"))
    expect(page.locator("#main")).to_contain_text("I can run on")


def test_deleting_leaves_nothing_to_reopen(page, site):
    walk(page, site, MARATHON_CALF)
    report = page.url
    page.get_by_role("link", name=re.compile("[Dd]elete")).first.click()
    page.get_by_role("button", name=re.compile("[Dd]elete")).click()
    page.wait_for_url(re.compile(r"/check/\?deleted"))
    assert page.goto(report).status == 404


def test_storage_and_cookies_hold_no_answers(page, site, context):
    walk(page, site, MARATHON_CALF)
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "calf" not in stored
    assert {cookie["name"] for cookie in context.cookies()} <= {"csrftoken"}


def test_the_whole_check_by_keyboard_alone(page, site):
    """Tab to every control, space to tick, Enter to go on; no mouse."""
    page.goto(f"{site}/check/")
    press_until(page, "document.activeElement.matches('form button')")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/q/"))
    for _ in range(40):
        if not page_slug(page):
            break
        before = page.url
        answer_by_keyboard(page)
        page.wait_for_url(lambda url, before=before: url != before)
    expect(page).to_have_url(re.compile("/report/"))
    expect(page.locator(".care")).to_have_class(re.compile("care--self-care"))


def press_until(page, condition, key="Tab", limit=120):
    for _ in range(limit):
        if page.evaluate(condition):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{condition} was never reached with {key} on {page.url}")


def answer_by_keyboard(page):
    wanted = sorted(MARATHON_CALF)
    values = page.locator("#main .options input").evaluate_all(
        "(inputs, wanted) => inputs.filter(i => wanted.includes(i.value)).map(i => i.id)",
        wanted,
    )
    if not values and page.locator("#main .button--none").count():
        press_until(page, "document.activeElement.matches('.button--none')")
        page.keyboard.press("Enter")
        return
    if not values:
        values = [
            page.locator(
                "#main input[value=none], #main input[value=not-sure]"
            ).first.get_attribute("id")
        ]
    for target in values:
        reach(page, target)
        page.keyboard.press("Space")
    press_until(page, "document.activeElement.matches('.button--continue')")
    page.keyboard.press("Enter")


def reach(page, target):
    """Tab to the group, then arrows within radios: as a keyboard user does."""
    kind = page.locator(f"#{target}").get_attribute("type")
    if kind == "checkbox":
        press_until(page, f"document.activeElement.id === '{target}'")
        return
    name = page.locator(f"#{target}").get_attribute("name")
    press_until(page, f"document.activeElement.name === '{name}'")
    press_until(page, f"document.activeElement.id === '{target}'", "ArrowDown")
