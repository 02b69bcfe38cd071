"""Which rows of a release belong together: what a page shows beside its own row."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from crampcoach.engine.knowledge import (
    Cause,
    Claim,
    Evidence,
    Finding,
    FirstAid,
    Indicator,
    Knowledge,
    Pattern,
    PreventionStep,
    Role,
    Source,
    Strength,
    Symptom,
    Urgency,
    Verdict,
    WarningSign,
)

EVIDENCE_ORDER = {evidence: place for place, evidence in enumerate(Evidence)}
STRENGTH_ORDER = {strength: place for place, strength in enumerate(Strength)}

Row = TypeVar("Row")
Key = TypeVar("Key", bound=Hashable)


def grouped(
    rows: Iterable[Row], key: Callable[[Row], Key], order: Iterable[Key] = ()
) -> dict[Key, list[Row]]:
    """Rows by key: the keys of `order` first, others as they come; empty groups are left out."""
    groups: dict[Key, list[Row]] = {wanted: [] for wanted in order}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return {wanted: members for wanted, members in groups.items() if members}


def by_name(rows: Iterable[Cause]) -> list[Cause]:
    return sorted(rows, key=lambda row: row.name.casefold())


class NumberedSource(NamedTuple):
    number: int
    source: Source


def number_sources(
    knowledge: Knowledge, slugs: Iterable[str]
) -> dict[str, NumberedSource]:
    """Slug -> number and source, in the order of first mention."""
    unique = dict.fromkeys(slugs)
    return {
        slug: NumberedSource(number, knowledge.source[slug])
        for number, slug in enumerate(unique, start=1)
    }


def commonest(knowledge: Knowledge) -> list[Cause]:
    """Conditions, the commonest first: a prior counts per complaint in an area, so one of many places counts in each."""
    return sorted(
        knowledge.conditions,
        key=lambda cause: (-cause.prior * max(1, len(cause.typical_areas)), cause.slug),
    )


def by_prior(causes: Iterable[Cause]) -> list[Cause]:
    """The commonest first."""
    return sorted(causes, key=lambda cause: (-cause.prior, cause.name.casefold()))


def symptoms_by_prior(
    knowledge: Knowledge, symptoms: Iterable[Symptom]
) -> list[Symptom]:
    """First what the commonest condition feels like: a symptom is as common as the commonest that it speaks for."""
    priors: dict[str, int] = {}
    for cause in knowledge.conditions:
        for finding in knowledge.own_findings[cause.slug]:
            priors[finding] = max(priors.get(finding, 0), cause.prior)

    def prior(symptom: Symptom) -> int:
        return max((priors.get(f, 0) for f in symptom.findings), default=0)

    return sorted(symptoms, key=lambda s: (-prior(s), s.name.casefold()))


class Reason(NamedTuple):
    finding: Finding
    indicator: Indicator
    number: int


class Reasons(NamedTuple):
    """What speaks for and against a cause, by strength; what counts only a little stands apart."""

    for_it: dict[Strength, list[Reason]]
    against_it: dict[Strength, list[Reason]]
    slight: dict[Strength, list[Reason]]


def reasons(
    knowledge: Knowledge, cause: Cause, sources: Mapping[str, NumberedSource]
) -> Reasons:
    rows = (
        Reason(knowledge.finding[i.finding], i, sources[i.source].number)
        for i in cause.indicators
    )
    groups = grouped(rows, lambda row: row.indicator.strength, Strength)
    slight = (Strength.SLIGHTLY_FOR, Strength.SLIGHTLY_AGAINST)
    plain = {s: members for s, members in groups.items() if s not in slight}
    return Reasons(
        for_it={s: members for s, members in plain.items() if s.is_for},
        against_it={s: members for s, members in plain.items() if not s.is_for},
        slight={s: members for s, members in groups.items() if s in slight},
    )


def steps_against(knowledge: Knowledge, cause: Cause) -> list[PreventionStep]:
    """Steps for this cause, best evidence first; those not worth doing last. The ladder has a place of its own."""
    steps = [s for s in knowledge.steps if cause.slug in s.causes and not s.rung]
    return sorted(
        steps, key=lambda step: (step.not_worth_it, EVIDENCE_ORDER[step.evidence])
    )


def claims_naming(
    knowledge: Knowledge,
    *,
    cause: str = "",
    step: str = "",
    symptom: str = "",
    warning_sign: str = "",
) -> list[Claim]:
    return [
        claim
        for claim in knowledge.claims
        if cause in claim.causes
        or step in claim.steps
        or symptom in claim.symptoms
        or warning_sign in claim.warning_signs
    ]


class Pointer(NamedTuple):
    cause: Cause
    strength: Strength
    findings: list[Finding]


def causes_pointed_to(knowledge: Knowledge, symptom: Symptom) -> list[Pointer]:
    """Causes that a finding of the symptom speaks for, at least plainly; the strongest and commonest first."""
    found = {
        cause.slug: [
            indicator
            for indicator in cause.indicators
            if indicator.finding in symptom.findings
            and indicator.strength in (Strength.STRONGLY_FOR, Strength.FOR)
        ]
        for cause in knowledge.causes
    }
    pointers = [
        Pointer(
            knowledge.cause[slug],
            min((i.strength for i in indicators), key=STRENGTH_ORDER.__getitem__),
            [knowledge.finding[i.finding] for i in indicators],
        )
        for slug, indicators in found.items()
        if indicators
    ]
    return sorted(
        pointers,
        key=lambda pointer: (
            pointer.cause.role is not Role.CONDITION,
            STRENGTH_ORDER[pointer.strength],
            -pointer.cause.prior,
            pointer.cause.slug,
        ),
    )


def signs_using(knowledge: Knowledge, findings: Iterable[str]) -> list[WarningSign]:
    """Warning signs that one of the findings can help to raise, the most urgent first."""
    positions = {
        position
        for finding in findings
        for position in knowledge.signs_by_finding.get(finding, ())
    }
    return [knowledge.warning_signs[position] for position in sorted(positions)]


def signs_naming(knowledge: Knowledge, cause: str) -> list[WarningSign]:
    return [sign for sign in knowledge.warning_signs if cause in sign.conditions]


def first_aid_for(knowledge: Knowledge, symptom: Symptom) -> list[FirstAid]:
    """First aid at the symptom's places; none where the symptom by itself is a reason to be seen today."""
    if any(
        sign.urgency >= Urgency.URGENT_TODAY and sign.is_raised(found)
        for found in (knowledge.closure([finding]) for finding in symptom.findings)
        for sign in knowledge.warning_signs
    ):
        return []
    return [
        aid
        for aid in knowledge.first_aid
        if aid.areas & symptom.areas
        and (not aid.findings or aid.findings & symptom.findings)
    ]


