"""What a visit comes to: the causes that fit, and the urgency with their care floor. Report and "what would change this" rest on it."""

from __future__ import annotations

from dataclasses import dataclass

from crampcoach.engine.interview import Interview
from crampcoach.engine.knowledge import Cause, Knowledge, Urgency
from crampcoach.engine.ranking import Placed, place_conditions

Findings = frozenset[str]

# What runners were told before, or found out by testing themselves. It helps to rank causes, and it never lowers an urgency.
TOLD_BEFORE = frozenset(
    {
        "cannot-side-plank",
        "family-cramps",
        "hip-drop",
        "injury-last-year",
        "past-cramps",
        "previous-episodes",
        "same-as-before",
        "sciatica-disc",
        "tight-hip-test",
    }
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`floor_cause`: the leading condition whose care floor raises the urgency above that of the signs."""

    urgency: Urgency
    floor_cause: Cause | None
    conditions: tuple[Placed, ...]

    @property
    def first(self) -> Cause | None:
        return self.conditions[0].cause if self.conditions else None

    @property
    def leading(self) -> tuple[Cause, ...]:
        return leading_causes(self.conditions)


def reach_verdict(interview: Interview) -> Verdict:
    """None of the causes counts beside an emergency, nor for a place that we do not explain."""
    urgency = interview.triage.urgency
    if interview.is_stopped or not names_a_place_we_explain(interview):
        return Verdict(urgency, None, ())
    knowledge, established = interview.knowledge, interview.established
    conditions = place_conditions(knowledge, established)
    floor_cause = _floor_cause(conditions, urgency)
    if floor_cause is None and established & TOLD_BEFORE:
        floor_cause = _floor_cause(_as_if_untold(knowledge, established), urgency)
    floor = floor_cause.care_floor if floor_cause else None
    return Verdict(max(urgency, floor or urgency), floor_cause, conditions)


def leading_causes(conditions: tuple[Placed, ...]) -> tuple[Cause, ...]:
    """The condition that comes first, and every one that fits well."""
    return tuple(p.cause for n, p in enumerate(conditions) if n == 0 or p.fits_well)


def names_a_place_we_explain(interview: Interview) -> bool:
    knowledge, established = interview.knowledge, interview.established
    told = [area for area in knowledge.areas if area.slug in established]
    return not told or not all(area.out_of_scope for area in told)


def _as_if_untold(knowledge: Knowledge, established: Findings) -> tuple[Placed, ...]:
    """The conditions by what the runner feels alone."""
    felt = {
        slug
        for slug in established - TOLD_BEFORE
        if knowledge.finding[slug].rule is None
    }
    return place_conditions(knowledge, knowledge.closure(felt))


def _floor_cause(conditions: tuple[Placed, ...], urgency: Urgency) -> Cause | None:
    """The condition whose care floor raises the urgency: one that leads or fits well. It can never lower it."""
    leading = leading_causes(conditions)
    floors = [(c.care_floor, c) for c in leading if c.care_floor is not None]
    floor, cause = max(floors, key=lambda pair: pair[0], default=(None, None))
    return cause if floor is not None and floor > urgency else None
