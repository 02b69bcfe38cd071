"""Whether the rows of a release fit together: every slug stands once, and every reference leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from crampcoach.engine.levels import ADVICE_TAGS

if TYPE_CHECKING:
    from crampcoach.engine.knowledge import Knowledge


def find_problems(knowledge: Knowledge) -> Iterator[str]:
    """One sentence for every reference that leads nowhere and every slug that is used twice."""
    options = [o for q in knowledge.questions for o in q.options]
    findings = [o.slug for o in options] + [f.slug for f in knowledge.derived]
    known = {
        "finding": set(findings),
        "cause": {c.slug for c in knowledge.causes},
        "source": {s.slug for s in knowledge.sources},
        "step": {s.slug for s in knowledge.steps},
        "symptom": {s.slug for s in knowledge.symptoms},
        "warning sign": {s.slug for s in knowledge.warning_signs},
        "advice tag": set(ADVICE_TAGS),
        "area": {a.slug for a in knowledge.areas},
    }
    yield from _repeated("finding", findings)
    for what, rows in (
        ("question", knowledge.questions),
        ("cause", knowledge.causes),
        ("warning sign", knowledge.warning_signs),
        ("prevention step", knowledge.steps),
        ("first aid", knowledge.first_aid),
        ("symptom", knowledge.symptoms),
        ("claim", knowledge.claims),
        ("source", knowledge.sources),
    ):
        yield from _repeated(what, [row.slug for row in rows])
    for row, what, slugs in _references(knowledge):
        for slug in sorted(set(slugs) - known[what]):
            yield f"{row}: no {what} {slug!r}"
    for sign in knowledge.warning_signs:
        if not sign.patterns or any(not p.findings for p in sign.patterns):
            yield f"warning sign {sign.slug}: an empty pattern would always hold"
    for question in knowledge.questions:
        if not question.options:
            yield f"question {question.slug}: has no options"


def _repeated(what: str, slugs: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    for slug in slugs:
        if slug in seen:
            yield f"{what} {slug}: stands twice"
        seen.add(slug)


def _references(knowledge: Knowledge) -> Iterator[tuple[str, str, Iterable[str]]]:
    """(row, what it names, the slugs) for every reference between rows."""
    for question in knowledge.questions:
        row = f"question {question.slug}"
        triggers = question.asked_if | question.not_asked_if | question.safety_if
        yield row, "finding", triggers
        for option in question.options:
            yield f"finding {option.slug}", "finding", option.implies
    for finding in knowledge.derived:
        leaves = finding.rule.leaves() if finding.rule else ()
        yield f"finding {finding.slug}", "finding", leaves
    for cause in knowledge.causes:
        row = f"cause {cause.slug}"
        yield row, "area", cause.typical_areas
        yield row, "cause", cause.confused_with
        yield row, "source", cause.sources
        yield row, "finding", [i.finding for i in cause.indicators]
        yield row, "source", [i.source for i in cause.indicators]
    for sign in knowledge.warning_signs:
        row = f"warning sign {sign.slug}"
        yield row, "finding", [f for p in sign.patterns for f in p.findings]
        yield row, "cause", [*sign.conditions, *sign.mimics]
        yield row, "advice tag", sign.withholds
        yield row, "source", sign.sources
    for step in knowledge.steps:
        row = f"prevention step {step.slug}"
        yield row, "cause", step.causes
        yield row, "finding", step.findings | step.unsafe_with
        yield row, "advice tag", step.tags
        yield row, "source", step.sources
    for aid in knowledge.first_aid:
        row = f"first aid {aid.slug}"
        yield row, "area", aid.areas
        yield row, "finding", aid.findings
        yield row, "source", aid.sources
        for action in aid.actions:
            yield row, "advice tag", action.tags
            yield row, "finding", action.unsafe_with
    for symptom in knowledge.symptoms:
        row = f"symptom {symptom.slug}"
        yield row, "finding", symptom.findings
        yield row, "area", symptom.areas
        yield row, "source", symptom.sources
    for claim in knowledge.claims:
        row = f"claim {claim.slug}"
        yield row, "cause", claim.causes
        yield row, "step", claim.steps
        yield row, "symptom", claim.symptoms
        yield row, "warning sign", claim.warning_signs
        yield row, "source", claim.sources
