""" "Can I run?" and on which rung of the ladder to begin: from urgency, withheld advice, leading causes and severity.

The strictest consideration decides. Nothing the runner adds to the warning signs can ever make the answer more generous.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from crampcoach.engine.knowledge import Cause, Knowledge, PreventionStep, Urgency
from crampcoach.engine.triage import Triage

Findings = frozenset[str]

# Running on can turn these into lasting harm, so they are seen first (fredericson2003, lea_bsi; a trapped artery by analogy).
REST_UNTIL_SEEN = frozenset({"artery-entrapment", "bone-stress-fracture"})
NAMES_A_RACE = frozenset({"long-event", "race-or-hard-effort"})
OVER_OR_BETTER = frozenset({"getting-better", "it-is-over"})
WALKING_RUNG, RUN_WALK_RUNG, LONGER_RUNS_RUNG = 1, 2, 4


class Go(IntEnum):
    """The answer, strictest first."""

    NOT_UNTIL_SEEN = 0
    NOT_NOW = 1
    EASY_ONLY = 2
    WITH_LIMITS = 3

    @property
    def slug(self) -> str:
        return self.name.lower().replace("_", "-")


SEVERITY = {
    "severe-uncontrolled": Go.NOT_NOW,
    "limping": Go.NOT_NOW,
    "must-slow-or-stop": Go.EASY_ONLY,
    "can-run-on": Go.WITH_LIMITS,
}


@dataclass(frozen=True, slots=True)
class Running:
    """`because`: what decided, in the words of the signs, answers and causes. `names_a_race`: "can I race?" is asked too."""

    go: Go
    because: tuple[str, ...]
    names_a_race: bool


def decide_running(
    knowledge: Knowledge,
    triage: Triage,
    urgency: Urgency,
    established: Findings,
    unsure: Findings,
    leading: Iterable[Cause],
) -> Running:
    """`leading`: the conditions that come first or fit well."""
    limits = [
        *_of_urgency(urgency),
        *_of_signs(triage),
        *_of_rungs(knowledge, established | unsure),
        *((Go.NOT_UNTIL_SEEN, c.name) for c in leading if c.slug in REST_UNTIL_SEEN),
        *_of_severity(knowledge, established),
    ]
    go = min((level for level, _ in limits), default=Go.EASY_ONLY)
    because = dict.fromkeys(why for level, why in limits if level is go and why)
    return Running(go, tuple(because), bool(established & NAMES_A_RACE))


def first_rung(running: Running, established: Findings) -> int:
    """Where this runner steps on the ladder: the milder the trouble and the better the trend, the higher."""
    if running.go < Go.EASY_ONLY:
        return WALKING_RUNG
    rung = LONGER_RUNS_RUNG if "can-run-on" in established else RUN_WALK_RUNG
    if established & OVER_OR_BETTER:
        rung += rung < LONGER_RUNS_RUNG
    elif established & {"getting-worse", "no-better"}:
        rung -= 1
    return rung


def is_run(step: PreventionStep) -> bool:
    return "run" in step.tags


def _of_urgency(urgency: Urgency) -> Iterator[tuple[Go, str]]:
    if urgency >= Urgency.URGENT_TODAY:
        yield Go.NOT_UNTIL_SEEN, ""
    elif urgency is Urgency.SEE_DOCTOR:
        yield Go.EASY_ONLY, ""


def _of_signs(triage: Triage) -> Iterator[tuple[Go, str]]:
    for sign in triage.withheld.get("run", ()):
        yield Go.NOT_UNTIL_SEEN, sign.title
    for sign in triage.withheld.get("race", ()):
        yield Go.EASY_ONLY, sign.title


def _of_rungs(knowledge: Knowledge, known: Findings) -> Iterator[tuple[Go, str]]:
    """Answers that make every running rung of the ladder unsafe."""
    rungs = [step for step in knowledge.steps if step.rung and is_run(step)]
    unsafe = [step.unsafe_with & known for step in rungs]
    if unsafe and all(unsafe):
        for slug in sorted(frozenset.intersection(*unsafe)):
            yield Go.NOT_UNTIL_SEEN, knowledge.finding[slug].text


def _of_severity(
    knowledge: Knowledge, established: Findings
) -> Iterator[tuple[Go, str]]:
    """Without a word on how bad it is, easy running is the most."""
    told = [slug for slug in SEVERITY if slug in established]
    for slug in told:
        yield SEVERITY[slug], knowledge.finding[slug].text
    if not told:
        yield Go.EASY_ONLY, ""
    if "getting-worse" in established:
        yield Go.EASY_ONLY, knowledge.finding["getting-worse"].text
