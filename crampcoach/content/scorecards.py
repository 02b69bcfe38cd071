"""The scorecards of releases, read from the database for those who show them; `releases` decides when to look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from crampcoach.content.models import Release

# Enough to compare releases; the full card is kept of the live one only.
MAIN_FIGURES = (
    "n",
    "top1",
    "top3",
    "listed",
    "list_length_mean",
    "contributor_recall",
    "conditions_named",
    "urgency_exact",
    "urgency_accepted",
    "under_triage",
    "over_triage",
    "self_care_over_triaged",
    "pages_median",
    "pages_p90",
)


@dataclass(frozen=True, slots=True)
class ReleaseScorecard:
    """`figures` by the names of `evaluate --json`; one that was not yet measured then is None. `card`: everything that was kept."""

    number: int
    published_on: str
    note: str
    figures: Mapping[str, Any]
    card: Mapping[str, Any] = field(default_factory=dict)


def read_scorecards(full: int) -> tuple[ReleaseScorecard, ...]:
    """Of every release, the newest first; with its card for the release of this number."""
    names = [f"scorecard__{name}" for name in MAIN_FIGURES]
    found = Release.objects.order_by("-number")
    cards = dict(found.filter(number=full).values_list("number", "scorecard"))
    return tuple(
        ReleaseScorecard(
            number=row["number"],
            published_on=row["created"].date().isoformat(),
            note=row["note"],
            figures={name: row[f"scorecard__{name}"] for name in MAIN_FIGURES},
            card=cards.get(row["number"], {}),
        )
        for row in found.values("number", "created", "note", *names)
    )
