import re

import pytest
from playwright.sync_api import expect

from tests.browser.journey import (
    FLIGHT_CALF,
    MARATHON_CALF,
    page_slug,
    walk,
)


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def browser_context_args(browser_context_args, request):
    return {**browser_context_args, "java_script_enabled": request.param}


def test_a_marathon_cramp_ends_in_self_care_with_tired_muscle_first(
    page, site, messages
):
    shown = walk(page, site, MARATHON_CALF)
    assert len(shown) <= 22
    expect(page).to_have_url(re.compile("/report/"))
    expect(page.locator(".care")).to_have_class(re.compile("care--self-care"))
    first = page.locator("article.cause").first
    expect(first.locator("h3")).to_contain_text("Tired-muscle cramp")
    expect(first.locator(".reasons--for")).to_contain_text("Late in a long or hard run")
    assert messages == []


def test_a_swollen_calf_after_a_flight_is_urgent_and_names_the_clot(page, site):
    walk(page, site, FLIGHT_CALF)
    main = page.locator("#main")
    expect(main).to_contain_text("Clot in a leg vein")
    expect(page.locator(".care")).not_to_have_class(
        re.compile("care--(self-care|see-doctor)")
    )
    steps = " ".join(page.locator("ol.steps, article.step h4").all_inner_texts())
    assert "massage" not in steps.lower() and "roll" not in steps.lower()


def test_numb_between_the_legs_stops_within_two_pages(page, site):
    shown = walk(page, site, {"saddle-numbness", "lower-back"})
    assert len(shown) <= 2
    expect(page.locator("h1")).to_contain_text("emergency department")
    page.get_by_text("I ticked something by mistake").click()
    assert page_slug(page) == "nerves-muscles-bones"
