"""The body map: a finger, a mouse and a keyboard each find the place, and it is marked by more than a colour."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.journey import answer, page_slug, start
from tests.browser.test_accessibility import assert_accessible

CALF = "Calf, back of the lower leg"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
# The places that have no spot where a circle of this diameter around the finger stays within them.
TOO_SMALL = """(diameter) => {
  const box = document.querySelector(".body-map__under").getBoundingClientRect();
  const at = (x, y) => document.elementFromPoint(x, y)?.closest("label")?.htmlFor;
  const small = new Set([...document.querySelectorAll(".body-map label")].map((label) => label.htmlFor));
  for (let y = box.top; y < box.bottom; y += 2) for (let x = box.left; x < box.right; x += 2) {
    const place = at(x, y);
    if (small.has(place) && [...Array(24).keys()].every((i) =>
      at(x + diameter / 2 * Math.cos(i * Math.PI / 12), y + diameter / 2 * Math.sin(i * Math.PI / 12)) === place)) small.delete(place);
  }
  return [...small];
}"""
CONTRAST = """(colours) => {
  const light = colours.map((colour) => {
    const [r, g, b] = colour.match(/[0-9]+/g).map((c) => c / 255).map((c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b + .05;
  });
  return Math.max(...light) / Math.min(...light);
}"""


@pytest.fixture
def browser_context_args(browser_context_args):
    """Colours change at once, so that they can be compared."""
    return {**browser_context_args, "reduced_motion": "reduce"}


@pytest.fixture
def where(page, site):
    """The page with the map."""
    start(page, site)
    while page_slug(page) != "where":
        answer(page, set())
    page.wait_for_function("scrollY === 0")  # htmx scrolls after it has swapped
    page.mouse.move(1, 1)
    return page


def region(page, slug):
    return page.locator(f"label[for=where--{slug}] path").first


def fill(page, slug):
    return region(page, slug).evaluate("path => getComputedStyle(path).fill")


class TestPointing:
    def test_focus_names_the_place_and_lights_up_its_region(self, where):
        before = fill(where, "calf")
        expect(where.locator(".body-map__words")).to_have_text(
            "Tap where it hurts", use_inner_text=True
        )
        where.locator("summary").first.focus()
        where.keyboard.press("Tab")
        while where.evaluate("document.activeElement.value") != "calf":
            where.keyboard.press("Tab")
        expect(where.locator(".body-map__words")).to_have_text(
            CALF, use_inner_text=True
        )
        assert fill(where, "calf") != before
        assert fill(where, "shin") == before

    def test_a_region_and_its_option_point_at_each_other(self, where):
        option = where.locator("label[for=where--calf]").first
        line = option.evaluate("label => getComputedStyle(label).borderTopColor")
        before = fill(where, "calf")
        region(where, "calf").hover()
        expect(option).not_to_have_css("border-top-color", line)
        expect(where.locator(".body-map__words")).to_have_text(
            CALF, use_inner_text=True
        )
        where.mouse.move(1, 1)
        expect(option).to_have_css("border-top-color", line)
        expect(region(where, "calf")).to_have_css("fill", before)
        option.hover()
        expect(region(where, "calf")).not_to_have_css("fill", before)

    def test_the_map_adds_nothing_to_the_names_of_the_list(self, where):
        expect(where.get_by_role("checkbox", name=CALF, exact=True)).to_have_count(1)


class TestChoosing:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_a_chosen_place_is_ticked_named_and_stands_out(self, where, scheme):
        where.emulate_media(color_scheme=scheme)
        rest = fill(where, "chest")
        region(where, "calf").click()
        where.mouse.move(1, 1)
        expect(where.locator("[value=calf]")).to_be_checked()
        expect(where.locator("label[for=where--calf] .body-map__tick")).to_be_visible()
        expect(where.locator(".body-map__words")).to_have_text(
            CALF, use_inner_text=True
        )
        assert where.evaluate(CONTRAST, [rest, fill(where, "calf")]) >= 3
        region(where, "calf").click()
        expect(where.locator("[value=calf]")).not_to_be_checked()
        expect(where.locator("label[for=where--calf] .body-map__tick")).to_be_hidden()

    def test_it_stands_out_in_forced_colours(self, where):
        where.emulate_media(forced_colors="active")
        where.locator("[value=calf]").check()
        assert fill(where, "calf") != fill(where, "chest")
        expect(where.locator("label[for=where--calf] .body-map__tick")).to_be_visible()

    def test_less_motion_is_no_motion(self, where):
        expect(region(where, "calf")).to_have_css("transition-duration", "0s")
        where.emulate_media(reduced_motion="no-preference")
        expect(region(where, "calf")).to_have_css("transition-duration", "0.12s")

    def test_the_page_stays_accessible(self, where):
        where.locator("[value=calf]").check()
        where.locator("[value=lower-back]").check()
        where.locator("[value=shin]").focus()
        assert_accessible(where)


class TestOnAPhone:
    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        return {**browser_context_args, **PHONE, "is_mobile": True}

    def test_the_map_and_the_first_option_are_seen_together(self, where):
        for part in (".body-map", ".field--map .option >> nth=0"):
            box = where.locator(part).bounding_box()
            assert box["y"] + box["height"] <= 844, part

    def test_a_finger_can_hit_every_place(self, where):
        assert where.evaluate(TOO_SMALL, 28) == []

    def test_the_figures_stay_under_the_finger(self, where):
        place = where.locator(".body-map").bounding_box()
        for slug in ("calf", "lower-back"):
            region(where, slug).tap()
            expect(where.locator(f"[value={slug}]")).to_be_checked()
        where.wait_for_timeout(300)  # a smooth scroll would have begun
        assert where.locator(".body-map").bounding_box()["y"] == place["y"]

    def test_what_a_finger_took_back_does_not_look_pointed_at(self, where):
        rest = fill(where, "calf")
        region(where, "calf").tap()
        expect(where.locator("[value=calf]")).to_be_checked()
        region(where, "calf").tap()
        expect(where.locator("[value=calf]")).not_to_be_checked()
        expect(region(where, "calf")).to_have_css("fill", rest)
        expect(where.locator(".body-map__prompt")).to_be_visible()


class TestWithoutJavaScript:
    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        return {**browser_context_args, **PHONE, "java_script_enabled": False}

    def test_tapping_the_calf_ticks_it_and_goes_on(self, where):
        region(where, "calf").tap()
        expect(where.locator("[value=calf]")).to_be_checked()
        expect(where.locator("label[for=where--calf] .body-map__tick")).to_be_visible()
        where.locator(".button--continue").click()
        where.wait_for_url(re.compile("about-you"))
