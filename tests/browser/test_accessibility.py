"""axe on every kind of page: no violation, in light and dark, on a narrow phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.journey import MARATHON_CALF, answer, page_slug, start, walk


@pytest.fixture(params=["light", "dark"])
def browser_context_args(browser_context_args, request):
    size = {"width": 320, "height": 720}
    return {**browser_context_args, "color_scheme": request.param, "viewport": size}


def assert_accessible(page):
    results = Axe().run(page)
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide, f"{page.url} scrolls sideways at 320 px"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/check/",
        "/causes/",
        "/causes/muscle-fatigue/",
        "/symptoms/",
        "/prevention/",
        "/warning-signs/",
        "/warning-signs/possible-dvt/",
        "/sources/",
        "/claims/",
        "/claims/filter/?verdict=harmful",
        "/help/",
        "/about/",
        "/privacy/",
        "/accessibility/",
        "/accuracy/",
        "/feedback/",
        "/feedback/?page=/causes/muscle-fatigue/",
        "/feedback/thanks/",
        "/claims/",
        "/symptoms/night-cramp/",
        "/search/?q=stitch",
        "/search/?q=qwertzuiop",
        "/causes/no-such-cause/",
        "/check/no-such-visit/",
    ],
)
def test_public_pages(page, site, path):
    page.goto(site + path)
    assert_accessible(page)


def test_the_feedback_form_with_an_error(page, site):
    page.goto(f"{site}/feedback/")
    page.locator("#id_text").fill("too long " * 70)
    page.get_by_role("button", name="Send").click()
    page.locator(".error-summary").wait_for()
    assert_accessible(page)


def test_every_page_of_a_visit(page, site):
    start(page, site)
    while page_slug(page):
        assert_accessible(page)
        answer(page, MARATHON_CALF)
    assert_accessible(page)
    page.locator("a[href$='/review/']").first.click()
    page.wait_for_url("**/review/")
    assert_accessible(page)
    page.locator("a[href$='/stored/']").first.click()
    page.wait_for_url("**/stored/")
    assert_accessible(page)


def test_an_error_and_the_one_by_one_form(page, site):
    start(page, site)
    page.locator("button[name=unsure]").first.click()
    page.locator("fieldset.mark").first.wait_for()
    assert_accessible(page)
    page.locator(".button--continue").click()
    page.locator(".error-summary").wait_for()
    assert_accessible(page)


def test_the_emergency_page(page, site):
    walk(page, site, {"saddle-numbness"})
    assert_accessible(page)
    start(page, site)
    answer(page, {"very-unwell"})
    assert_accessible(page)
