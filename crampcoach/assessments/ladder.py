"""The ladder back to running as the report shows it: what holds on every rung said once, and where this runner begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString

from crampcoach.assessments.kept import kept_html
from crampcoach.assessments.visits import Visit
from crampcoach.engine.knowledge import Finding, PreventionStep
from crampcoach.engine.plan import Plan

MAX_ASK_AGAIN = 4


@dataclass(frozen=True, slots=True)
class Rung:
    """`stop_rule` is empty where one rule holds for every rung."""

    step: PreventionStep
    is_start: bool
    stop_rule: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """`below`: the rungs under the one to begin on, as list items. `ask_again`: answers that would make a rung unsafe."""

    stop_rule: str
    below: tuple[SafeString, ...]
    above: tuple[SafeString, ...]
    ask_again: tuple[Finding, ...]


def ladder_of(visit: Visit, plan: Plan) -> Ladder | None:
    if not plan.ladder:
        return None
    rules = {step.stop_rule for step in plan.ladder}
    shared = rules.pop() if len(rules) == 1 else ""
    rungs = [
        Rung(step, step.rung == plan.ladder_start, "" if shared else step.stop_rule)
        for step in plan.ladder
    ]
    items = tuple(
        kept_html(visit.knowledge, "rung", r, r.step.slug, str(r.is_start), r.stop_rule)
        for r in rungs
    )
    below = sum(r.step.rung < plan.ladder_start for r in rungs)
    ask_again = tuple(_ask_again(visit, plan.ladder))
    return Ladder(shared, items[:below], items[below:], ask_again)


def _ask_again(visit: Visit, ladder: Iterable[PreventionStep]) -> list[Finding]:
    """Of this visit's questions, at most one answer each."""
    found: dict[str, Finding] = {}
    for slug in sorted({slug for step in ladder for slug in step.unsafe_with}):
        finding = visit.knowledge.finding[slug]
        if finding.question in visit.interview.answers.answered:
            found.setdefault(finding.question, finding)
    return list(found.values())[:MAX_ASK_AGAIN]