class PatternInWords(NamedTuple):
    all_of: list[Finding]
    one_of: list[Finding]
    and_one_of: list[Finding]


class Triggers(NamedTuple):
    alone: list[Finding]
    together: list[PatternInWords]


def triggers(knowledge: Knowledge, sign: WarningSign) -> Triggers:
    """The answers that raise a sign: those that do it alone, and the combinations."""
    alone: dict[str, Finding] = {}
    together = []
    for pattern in sign.patterns:
        single = _alone(pattern)
        if single:
            alone |= {slug: knowledge.finding[slug] for slug in single}
        else:
            together.append(
                PatternInWords(
                    _findings(knowledge, pattern.all_of),
                    _findings(knowledge, pattern.one_of),
                    _findings(knowledge, pattern.and_one_of),
                )
            )
    return Triggers(list(alone.values()), together)


def _alone(pattern: Pattern) -> list[str]:
    """Findings of which one is enough for this pattern."""
    groups = [g for g in (pattern.one_of, pattern.and_one_of) if g]
    if not groups and len(pattern.all_of) == 1:
        return list(pattern.all_of)
    if len(groups) == 1 and not pattern.all_of:
        return sorted(groups[0])
    return []


def _findings(knowledge: Knowledge, slugs: Iterable[str]) -> list[Finding]:
    return [knowledge.finding[slug] for slug in sorted(slugs)]


class Dependents(NamedTuple):
    """Everything that rests on a source."""

    causes: list[Cause]
    warning_signs: list[WarningSign]
    steps: list[PreventionStep]
    first_aid: list[FirstAid]
    symptoms: list[Symptom]
    claims: list[Claim]


def resting_on(knowledge: Knowledge, source: str) -> Dependents:
    return Dependents(
        causes=[
            cause
            for cause in knowledge.causes
            if source in cause.sources
            or any(i.source == source for i in cause.indicators)
        ],
        warning_signs=[s for s in knowledge.warning_signs if source in s.sources],
        steps=[step for step in knowledge.steps if source in step.sources],
        first_aid=[aid for aid in knowledge.first_aid if source in aid.sources],
        symptoms=[s for s in knowledge.symptoms if source in s.sources],
        claims=[claim for claim in knowledge.claims if source in claim.sources],
    )


class Danger(NamedTuple):
    cause: Cause
    signs: list[WarningSign]


def dangers(knowledge: Knowledge) -> list[Danger]:
    """Conditions that need help, each with the signs that name it."""
    rows = by_name(c for c in knowledge.causes if c.role is Role.DANGER)
    return [Danger(cause, signs_naming(knowledge, cause.slug)) for cause in rows]


def by_urgency(signs: Iterable[WarningSign]) -> dict[Urgency, list[WarningSign]]:
    return grouped(signs, lambda sign: sign.urgency, sorted(Urgency, reverse=True))


def claims_shown(
    knowledge: Knowledge, verdict: str = "", topic: str = ""
) -> dict[str, Any]:
    """The claims with this verdict and on this topic, the worst verdict first; a filter that is unknown shows all."""
    verdicts = list(reversed(Verdict))
    topics = sorted({claim.topic for claim in knowledge.claims if claim.topic})
    verdict = verdict if verdict in verdicts else ""
    topic = topic if topic in topics else ""
    rows = [
        claim
        for claim in knowledge.claims
        if verdict in ("", claim.verdict) and topic in ("", claim.topic)
    ]
    return {
        "section": "claims",
        "count": len(knowledge.claims),
        "shown": len(rows),
        "verdict": verdict,
        "topic": topic,
        "verdicts": verdicts,
        "topics": topics,
        "by_verdict": grouped(rows, lambda claim: claim.verdict, verdicts),
    }
