"""What is kept of a scorecard with its release: the figures of `evaluation`, counts by level, and every case that went wrong.

`evaluation.Scorecard.to_json` is what `manage.py evaluate --json` prints and stays as it is; the keys here come on top.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crampcoach.engine.evaluation import Outcome, Scorecard
from crampcoach.engine.knowledge import Urgency

# What can go wrong in a case, worst first.
TOO_LOW = "urgency-too-low"
DANGER_NOT_NAMED = "danger-not-named"
TOO_HIGH = "urgency-too-high"
NOT_LISTED = "cause-not-listed"
NOT_IN_THREE = "cause-not-in-three"
NOT_FIRST = "cause-not-first"
CONTRIBUTOR_MISSED = "contributor-missed"
FAULTS = (
    TOO_LOW,
    DANGER_NOT_NAMED,
    TOO_HIGH,
    NOT_LISTED,
    NOT_IN_THREE,
    NOT_FIRST,
    CONTRIBUTOR_MISSED,
)


def record_of(scorecard: Scorecard) -> dict[str, Any]:
    """The scorecard as a release keeps it."""
    outcomes = scorecard.outcomes
    return scorecard.to_json() | {
        "counts": {
            "causes": sum(bool(o.vignette.expect.causes) for o in outcomes),
            "contributors": sum(len(o.vignette.expect.contributors) for o in outcomes),
            "conditions": sum(bool(o.vignette.expect.conditions) for o in outcomes),
            "finished": sum(not o.stopped_early for o in outcomes),
        },
        "levels": levels_of(outcomes),
        "failures": [_failure(o) for o in outcomes if any(faults_of(o))],
    }


def levels_of(outcomes: tuple[Outcome, ...]) -> dict[str, dict[str, int]]:
    """Expected level -> how many cases were told too little, right (an accepted level) and too much; most urgent first."""
    levels = {
        level.slug: {"low": 0, "right": 0, "high": 0}
        for level in sorted(Urgency, reverse=True)
    }
    for outcome in outcomes:
        levels[outcome.vignette.expect.urgency.slug][_side(outcome)] += 1
    return levels


def _side(outcome: Outcome) -> str:
    expect = outcome.vignette.expect
    if outcome.urgency in expect.accepted:
        return "right"
    return "low" if outcome.urgency < expect.urgency else "high"


def faults_of(outcome: Outcome) -> Iterator[str]:
    """What went wrong in this case, worst first."""
    expect, side = outcome.vignette.expect, _side(outcome)
    if side == "low":
        yield TOO_LOW
    if expect.conditions and set(expect.conditions).isdisjoint(outcome.conditions):
        yield DANGER_NOT_NAMED
    if side == "high":
        yield TOO_HIGH
    if expect.causes and not outcome.finds_cause(1):
        yield _cause_fault(outcome)
    if not set(expect.contributors) <= set(outcome.causes):
        yield CONTRIBUTOR_MISSED


def _cause_fault(outcome: Outcome) -> str:
    if not outcome.finds_cause(None):
        return NOT_LISTED
    return NOT_FIRST if outcome.finds_cause(3) else NOT_IN_THREE


def _failure(outcome: Outcome) -> dict[str, Any]:
    """Enough to follow the case: the story, the pages shown, what was expected and what was given."""
    expect = outcome.vignette.expect
    return {
        "slug": outcome.vignette.slug,
        "story": outcome.vignette.story,
        "faults": list(faults_of(outcome)),
        "trace": list(outcome.trace),
        "expected": {
            "urgency": [level.slug for level in expect.accepted],
            "causes": list(expect.causes),
            "contributors": list(expect.contributors),
            "conditions": list(expect.conditions),
        },
        "given": {
            "urgency": outcome.urgency.slug,
            "causes": list(outcome.causes),
            "conditions": list(outcome.conditions),
        },
    }
