"""What to do: first aid for the place, prevention steps for the causes shown, and the way back to running.

Whatever a warning sign withholds, or is unsafe for this runner, is left out and named with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crampcoach.engine.interview import Interview
from crampcoach.engine.knowledge import (
    Action,
    Cause,
    Effort,
    Evidence,
    Finding,
    FirstAid,
    Knowledge,
    PreventionStep,
    Role,
    Urgency,
    WarningSign,
    When,
)
from crampcoach.engine.ranking import Band, RankedCause
from crampcoach.engine.running import Go, Running, first_rung, is_run
from crampcoach.engine.triage import Triage

MAX_STEPS = 7
MAX_FIRST_AID = 2
MAX_NOT_WORTH_IT = 4

# How much a step is worth: by how well it is known to work, by how little it asks, and by how well its causes fit.
EVIDENCE_VALUE = {
    Evidence.STRONG: 4.0,
    Evidence.MODERATE: 3.0,
    Evidence.LIMITED: 2.0,
    Evidence.EXPERT: 1.5,
    Evidence.AGAINST: 0.0,
}
EFFORT_COST = {Effort.LOW: 0.0, Effort.MEDIUM: 0.5, Effort.HIGH: 1.0}
BAND_VALUE = {Band.FITS_WELL: 3.0, Band.FITS_PARTLY: 1.5, Band.LESS_LIKELY: 0.5}
CONTRIBUTOR_VALUE = 2.0
FINDING_VALUE = 1.5
# A cause that has a step already counts this much less for the next one, so that no cause goes without.
REPEAT = 0.4


@dataclass(frozen=True, slots=True)
class Situation:
    """What the plan has to respect."""

    knowledge: Knowledge
    established: frozenset[str]
    doubted: frozenset[str]
    triage: Triage
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class Withheld:
    """Advice left out: the signs that withhold one of its tags, and the runner's answers it is unsafe with."""

    name: str
    tags: tuple[str, ...]
    signs: tuple[WarningSign, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class FirstAidAdvice:
    aid: FirstAid
    actions: tuple[Action, ...]
    withheld: tuple[Withheld, ...]


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A step, with the shown causes and the answers that it is offered for."""

    step: PreventionStep
    causes: tuple[Cause, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`ladder`: the rungs back to running, of which this runner begins on number `ladder_start`."""

    now: tuple[PlanItem, ...] = ()
    this_week: tuple[PlanItem, ...] = ()
    coming_weeks: tuple[PlanItem, ...] = ()
    ladder: tuple[PreventionStep, ...] = ()
    ladder_start: int = 0
    withheld: tuple[Withheld, ...] = ()
    not_worth_it: tuple[PreventionStep, ...] = ()

    @property
    def items(self) -> tuple[PlanItem, ...]:
        return (*self.now, *self.this_week, *self.coming_weeks)


EMPTY_PLAN = Plan()


def read_situation(interview: Interview, urgency: Urgency) -> Situation:
    return Situation(
        knowledge=interview.knowledge,
        established=interview.established,
        doubted=interview.unsure,
        triage=interview.triage,
        urgency=urgency,
    )


def make_plan(
    situation: Situation,
    shown: Iterable[RankedCause],
    running: Running,
    leading: Iterable[Cause] = (),
) -> Plan:
    """At most seven steps by evidence, effort and fit; then the ladder back to running. `leading`: the conditions that it is for."""
    knowledge = situation.knowledge
    ranked = {entry.cause.slug: entry for entry in shown}
    offered = [
        _item(situation, step, ranked)
        for step in knowledge.steps
        if not step.rung and _is_offered(situation, step, ranked)
    ]
    worth = [item for item in offered if not item.step.not_worth_it]
    allowed = [i for i in worth if _withheld(situation, i.step) is None]
    chosen = _best_steps(allowed, ranked)
    rungs = sorted((s for s in knowledge.steps if s.rung), key=lambda s: s.rung)
    ladder = _ladder(situation, _fitting(rungs, leading), running)
    return Plan(
        now=_due(chosen, When.NOW),
        this_week=_due(chosen, When.THIS_WEEK),
        coming_weeks=_due(chosen, When.COMING_WEEKS),
        ladder=ladder,
        ladder_start=_ladder_start(situation, ladder, running),
        withheld=_all_withheld(situation, [*(i.step for i in worth), *rungs]),
        not_worth_it=_not_worth_it(offered),
    )


def _not_worth_it(offered: Iterable[PlanItem]) -> tuple[PreventionStep, ...]:
    """What fits most of the causes shown and answers given comes first; then what is known not to work."""
    items = sorted(
        (item for item in offered if item.step.not_worth_it),
        key=lambda i: (
            -len(i.causes) - len(i.findings),
            i.step.evidence is not Evidence.AGAINST,
            i.step.slug,
        ),
    )
    return tuple(item.step for item in items[:MAX_NOT_WORTH_IT])


def _fitting(
    rungs: Iterable[PreventionStep], leading: Iterable[Cause]
) -> list[PreventionStep]:
    """The rungs that are meant for one of these causes; all where no cause is known. A stitch needs no way back to running."""
    slugs = {cause.slug for cause in leading}
    return [r for r in rungs if not slugs or not r.causes or slugs & {*r.causes}]


def _ladder(
    situation: Situation, rungs: Iterable[PreventionStep], running: Running
) -> tuple[PreventionStep, ...]:
    """The rungs that this runner may step on: none before urgent advice, no running before the runner has been seen."""
    if situation.urgency >= Urgency.URGENT_TODAY:
        return ()
    return tuple(
        step
        for step in rungs
        if _withheld(situation, step) is None
        and not (running.go is Go.NOT_UNTIL_SEEN and is_run(step))
    )


def _ladder_start(
    situation: Situation, ladder: tuple[PreventionStep, ...], running: Running
) -> int:
    """The highest rung allowed up to where this runner fits; 0 without a ladder."""
    fitting = first_rung(running, situation.established)
    below = [step.rung for step in ladder if step.rung <= fitting]
    return max(below, default=ladder[0].rung if ladder else 0)


def choose_first_aid(situation: Situation) -> tuple[FirstAidAdvice, ...]:
    """What to do in the first minutes for the places named; the row that fits the situation before the general one."""
    knowledge, established = situation.knowledge, situation.established
    rows: dict[str, FirstAid] = {}
    for area in knowledge.areas:
        if area.slug in established:
            best = max(
                (a for a in knowledge.first_aid if area.slug in a.areas),
                key=lambda a: (_fit(a, established), a.slug),
                default=None,
            )
            if best is not None and _fit(best, established) >= 0:
                rows[best.slug] = best
    chosen = sorted(rows.values(), key=lambda a: -_fit(a, established))
    return tuple(_advice(situation, aid) for aid in chosen[:MAX_FIRST_AID])


def _fit(aid: FirstAid, established: frozenset[str]) -> int:
    """How well a first-aid row fits: its own findings first; a row for another situation not at all."""
    if not aid.findings:
        return 0
    return len(aid.findings & established) or -1


def _advice(situation: Situation, aid: FirstAid) -> FirstAidAdvice:
    allowed = [a for a in aid.actions if _withheld(situation, a) is None]
    return FirstAidAdvice(
        aid=aid,
        actions=tuple(allowed),
        withheld=_all_withheld(situation, aid.actions),
    )


def _withheld(situation: Situation, advice: PreventionStep | Action) -> Withheld | None:
    """Why this advice is left out; None when it may be given. Doubt withholds as a yes does."""
    tags = tuple(sorted(advice.tags & situation.triage.withheld.keys()))
    unsafe = advice.unsafe_with & (situation.established | situation.doubted)
    if not tags and not unsafe:
        return None
    signs = {s.slug: s for tag in tags for s in situation.triage.withheld[tag]}
    return Withheld(
        name=advice.name if isinstance(advice, PreventionStep) else advice.text,
        tags=tags,
        signs=tuple(signs.values()),
        findings=tuple(situation.knowledge.finding[slug] for slug in sorted(unsafe)),
    )


def _all_withheld(
    situation: Situation, advice: Iterable[PreventionStep | Action]
) -> tuple[Withheld, ...]:
    found = (_withheld(situation, entry) for entry in advice)
    return tuple(entry for entry in found if entry is not None)


def _is_offered(
    situation: Situation, step: PreventionStep, ranked: dict[str, RankedCause]
) -> bool:
    return not ranked.keys().isdisjoint(step.causes) or not step.findings.isdisjoint(
        situation.established
    )


def _item(
    situation: Situation, step: PreventionStep, ranked: dict[str, RankedCause]
) -> PlanItem:
    known = situation.knowledge.finding
    told = sorted(step.findings & situation.established)
    return PlanItem(
        step=step,
        causes=tuple(r.cause for slug, r in ranked.items() if slug in step.causes),
        findings=tuple(known[slug] for slug in told),
    )


def _best_steps(
    items: list[PlanItem], ranked: dict[str, RankedCause]
) -> list[PlanItem]:
    """Greedy: the most valuable step, then again with the causes it serves counting less."""
    chosen: list[PlanItem] = []
    served: dict[str, float] = {}
    waiting = list(items)
    while waiting and len(chosen) < MAX_STEPS:
        best = min(waiting, key=lambda i: (-_value(i, ranked, served), i.step.slug))
        waiting.remove(best)
        chosen.append(best)
        for cause in best.causes:
            served[cause.slug] = served.get(cause.slug, 1.0) * REPEAT
    return chosen


def _value(
    item: PlanItem, ranked: dict[str, RankedCause], served: dict[str, float]
) -> float:
    fit = sum(
        _cause_value(ranked[c.slug]) * served.get(c.slug, 1.0) for c in item.causes
    )
    fit += FINDING_VALUE if item.findings else 0.0
    step = item.step
    worth = EVIDENCE_VALUE[step.evidence] - EFFORT_COST[step.effort]
    return round(fit * worth, 6)


def _cause_value(entry: RankedCause) -> float:
    if entry.cause.role is Role.CONTRIBUTOR:
        return CONTRIBUTOR_VALUE
    return BAND_VALUE[entry.band]


def _due(items: list[PlanItem], when: When) -> tuple[PlanItem, ...]:
    return tuple(item for item in items if item.step.when is when)
