"""Filters that turn the texts and words of rows into HTML."""

import re
from datetime import date
from functools import lru_cache

import mistune
import nh3
from django import template
from django.utils.dateformat import format as format_day
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe

from crampcoach.library.figures import figure_svg
from crampcoach.library.wording import in_words

register = template.Library()

TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "br"}
_to_html = mistune.create_markdown(escape=True)


@register.filter
def markdown(text: str) -> SafeString:
    """Paragraphs, lists, bold, emphasis and links; anything else is left out."""
    return _markdown(str(text or ""))


@lru_cache(maxsize=4096)
def _markdown(text: str) -> SafeString:
    html = nh3.clean(
        str(_to_html(text)),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"https", "http"},
        link_rel="noreferrer",
    )
    return mark_safe(html)  # noqa: S308 - nh3 has cleaned it


@register.filter
def words(value: str, vocabulary: str) -> str | Promise:
    """`{{ step.evidence|words:"evidence" }}`: what a fixed value means to a runner."""
    return in_words(value, vocabulary)


@register.filter
def day_in_words(day: str) -> str:
    """`2026-12-02` as 2 December 2026, in the language that is active."""
    return format_day(date.fromisoformat(day), "j F Y")


@register.filter
def first_sentence(text: str) -> str:
    """Up to the first full stop that ends a sentence."""
    return re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0]


@register.filter
def figure(slug: str) -> SafeString:
    """The picture of an exercise step or a first-aid row; nothing where there is none."""
    return figure_svg(slug)
