"""Where to read on: the rows nearest to the one a page is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import TypeVar

from crampcoach.engine.knowledge import (
    Cause,
    Claim,
    Knowledge,
    PreventionStep,
    Strength,
    Symptom,
    WarningSign,
)

MOST = 5
HIGHLIGHTS = 3
Row = TypeVar("Row", Claim, PreventionStep, Symptom, WarningSign)


def symptoms_of(knowledge: Knowledge, cause: Cause) -> list[Symptom]:
    """Symptoms with a finding that speaks for the cause, at least plainly."""
    telling = {
        i.finding
        for i in cause.indicators
        if i.strength in (Strength.STRONGLY_FOR, Strength.FOR)
    }
    return [symptom for symptom in knowledge.symptoms if symptom.findings & telling]


def signs_mistaken_for(knowledge: Knowledge, cause: Cause) -> list[WarningSign]:
    """Warning signs that can feel like this cause, the most urgent first."""
    return [sign for sign in knowledge.warning_signs if cause.slug in sign.mimics]


def symptoms_beside(knowledge: Knowledge, row: Symptom) -> list[Symptom]:
    return _nearest(row, knowledge.symptoms, lambda symptom: symptom.areas)


def signs_beside(knowledge: Knowledge, row: WarningSign) -> list[WarningSign]:
    return _nearest(row, knowledge.warning_signs, lambda sign: sign.conditions)


def steps_beside(knowledge: Knowledge, row: PreventionStep) -> list[PreventionStep]:
    worth_it = [step for step in knowledge.steps if not step.not_worth_it]
    return _nearest(row, worth_it, lambda step: step.causes)


def claims_beside(knowledge: Knowledge, row: Claim) -> list[Claim]:
    return _nearest(row, knowledge.claims, lambda claim: (*claim.causes, *claim.steps))


def highlighted_claims(knowledge: Knowledge) -> list[Claim]:
    """A few claims that change with each release, and with nothing else: no clock, the same for everyone."""

    def order(claim: Claim) -> str:
        return sha256(f"{knowledge.release}:{claim.slug}".encode()).hexdigest()

    return sorted(knowledge.claims, key=order)[:HIGHLIGHTS]


def _nearest(
    row: Row, rows: Iterable[Row], marks: Callable[[Row], Iterable[str]]
) -> list[Row]:
    """At most five others, those that share the largest part of their marks first."""
    mine = set(marks(row))

    def share(other: Row) -> float:
        theirs = set(marks(other))
        return len(mine & theirs) / max(1, len(mine | theirs))

    others = [other for other in rows if other.slug != row.slug and share(other)]
    return sorted(others, key=lambda other: (-share(other), other.slug))[:MOST]
