"""How good the live release is, arranged for the page: figures in words, urgency by level, and the stories that went wrong.

What is measured is left to engine.evaluation; shares are shown out of 100 stories.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from crampcoach.content import releases
from crampcoach.content.scorecards import ReleaseScorecard
from crampcoach.engine.knowledge import Cause, Knowledge, Urgency
from crampcoach.library.wording import WORDS

Card = Mapping[str, Any]

# figure, what it means, the count of what it is about
SHARES = (
    ("top1", _("The right cause comes first"), "causes"),
    ("top3", _("The right cause is among the first three"), "causes"),
    ("listed", _("The right cause is anywhere in the list"), "causes"),
    (
        "contributor_recall",
        _("Things that fed the problem, and were found"),
        "contributors",
    ),
    ("conditions_named", _("A danger in the story is named"), "conditions"),
    ("urgency_exact", _("Exactly the expected urgency"), "n"),
    ("urgency_accepted", _("The expected urgency, or one we also accept"), "n"),
    (
        "self_care_over_triaged",
        _("Could look after it at home, but was sent to help"),
        "self-care",
    ),
    ("safe_gilbert", _("At most one level of urgency too low"), "n"),
)
SHARE_NAMES = frozenset(share[0] for share in SHARES)
# The figures that releases are compared by, in the order of the columns.
COMPARED = {
    "n": _("Stories"),
    "top1": _("Right cause first"),
    "top3": _("In the first three"),
    "listed": _("In the list"),
    "list_length_mean": _("Length of the list"),
    "contributor_recall": _("What fed it, found"),
    "conditions_named": _("Danger named"),
    "urgency_accepted": _("Urgency right"),
    "under_triage": _("Stories told too little"),
    "over_triage": _("Stories told too much"),
    "pages_median": _("Question pages"),
}
ON_ABOUT_PAGE = ("top1", "top3", "urgency_accepted")


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """`figures`: heading and value of each column."""

    number: int
    published_on: str
    note: str
    figures: tuple[tuple[str | Promise, str], ...]


@dataclass(frozen=True, slots=True)
class Share:
    text: str | Promise
    of_hundred: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Level:
    urgency: str
    low: int
    right: int
    high: int

    @property
    def number(self) -> int:
        return self.low + self.right + self.high


@dataclass(frozen=True, slots=True)
class Failure:
    """One story that went wrong, with rows instead of slugs."""

    slug: str
    story: str
    faults: tuple[str, ...]
    pages: tuple[str, ...]
    expected_urgency: tuple[str, ...]
    given_urgency: str
    expected: tuple[Cause, ...]
    given: tuple[Cause, ...]


def scorecards_of(knowledge: Knowledge) -> tuple[ReleaseScorecard, ...]:
    """Of this release and those before it, the newest first."""
    return releases.scorecards(knowledge.release)


def card_of(knowledge: Knowledge) -> Card:
    """Everything that was measured of this release; empty when nothing was."""
    for scorecard in scorecards_of(knowledge):
        if scorecard.number == knowledge.release:
            return scorecard.card
    return {}


def rows_of(knowledge: Knowledge) -> list[ReleaseRow]:
    """The main figures of each release, for one table."""
    return [
        ReleaseRow(
            number=scorecard.number,
            published_on=scorecard.published_on,
            note=scorecard.note,
            figures=tuple(_shown(name, scorecard.figures) for name in COMPARED),
        )
        for scorecard in scorecards_of(knowledge)
    ]


def _shown(name: str, figures: Mapping[str, Any]) -> tuple[str | Promise, str]:
    value = figures.get(name)
    if isinstance(value, list):
        value = len(value)
    elif name in SHARE_NAMES:
        return COMPARED[name], of_hundred(value)
    if value is None:
        return COMPARED[name], "–"
    rounded = round(value, 1)  # number_format would cut off instead
    is_whole = float(rounded).is_integer()
    return COMPARED[name], number_format(rounded, decimal_pos=0 if is_whole else 1)


def of_hundred(share: float | None) -> str:
    """0.9547 -> "95.5"; a share below 1 is never rounded up to 100, nor one above 0 down to it."""
    if share is None:
        return "–"
    tenths = round(share * 1000)
    tenths = min(tenths, 999) if share < 1 else tenths
    tenths = max(tenths, 1) if share > 0 else tenths
    return number_format(tenths / 10, decimal_pos=1 if tenths % 10 else 0)


def shares_of(card: Card, names: Container[str] = SHARE_NAMES) -> list[Share]:
    """The shares that were measured, each with the number of stories (or causes) it is about."""
    return [
        Share(text, of_hundred(card[name]), _number(card, about))
        for name, text, about in SHARES
        if name in names and card.get(name) is not None
    ]


def _number(card: Card, about: str) -> int | None:
    if about == "n":
        return card["n"]
    if about in card.get("levels", {}):
        return sum(card["levels"][about].values())
    number: int | None = card.get("counts", {}).get(about)
    return number


def levels_of(card: Card) -> list[Level]:
    """Urgency by expected level, most urgent first."""
    levels = card.get("levels", {})
    return [
        Level(level.slug, **levels[level.slug])
        for level in sorted(Urgency, reverse=True)
        if level.slug in levels
    ]


def failures_of(knowledge: Knowledge, card: Card) -> dict[str, list[Failure]]:
    """Fault -> the stories whose worst fault it is, the worst first."""
    failures = [_failure(knowledge, entry) for entry in card.get("failures", ())]
    grouped = {
        fault: [f for f in failures if f.faults[0] == fault] for fault in WORDS["fault"]
    }
    return {fault: members for fault, members in grouped.items() if members}


def _failure(knowledge: Knowledge, entry: Mapping[str, Any]) -> Failure:
    expected, given = entry["expected"], entry["given"]
    wanted = (*expected["conditions"], *expected["causes"], *expected["contributors"])
    return Failure(
        slug=entry["slug"],
        story=entry["story"],
        faults=tuple(entry["faults"]),
        pages=tuple(_page_text(knowledge, slug) for slug in entry["trace"]),
        expected_urgency=tuple(expected["urgency"]),
        given_urgency=given["urgency"],
        expected=_causes(knowledge, wanted),
        given=_causes(knowledge, (*given["conditions"], *given["causes"])),
    )


def _causes(knowledge: Knowledge, slugs: tuple[str, ...]) -> tuple[Cause, ...]:
    return tuple(knowledge.cause[slug] for slug in slugs if slug in knowledge.cause)


def _page_text(knowledge: Knowledge, slug: str) -> str:
    page = knowledge.pages.get(slug)
    return page.questions[0].text if page else slug
