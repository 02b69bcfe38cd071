"""What counts in the minute a cramp comes: danger signs of that place, and first aid that asks for no answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from crampcoach.engine.knowledge import (
    Finding,
    FirstAid,
    Kind,
    Knowledge,
    Question,
    Urgency,
)
from crampcoach.engine.triage import assess_urgency

# Here a runner stops for today, however quickly it goes: heart and lungs, heat, or a place that we do not explain.
STOP_FOR_TODAY = frozenset({"chest", "cramps-widespread", "knee", "many-places"})
LIMB = "region-limb"
HANDS_ON = frozenset({"massage", "stretch"})
MAX_LEAVE_OUT = 6


@dataclass(frozen=True, slots=True)
class Minute:
    """`call`, `go`: each alone means an ambulance, or an emergency department. `leave_out`: what makes stretching or rubbing unsafe."""

    area: Finding
    call: tuple[Finding, ...]
    go: tuple[Finding, ...]
    first_aid: FirstAid | None
    leave_out: tuple[Finding, ...]
    may_go_on: bool
    is_limb: bool


def this_minute(knowledge: Knowledge, area: Finding) -> Minute:
    """Of first aid the general row of the place, since nothing is known yet about the situation."""
    place = knowledge.closure({area.slug})
    dangers = [
        (option, assess_urgency(knowledge, knowledge.closure({option.slug}) | place))
        for question in _screens(knowledge, place)
        for option in question.options
    ]
    call, go = (
        tuple(option for option, triage in dangers if triage.urgency is level)
        for level in (Urgency.CALL_AMBULANCE, Urgency.EMERGENCY_DEPARTMENT)
    )
    rows = [row for row in knowledge.first_aid if area.slug in row.areas]
    aid = next((row for row in rows if not row.findings), None)
    return Minute(
        area=area,
        call=call,
        go=go,
        first_aid=aid,
        leave_out=_leave_out(knowledge, aid, {f.slug for f in (*call, *go)}),
        may_go_on=area.slug not in STOP_FOR_TODAY,
        is_limb=LIMB in place,
    )


def _screens(knowledge: Knowledge, place: frozenset[str]) -> Iterator[Question]:
    """The danger screens asked for this place: first those that are asked for some places only."""
    asked = [
        question
        for question in knowledge.questions
        if question.screen
        and question.kind is Kind.MANY
        and (not question.asked_if or question.asked_if & place)
    ]
    yield from sorted(asked, key=lambda question: not question.asked_if)


def _leave_out(
    knowledge: Knowledge, aid: FirstAid | None, told: set[str]
) -> tuple[Finding, ...]:
    """What most of the stretching and rubbing is unsafe with, beside the danger signs that are told anyway."""
    counted = Counter(
        slug
        for action in (aid.actions if aid else ())
        if action.tags & HANDS_ON
        for slug in sorted(action.unsafe_with)
        if slug not in told
    )
    often = sorted(counted, key=lambda slug: (-counted[slug], slug))
    return tuple(knowledge.finding[slug] for slug in often[:MAX_LEAVE_OUT])
