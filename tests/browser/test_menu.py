"""The menu on a phone: no JavaScript, by finger and by keyboard."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def browser_context_args(browser_context_args):
    size = {"width": 390, "height": 844}
    return {**browser_context_args, "viewport": size, "java_script_enabled": False}


def test_it_opens_and_leads_on(page, site):
    page.goto(site)
    nav = page.get_by_role("navigation", name="Main")
    expect(nav).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    nav.get_by_role("link", name="Causes").click()
    page.wait_for_url("**/causes/")


def test_the_keyboard_opens_it_goes_in_and_closes_it(page, site):
    page.goto(site)
    button = page.get_by_role("button", name="Menu")
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    start = page.get_by_role("navigation", name="Main").get_by_role("link").first
    expect(start).to_be_focused()
    page.keyboard.press("Escape")
    expect(start).to_be_hidden()
    expect(button).to_be_focused()


def test_a_question_has_no_menu_and_a_way_out(page, site):
    page.goto(f"{site}/check/")
    page.locator("form button").first.click()
    page.wait_for_url("**/q/**")
    expect(page.get_by_role("button", name="Menu")).to_have_count(0)
    expect(page.get_by_role("link", name="CrampCoach")).to_be_visible()
    expect(page.get_by_role("link", name="Get help now").first).to_be_visible()
