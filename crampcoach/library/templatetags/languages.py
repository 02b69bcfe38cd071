"""The address of the present page in each language."""

from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language

register = template.Library()


class LanguageLink(NamedTuple):
    code: str
    name: str
    url: str
    is_current: bool


@register.simple_tag(takes_context=True)
def language_links(context: dict[str, Any]) -> list[LanguageLink]:
    """One link per language; none where the page has no request (an error page)."""
    request = context.get("request")
    if request is None:
        return []
    current = get_language()
    return [
        LanguageLink(code, name, translate_url(request.path, code), code == current)
        for code, name in settings.LANGUAGES
    ]
