"""In which release each row that has a page got the form that it has now.

Rows carry no dates, so this follows from the releases alone; `releases` keeps it with each release that it publishes.
"""

from __future__ import annotations

from collections.abc import Mapping

from crampcoach.content.compiling import LastChanges
from crampcoach.content.fixture_files import Row, Rows
from crampcoach.content.models import Release
from crampcoach.engine.knowledge import LastChanged

KINDS_WITH_PAGES = (
    "sources",
    "causes",
    "warning_signs",
    "prevention_steps",
    "symptoms",
    "claims",
)
# A note is no text for runners, and a signature must not look like a change of what was signed.
BESIDE_THE_TEXT = frozenset({"note", "reviewer", "reviewed_on"})

Since = dict[str, dict[str, int]]


def date_rows(rows: Rows, number: int, before: Release | None) -> Since:
    """Kind -> slug -> the release that gave the row the form it has in release `number`.

    A row that stands in `before`, the release with the next lower number, in the same form keeps what it has there; any
    other row gets `number`. So a row that was deleted and brought back, or changed and changed back, dates from its
    return: it may look newer than it is, never older. Which release was live in between does not count, since putting
    an older one back writes no text: that release still says what it said, and the next one goes by its number.
    """
    since: Since = {}
    for kind in KINDS_WITH_PAGES:
        old = _forms(kind, before.rows) if before else {}
        kept = before.since.get(kind, {}) if before else {}
        since[kind] = {
            slug: kept.get(slug, before.number) if form == old.get(slug) else number
            for slug, form in _forms(kind, rows).items()
        }
    return since


def _forms(kind: str, rows: Rows) -> dict[str, Row]:
    """Slug -> all that has to be the same for the row to count as unchanged; for a cause its indicators as well."""
    forms = {
        row["slug"]: {k: v for k, v in row.items() if k not in BESIDE_THE_TEXT}
        for row in rows.get(kind, [])
    }
    if kind == "causes":
        for indicator in rows.get("indicators", []):
            forms[indicator["cause"]].setdefault("indicators", []).append(indicator)
    return forms


def read_last_changes(since: Mapping[str, Mapping[str, int]]) -> LastChanges:
    """With the day of each release, which only the releases themselves know."""
    days = Release.objects.order_by().values_list("number", "created")
    changes = {n: LastChanged(n, day.date().isoformat()) for n, day in days}
    return {
        kind: {slug: changes[n] for slug, n in numbers.items() if n in changes}
        for kind, numbers in since.items()
    }
