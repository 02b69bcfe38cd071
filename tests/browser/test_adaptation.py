"""What readers may change for themselves: text spacing, colours, and fingers of any size. Every kind of page must bear it."""

import pytest

from tests.browser.journey import MARATHON_CALF, answer, page_slug, start, walk

PATHS = (
    "/",
    "/check/",
    "/now/",
    "/now/calf/",
    "/causes/",
    "/causes/muscle-fatigue/",
    "/symptoms/",
    "/symptoms/night-cramp/",
    "/prevention/",
    "/prevention/calf-raises/",
    "/warning-signs/",
    "/warning-signs/possible-dvt/",
    "/claims/",
    "/sources/",
    "/sources/frandsen2025/",
    "/search/?q=stitch",
    "/help/",
    "/about/",
    "/accuracy/",
    "/privacy/",
    "/accessibility/",
    "/feedback/",
    "/causes/no-such-cause/",
)
# WCAG 2.2, 1.4.12: line height, space after paragraphs, between letters and between words.
SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
# As a reader's own style sheet: the site's policy, which forbids foreign style elements, does not ask about it.
ADD_STYLE = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
# Text that its box cuts off, and text that sticks out of the window; what is hidden on purpose does not count.
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter(e => {
  if (!e.offsetParent || e.closest('.visually-hidden, .skip, svg, .for-robots, textarea, [popover], .table')) return false;
  const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
  if (!own) return false;
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  if (style.clipPath !== 'none' || style.position === 'absolute' && box.width < 2) return false;
  const cut = style.overflow === 'hidden' && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2);
  return cut || box.right > innerWidth + 1;
}).map(e => e.outerHTML.slice(0, 120))"""
# WCAG 2.2, 2.5.8: controls of at least 24 by 24 px, except links within a sentence and ticks whose label is the target.
SMALL = """() => [...document.querySelectorAll('a[href], button, input, select, summary, textarea')].filter(e => {
  if (!e.offsetParent || e.matches('.visually-hidden, .skip') || e.closest('.visually-hidden, .for-robots')) return false;
  if (e.matches('input') && e.labels && e.labels.length) return false;
  const box = e.getBoundingClientRect();
  if (box.width >= 24 && box.height >= 24) return false;
  if (e.matches('a') && getComputedStyle(e).display === 'inline') {
    const block = e.closest('p, li, dd, dt, td, th, figcaption, label, legend, h1, h2, h3, h4, div') || e.parentElement;
    const rest = block.textContent.replace(/\\s+/g, ' ').trim().length - e.textContent.trim().length;
    return rest < 2 && box.height < 20;
  }
  return true;
}).map(e => e.outerHTML.slice(0, 120))"""


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, "viewport": {"width": 320, "height": 720}}


def assert_bears_it(page):
    assert page.evaluate(SMALL) == [], page.url
    page.evaluate(ADD_STYLE, SPACING)
    assert page.evaluate(CUT_OFF) == [], page.url
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide, f"{page.url} scrolls sideways"


@pytest.mark.parametrize("path", PATHS)
def test_pages_for_reading(page, site, path):
    page.goto(site + path)
    assert_bears_it(page)


def test_every_page_of_a_visit(page, site):
    start(page, site)
    while page_slug(page):
        page.reload()
        assert_bears_it(page)
        page.reload()
        answer(page, MARATHON_CALF)
    assert_bears_it(page)
    report = page.url
    for name in ("review", "handover", "calendar", "distances", "share", "stored"):
        page.goto(report.replace("report/", f"{name}/"))
        assert_bears_it(page)


def test_an_emergency(page, site):
    walk(page, site, {"very-unwell"})
    assert_bears_it(page)


@pytest.mark.parametrize("width", [1088, 1280, 1440])
def test_the_wide_header_bears_spacing(page, site, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site + "/causes/")
    page.evaluate(ADD_STYLE, SPACING)
    assert page.evaluate(CUT_OFF) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


DOUBLE = "html { font-size: 200% !important; }"


@pytest.mark.parametrize("path", PATHS)
def test_text_of_twice_the_size_needs_no_sideways_scrolling(page, site, path):
    """WCAG 2.2, 1.4.4, on a phone."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site + path)
    page.evaluate(ADD_STYLE, DOUBLE)
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide, page.evaluate(CUT_OFF)


def test_a_visit_bears_text_of_twice_the_size(page, site):
    page.set_viewport_size({"width": 390, "height": 844})
    start(page, site)
    while page_slug(page):
        page.evaluate(ADD_STYLE, DOUBLE)
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wide, (page.url, page.evaluate(CUT_OFF))
        answer(page, MARATHON_CALF)
    page.evaluate(ADD_STYLE, DOUBLE)
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide, (page.url, page.evaluate(CUT_OFF))
