"""What comes out of the printer: a report on two sheets in legible print, an emergency and a handover on one."""

import io
import re

import pypdf

from tests.browser.journey import FLIGHT_CALF, MARATHON_CALF, walk


def printed(page):
    """The pages as they are printed, as text."""
    file = page.pdf(format="A4")
    return [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(file)).pages]


def smallest_print(page):
    """In points, of all text that a report prints."""
    page.emulate_media(media="print")
    size = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll('.check--report :is(p, li, dd, dt, h2, h3, h4, span)')]
            .filter(e => e.textContent.trim() && e.offsetParent && !e.closest('.visually-hidden'))
            .map(e => parseFloat(getComputedStyle(e).fontSize) * 72 / 96))"""
    )
    page.emulate_media(media="null")
    return size


def test_a_report_is_two_sheets_that_hold_what_the_runner_has_to_do(page, site):
    for story in (MARATHON_CALF, FLIGHT_CALF):
        walk(page, site, story)
        sheets = printed(page)
        assert len(sheets) == 2
        text = " ".join(" ".join(sheets).split())
        for part in ("Can I run?", "The plan", "When to get help"):
            assert part in text
        assert ("On every rung:" in text) == (story is MARATHON_CALF)
        assert "Not yet reviewed by a clinician" in text
        assert "Take it along" not in text
        assert smallest_print(page) >= 8.5


def test_what_is_left_out_for_safety_is_printed_too(page, site):
    walk(page, site, FLIGHT_CALF)
    names = page.locator("section[aria-labelledby=withheld] li").all_text_contents()
    text = " ".join(" ".join(printed(page)).split())
    assert names
    for name in names:
        assert " ".join(name.split("because of:")[0].split()) in text


def test_the_handover_is_one_sheet(page, site):
    walk(page, site, MARATHON_CALF)
    page.goto(re.sub(r"report/$", "handover/", page.url))
    assert len(printed(page)) == 1


def test_an_emergency_is_one_sheet(page, site):
    walk(page, site, {"very-unwell"})
    assert len(printed(page)) == 1
