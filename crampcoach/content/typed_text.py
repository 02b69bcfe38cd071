"""Text that people type into our forms: cleaned here, once, before anything keeps it."""

import re
import unicodedata
from typing import Any

from django import forms

JOINERS = "\u200c\u200d"  # they belong to words and signs of some scripts
REMOVED = "[removed]"

# The key of a visit: what stands after /check/, or 32 such characters alone, of which a random key has many in capitals.
_KEY = re.compile(
    r"(?<=/check/)[\w-]{32,}"
    r"|(?:(?<![\w-])|(?<=%2F))(?=(?:[a-z0-9_-]*[A-Z]){4})[A-Za-z0-9_-]{32}(?![\w-])"
)
_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
# 9 to 15 digits, which leaves years, dates and PubMed numbers; not inside an address or a DOI, where a slash comes before.
_PHONE = re.compile(
    r"(?<![\w./-])(?:(?:\+|\(?0)(?:[ ().\-/]{0,3}\d){8,14}|\(?\d(?:[ ().-]{0,3}\d){8,14})(?!\w)"
)


def one_line(text: str) -> str:
    """The text on one line, without control characters and what no reader could see."""
    spaced = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)
    seen = [c for c in spaced if c in JOINERS or unicodedata.category(c)[0] != "C"]
    return " ".join("".join(seen).split())


def without_contacts(text: str) -> str:
    """The text without what looks like the key of a visit, an e-mail address or a phone number.

    "Call 06-12345678, see doi 10.1136/bmjopen-2020-040269" keeps its source: "Call [removed], see doi 10.1136/...".
    """
    for pattern in (_KEY, _EMAIL, _PHONE):
        text = pattern.sub(REMOVED, text)
    return text


class LineField(forms.CharField):
    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value))
