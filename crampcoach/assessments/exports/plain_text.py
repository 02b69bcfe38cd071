"""The handover as plain text, for a message, a form or a patient portal."""

import textwrap
from collections.abc import Iterator

from crampcoach.assessments.exports.handover import Handover, Section

WIDTH = 78


def plain_text(handover: Handover) -> str:
    return "\n".join(_lines(handover)) + "\n"


def _lines(handover: Handover) -> Iterator[str]:
    yield handover.title.upper()
    yield handover.subtitle
    for section in handover.sections:
        yield ""
        yield section.heading.upper()
        yield from _rows(section)
    yield ""
    for line in handover.footer:
        yield textwrap.fill(line, WIDTH)


def _rows(section: Section) -> Iterator[str]:
    for row in section.rows:
        line = f"{row.label}: {row.text}" if row.label else row.text
        yield textwrap.fill(
            line,
            WIDTH,
            initial_indent="- ",
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
