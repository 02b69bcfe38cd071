"""Twelve key pages as a runner sees them: nothing in the console, nothing from elsewhere, and a picture of each for the eye."""

import re
from pathlib import Path

import pytest

from tests.browser.journey import (
    MARATHON_CALF,
    answer,
    page_slug,
    start,
    walk,
)

PICTURES = Path(__file__).parent.parent / "screenshots"  # git-ignored
PAGES = {
    "home": "/",
    "causes": "/causes/",
    "cause": "/causes/muscle-fatigue/",
    "symptom": "/symptoms/night-cramp/",
    "prevention": "/prevention/",
    "claims": "/claims/",
    "warning-sign": "/warning-signs/possible-dvt/",
    "help": "/help/",
    "search": "/search/?q=charly+hors",
}
POLICY = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
"""


@pytest.fixture(params=["light", "dark"])
def scheme(request):
    return request.param


@pytest.fixture(params=[390, 1280])
def width(request):
    return request.param


@pytest.fixture
def browser_context_args(browser_context_args, scheme, width):
    size = {"width": width, "height": 844}
    return {**browser_context_args, "color_scheme": scheme, "viewport": size}


@pytest.fixture
def picture(page, messages, scheme, width):
    """Takes a picture of the page and makes sure that nothing complained on the way to it."""
    page.add_init_script(POLICY)

    def take(name):
        PICTURES.mkdir(exist_ok=True)
        path = PICTURES / f"{name}-{width}-{scheme}.png"
        page.screenshot(path=path, full_page=True)
        assert messages == [], name
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wide, f"{name} scrolls sideways"

    return take


def test_pages_for_reading(page, site, picture):
    for name, path in PAGES.items():
        page.goto(site + path)
        picture(name)


def test_a_visit(page, site, picture):
    start(page, site)
    picture("question-screen")
    while page_slug(page) != "where":
        answer(page, MARATHON_CALF)
    picture("question-where")
    while page_slug(page):
        answer(page, MARATHON_CALF)
    picture("report")
    page.goto(re.sub(r"report/$", "stored/", page.url))
    picture("stored")


def test_an_emergency(page, site, picture):
    walk(page, site, {"very-unwell"})
    picture("emergency")


@pytest.mark.parametrize("scheme", ["light"])
@pytest.mark.parametrize("width", [390])
class TestSearch:
    def test_results_come_while_typing(self, page, site, messages):
        page.goto(f"{site}/search/")
        page.locator("#q").press_sequentially("kramp", delay=20)
        page.locator(".results a").first.wait_for()
        assert page.locator(".results a").first.inner_text() == "Tired-muscle cramp"
        assert "found for" in page.locator("#found").inner_text()
        assert page.evaluate("document.activeElement.id") == "q"
        assert messages == []

    def test_the_keyboard_alone_leads_to_a_result(self, page, site):
        page.goto(f"{site}/search/")
        page.locator("#q").focus()
        page.keyboard.type("stitch")
        page.locator(".results a").first.wait_for()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/causes/side-stitch/")

    def test_enter_gives_results_an_address_of_their_own(self, page, site):
        page.goto(f"{site}/search/")
        page.locator("#q").fill("stitch")
        page.locator("#q").press("Enter")
        page.wait_for_url("**/search/?q=stitch")
        assert page.locator(".results a").count() > 3


@pytest.mark.parametrize("scheme", ["light"])
@pytest.mark.parametrize("width", [1280])
def test_linked_data_is_allowed_by_the_policy(page, site, messages):
    """It is data, not a script: the browser must neither run nor report it."""
    page.add_init_script(POLICY)
    page.goto(f"{site}/causes/muscle-fatigue/")
    text = page.locator('script[type="application/ld+json"]').text_content()
    assert page.evaluate("text => JSON.parse(text)['@type']", text) == "MedicalWebPage"
    assert messages == []
