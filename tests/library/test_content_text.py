"""Markdown of editors, and fixed values in words."""

import pytest
from django.utils.translation import override

from crampcoach.engine.knowledge import (
    FAMILIES,
    Effort,
    Evidence,
    Role,
    StepKind,
    Strength,
    Urgency,
    Verdict,
    When,
)
from crampcoach.library.templatetags.content_text import (
    day_in_words,
    first_sentence,
    markdown,
    words,
)
from crampcoach.library.wording import WORDS


def test_paragraphs_lists_bold_and_links_are_kept():
    html = markdown("Is **sure**:\n\n- one\n- [two](https://example.org/)")
    assert "<strong>sure</strong>" in html
    assert html.count("<li>") == 2
    assert 'href="https://example.org/"' in html
    assert 'rel="noreferrer"' in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        '<img src=x onerror="alert(1)">',
        '<p style="color:red">x</p>',
        "![x](https://example.org/pixel.png)",
        "# Heading",
    ],
)
def test_anything_else_is_left_out(text):
    html = markdown(text)
    for mark in ("<script", 'href="javascript', "<img", "<p style", "<h1"):
        assert mark not in html


def test_no_text_is_no_html():
    assert markdown("") == ""


def test_a_day_is_written_out_in_the_language_of_the_page():
    with override("en"):
        assert day_in_words("2026-12-02") == "2 December 2026"
    with override("nl"):
        assert day_in_words("2026-12-02") == "2 december 2026"


def test_the_first_sentence_ends_at_its_stop():
    assert first_sentence("About 3.5 km. Then more.") == "About 3.5 km."
    assert first_sentence("No stop at all") == "No stop at all"


@pytest.mark.parametrize(
    ("vocabulary", "values"),
    [
        ("urgency", [level.slug for level in Urgency]),
        ("urgency_time", [level.slug for level in Urgency]),
        ("evidence", Evidence),
        ("evidence_meaning", Evidence),
        ("effort", Effort),
        ("when", When),
        ("step_kind", StepKind),
        ("verdict", Verdict),
        ("family", FAMILIES),
        ("role", Role),
        ("strength", Strength),
    ],
)
def test_every_fixed_value_has_words(vocabulary, values):
    assert set(WORDS[vocabulary]) == {str(value) for value in values}


def test_a_value_without_words_is_still_readable():
    assert words("new-kind", "family") == "New kind"
