"""When it comes: the situations by which causes and symptoms are listed.

The findings and symptoms of each are named here, because only a person can say that "builds up as I run" means during a run.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from crampcoach.engine.knowledge import Cause, Knowledge, Strength, Symptom


@dataclass(frozen=True, slots=True)
class Situation:
    """`findings`: what a runner answers then; `symptoms`: pages that belong here and are not told by timing."""

    slug: str
    name: str | Promise
    findings: frozenset[str]
    symptoms: frozenset[str] = frozenset()


SITUATIONS = (
    Situation(
        slug="before-a-run",
        name=_("Before a run, sitting or at rest"),
        findings=frozenset(
            [
                "onset-at-rest",
                "at-rest-by-day",
                "after-sitting-still",
                "evening-after-standing",
                "stiff-morning-brief",
                "stiff-morning-30",
            ]
        ),
        symptoms=frozenset({"sit-bone-pain", "muscle-twitching"}),
    ),
    Situation(
        slug="during-a-run",
        name=_("During a run"),
        findings=frozenset(
            [
                "sudden-in-run",
                "builds-in-run",
                "early-in-run",
                "late-in-run",
                "same-point-each-run",
                "race-or-hard-effort",
                "cold-foot-in-run",
                "exertional-repeat",
                "pop-or-push-off",
            ]
        ),
        symptoms=frozenset(
            [
                "hard-knot-in-the-muscle",
                "side-stitch-pain",
                "tight-bursting-shin",
                "cramps-in-the-heat",
                "upper-back-and-neck-tightness",
                "back-pain-arching",
            ]
        ),
    ),
    Situation(
        slug="after-a-run",
        name=_("In the hours and days after a run"),
        findings=frozenset(
            [
                "onset-after-effort",
                "hours-after-run",
                "next-days",
                "sore-for-days",
                "sore-stiff",
            ]
        ),
        symptoms=frozenset(
            ["dark-pee-after-running", "cramp-will-not-let-go", "cramps-all-over"]
        ),
    ),
    Situation(
        slug="at-night",
        name=_("At night"),
        findings=frozenset(["night-in-bed", "sleep-disturbed", "night-second-half"]),
    ),
    Situation(
        slug="after-stretching",
        name=_("While or after stretching"),
        findings=frozenset(
            ["onset-during-stretch", "worse-stretching", "worse-stretch-hold"]
        ),
        symptoms=frozenset({"back-locks", "sit-bone-pain"}),
    ),
)


def conditions_by_situation(knowledge: Knowledge) -> dict[Situation, list[Cause]]:
    """Conditions that an answer about that moment speaks for, at least plainly, by name."""
    plain = (Strength.STRONGLY_FOR, Strength.FOR)
    found = {
        situation: [
            cause
            for cause in knowledge.conditions
            if any(
                i.finding in situation.findings and i.strength in plain
                for i in cause.indicators
            )
        ]
        for situation in SITUATIONS
    }
    return {
        situation: sorted(causes, key=lambda cause: cause.name.casefold())
        for situation, causes in found.items()
        if causes
    }


def symptoms_by_situation(knowledge: Knowledge) -> dict[Situation, list[Symptom]]:
    found = {
        situation: [
            symptom
            for symptom in knowledge.symptoms
            if symptom.slug in situation.symptoms
            or symptom.findings & situation.findings
        ]
        for situation in SITUATIONS
    }
    return {situation: rows for situation, rows in found.items() if rows}
