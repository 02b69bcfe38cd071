""" "Can I run?" and on which rung of the ladder to begin: from urgency, withheld advice, leading causes and severity.

The strictest consideration decides. Nothing the runner adds to the warning signs can ever make the answer more generous.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from crampcoach.engine.knowledge import (
    Cause,
    Kind,
    Knowledge,
    PreventionStep,
    Urgency,
    WarningSign,
)
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
    """`because`: what decided, in the words of the signs, answers and causes. `in_doubt`: the "not sure" answers that decided.

    `names_a_race`: "can I race?" is asked too.
    """

    go: Go
    because: tuple[str, ...]
    in_doubt: tuple[str, ...]
    names_a_race: bool


@dataclass(frozen=True, slots=True)
class _Limit:
    """`why` is empty where the level speaks for itself."""

    go: Go
    why: str = ""
    is_doubt: bool = False


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
        *_of_signs(knowledge, triage, unsure),
        *_of_rungs(knowledge, established, unsure),
        *(
            _Limit(Go.NOT_UNTIL_SEEN, cause.name)
            for cause in leading
            if cause.slug in REST_UNTIL_SEEN
        ),
        *_of_severity(knowledge, established),
    ]
    go = min((limit.go for limit in limits), default=Go.EASY_ONLY)
    deciding = [limit for limit in limits if limit.go is go and limit.why]
    because = dict.fromkeys(limit.why for limit in deciding if not limit.is_doubt)
    in_doubt = dict.fromkeys(limit.why for limit in deciding if limit.is_doubt)
    names_a_race = bool(established & NAMES_A_RACE)
    return Running(go, tuple(because), tuple(in_doubt), names_a_race)


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


def _of_urgency(urgency: Urgency) -> Iterator[_Limit]:
    if urgency >= Urgency.URGENT_TODAY:
        yield _Limit(Go.NOT_UNTIL_SEEN)
    elif urgency is Urgency.SEE_DOCTOR:
        yield _Limit(Go.EASY_ONLY)


def _of_signs(
    knowledge: Knowledge, triage: Triage, unsure: Findings
) -> Iterator[_Limit]:
    """A sign that only doubt would raise withholds as well, and is told by the doubts and not as if it were so."""
    raised = {entry.sign.slug for entry in triage.raised}
    for tag, go in (("run", Go.NOT_UNTIL_SEEN), ("race", Go.EASY_ONLY)):
        for sign in triage.withheld.get(tag, ()):
            if sign.slug in raised:
                yield _Limit(go, sign.title)
                continue
            for slug in sorted(_leaves(knowledge, sign) & unsure):
                yield _Limit(go, _doubt(knowledge, slug), is_doubt=True)
            yield _Limit(go)


def _doubt(knowledge: Knowledge, slug: str) -> str:
    """The answer in doubt; of a choice of one the question, since all its answers are in doubt together."""
    finding = knowledge.finding[slug]
    question = knowledge.question[finding.question]
    return question.text if question.kind is Kind.ONE else finding.text


def _leaves(knowledge: Knowledge, sign: WarningSign) -> Findings:
    """The answers that the patterns of a sign rest on."""
    leaves: set[str] = set()
    for slug in {f for pattern in sign.patterns for f in pattern.findings}:
        rule = knowledge.finding[slug].rule
        leaves.update(rule.leaves() if rule else (slug,))
    return frozenset(leaves)


def _of_rungs(
    knowledge: Knowledge, established: Findings, unsure: Findings
) -> Iterator[_Limit]:
    """Answers that make every running rung of the ladder unsafe."""
    rungs = [step for step in knowledge.steps if step.rung and is_run(step)]
    unsafe = [step.unsafe_with & (established | unsure) for step in rungs]
    if unsafe and all(unsafe):
        for slug in sorted(frozenset.intersection(*unsafe)):
            text = knowledge.finding[slug].text
            yield _Limit(Go.NOT_UNTIL_SEEN, text, is_doubt=slug not in established)


def _of_severity(knowledge: Knowledge, established: Findings) -> Iterator[_Limit]:
    """Without a word on how bad it is, easy running is the most."""
    told = [slug for slug in SEVERITY if slug in established]
    for slug in told:
        yield _Limit(SEVERITY[slug], knowledge.finding[slug].text)
    if not told:
        yield _Limit(Go.EASY_ONLY)
    if "getting-worse" in established:
        yield _Limit(Go.EASY_ONLY, knowledge.finding["getting-worse"].text)
