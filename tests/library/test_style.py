"""The style sheet keeps its budget, and its colours their contrast."""

import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings

CSS = Path(settings.BASE_DIR, "static", "css", "site.css")
TEXT = CSS.read_text()
LIGHT, DARK = re.findall(r":root \{([^}]+)\}", TEXT)[:2]


def colours(*blocks: str) -> dict[str, str]:
    found = {}
    for block in blocks:
        found |= dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{3,6})", block))
    return found


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_style_sheet_is_at_most_8_kilobytes():
    assert len(brotli.compress(CSS.read_bytes())) <= 8_000


@pytest.mark.parametrize("scheme", [(LIGHT,), (LIGHT, DARK)], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [
        ("--ink", "--paper", 7),
        ("--ink", "--raised", 7),
        ("--ink", "--soft", 7),
        ("--muted", "--paper", 7),
        ("--muted", "--soft", 4.5),
        ("--accent", "--paper", 7),
        ("--accent", "--soft", 4.5),
        ("--accent-ink", "--accent", 7),
        ("--danger", "--paper", 7),
        ("--danger-ink", "--danger", 7),
        ("--urgent", "--paper", 4.5),
        ("--urgent-ink", "--urgent", 4.5),
        ("--ok", "--paper", 4.5),
        ("--on-night", "--night", 7),
        ("--mark", "--night", 7),
        ("--focus", "--paper", 4.5),
        ("--edge", "--paper", 3),
    ],
)
def test_colours_can_be_read(scheme, front, back, least):
    found = colours(*scheme)
    assert contrast(found[front], found[back]) >= least
