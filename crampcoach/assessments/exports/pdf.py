"""The handover as a tagged PDF. The data goes in as JSON, so nothing that a runner wrote is read as markup."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

from crampcoach.assessments.exports.handover import Handover

TEMPLATE = Path(__file__).with_name("handover.typ")
# What the built-in fonts are sure to have: Latin, Greek and Cyrillic letters, and punctuation.
LAST_LETTER = 0x52F
PUNCTUATION = range(0x2010, 0x2040)
REPLACEMENT = "\ufffd"


def pdf(handover: Handover, language: str) -> bytes:
    """One A4 page after PDF/UA-1."""
    data = json.dumps(_data(handover, language))
    try:
        return _compile(data)
    except typst.TypstError:  # PDF/UA refuses a character that no font can show
        return _compile(json.dumps(_shown(json.loads(data))))


def _compile(data: str) -> bytes:
    return _compiler().compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=["ua-1"],
    )


@cache
def _compiler() -> typst.Compiler:
    """Kept, because it holds the fonts; those of the machine are left out, so that every machine makes the same page."""
    return typst.Compiler(ignore_system_fonts=True)


def _data(handover: Handover, language: str) -> dict[str, Any]:
    return {
        "lang": language,
        "title": handover.title,
        "subtitle": handover.subtitle,
        "footer": handover.footer,
        "sections": [
            {
                "heading": section.heading,
                "small": section.is_small,
                "rows": [{"label": r.label, "text": r.text} for r in section.rows],
            }
            for section in handover.sections
        ],
    }


def _shown(data: Any) -> Any:
    """The same with a replacement mark for each character that the fonts may not have."""
    if isinstance(data, str):
        return "".join(c if _is_known(ord(c)) else REPLACEMENT for c in data)
    if isinstance(data, list):
        return [_shown(entry) for entry in data]
    if isinstance(data, dict):
        return {key: _shown(entry) for key, entry in data.items()}
    return data


def _is_known(code: int) -> bool:
    is_letter = 0x20 <= code < 0x7F or 0xA0 <= code <= LAST_LETTER
    return is_letter or code in PUNCTUATION
