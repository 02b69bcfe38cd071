"""How a runner goes through the check: ticks by finding slug, page by page."""

import re

# 41, marathon, calf knotted at km 34, let go when stretched, cool day, drank normally.
MARATHON_CALF = {
    "calf",
    "age-40-49",
    "male",
    "must-slow-or-stop",
    "getting-better",
    "sudden-hard-knot",
    "sudden-in-run",
    "late-in-run",
    "first-time",
    "up-to-two-weeks",
    "one-side-always",
    "relief-stretch",
    "gone-in-10-min",
    "long-event",
    "high-mileage",
}
# A calf swollen and warm after a long flight.
FLIGHT_CALF = {
    "calf",
    "age-35-39",
    "female",
    "limb-swollen",
    "clot-risk",
    "must-slow-or-stop",
    "no-better",
    "ache-tight",
    "onset-gradual",
    "up-to-two-weeks",
    "now-and-then",
    "one-side-always",
}


def start(page, site):
    page.goto(f"{site}/check/")
    page.locator("form button").first.click()
    page.wait_for_url(re.compile(r"/q/"))


def page_slug(page):
    """The slug of the question page, empty on any other."""
    found = re.search(r"/q/([a-z-]+)/", page.url)
    return found[1] if found else ""


def tick(page, story):
    """Tick what the story has on this page; whether there was anything."""
    ticked = False
    for box in page.locator("#main .options input").all():
        if box.get_attribute("value") in story:
            box.check()
            ticked = True
    return ticked


def answer(page, story):
    """Answer one page and wait for the next."""
    before = page.url
    if tick(page, story):
        for group in page.locator("#main fieldset.field--radio").all():
            if not group.locator("input:checked").count():
                group.locator("input[value=not-sure]").check()
        page.locator("#main .button--continue").click()
    elif page.locator("#main .button--none").count():
        page.locator("#main .button--none").first.click()
    else:
        for group in page.locator("#main fieldset.field").all():
            none = group.locator("input[value=none]")
            (none if none.count() else group.locator("input[value=not-sure]")).check()
        page.locator("#main .button--continue").click()
    page.wait_for_url(lambda url: url != before)


def walk(page, site, story, limit=40):
    """The whole check; the slugs of the pages shown."""
    start(page, site)
    shown = []
    while slug := page_slug(page):
        shown.append(slug)
        assert len(shown) <= limit, shown
        answer(page, story)
    return shown
