"""How urgent: which warning signs are raised by the runner's answers, and what advice they withhold.

Decided before and apart from the causes; nothing here can be lowered by one more finding. See `safety` in docs/reasoning.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crampcoach.engine.knowledge import Finding, Knowledge, Urgency, WarningSign

Findings = frozenset[str]


@dataclass(frozen=True, slots=True)
class RaisedSign:
    """A warning sign with the answers of the runner that raised it."""

    sign: WarningSign
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A "not sure" that counts: less than a yes, never as a no."""

    finding: Finding
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class Triage:
    """`possible`: signs that only doubt would raise. `withheld`: advice tag -> the signs that withhold it, possible ones as well."""

    urgency: Urgency
    raised: tuple[RaisedSign, ...]
    doubts: tuple[Doubt, ...]
    possible: tuple[WarningSign, ...]
    withheld: Mapping[str, tuple[WarningSign, ...]]

    @property
    def leading(self) -> tuple[RaisedSign, ...]:
        """The raised signs at the highest level."""
        return tuple(r for r in self.raised if r.sign.urgency is self.urgency)


def assess_urgency(
    knowledge: Knowledge, established: Findings, unsure: Findings = frozenset()
) -> Triage:
    """The highest urgency of all raised signs and of all doubts.

    `established`: findings that hold, closed under implies and derived. `unsure`: findings whose doubt counts.
    """
    raised = tuple(
        RaisedSign(sign, _raising_findings(knowledge, sign, established))
        for sign in _signs(knowledge, established)
    )
    doubtful = knowledge.closure(established | unsure) - established
    doubts = tuple(_doubts(knowledge, doubtful))
    signs = [entry.sign for entry in raised]
    possible: tuple[WarningSign, ...] = ()
    if unsure:
        known = {sign.slug for sign in signs}
        all_signs = _signs(knowledge, established | doubtful)
        possible = tuple(sign for sign in all_signs if sign.slug not in known)
    levels = [entry.sign.urgency for entry in raised]
    levels += [doubt.urgency for doubt in doubts]
    return Triage(
        urgency=max(levels, default=Urgency.SELF_CARE),
        raised=raised,
        doubts=doubts,
        possible=possible,
        withheld=_withheld((*signs, *possible)),
    )


def _signs(knowledge: Knowledge, found: Findings) -> list[WarningSign]:
    """The signs that hold, most urgent first."""
    near = {p for slug in found for p in knowledge.signs_by_finding.get(slug, ())}
    signs = (knowledge.warning_signs[position] for position in sorted(near))
    return [sign for sign in signs if sign.is_raised(found)]


def _raising_findings(
    knowledge: Knowledge, sign: WarningSign, established: Findings
) -> tuple[Finding, ...]:
    """The established findings of the patterns that hold, in the order of the patterns."""
    slugs: dict[str, None] = {}
    for pattern in sign.patterns:
        if pattern.holds(established):
            for part in (pattern.all_of, pattern.one_of, pattern.and_one_of):
                slugs.update(dict.fromkeys(sorted(part & established)))
    return tuple(knowledge.finding[slug] for slug in slugs)


def _doubts(knowledge: Knowledge, doubtful: Findings) -> Iterable[Doubt]:
    for slug in sorted(doubtful):
        finding = knowledge.finding[slug]
        if finding.unsure:
            yield Doubt(finding, finding.unsure)


def _withheld(signs: Iterable[WarningSign]) -> Mapping[str, tuple[WarningSign, ...]]:
    by_tag: dict[str, tuple[WarningSign, ...]] = {}
    for sign in signs:
        for tag in sorted(sign.withholds):
            by_tag[tag] = (*by_tag.get(tag, ()), sign)
    return by_tag
