"""The help for this minute: big targets, and it opens without a connection once it was visited."""

import pytest

from tests.browser.test_accessibility import assert_accessible


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, "viewport": {"width": 320, "height": 720}}


def test_the_targets_are_big_and_the_pages_accessible(page, site, messages):
    page.goto(f"{site}/now/")
    assert_accessible(page)
    for link in page.locator(".now a").all():
        if link.get_attribute("class"):
            assert link.bounding_box()["height"] >= 48
    page.locator(".now__place").first.click()
    page.wait_for_url("**/now/calf/")
    assert_accessible(page)
    assert messages == []


def test_it_opens_without_a_connection(page, site, context):
    page.goto(f"{site}/now/")
    page.locator("[data-offline-ready]").wait_for(state="visible")
    context.set_offline(True)
    page.goto(f"{site}/now/lower-back/")
    assert page.locator(".now__steps li").count()
    assert page.locator("link[href*=check]").evaluate("link => !!link.sheet")
