"""Parts of a page that are the same for every runner, rendered once per release."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from crampcoach.engine.knowledge import Knowledge


def kept_html(knowledge: Knowledge, part: str, row: Any, *key: str) -> SafeString:
    """The template `assessments/_PART.html` with `row`; `key` tells the rows of one part apart."""
    place = (part, *key)
    if place not in knowledge.kept:
        name = f"assessments/_{part}.html"
        knowledge.kept[place] = render_to_string(name, {"row": row})
    html: SafeString = knowledge.kept[place]
    return html
