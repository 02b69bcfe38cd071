"""Which causes fit: weight of evidence over the established findings, deterministic, in three bands and never a number.

A cause starts at the log-odds of its prior in the areas named; every established finding adds the log-odds of its
indicators; correlated ones (same group) count the strongest plus half of the next. Absence counts only where an
indicator says so. Warning signs play no part here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from crampcoach.engine.knowledge import (
    Cause,
    Finding,
    Indicator,
    Knowledge,
    Role,
    Strength,
)

Findings = frozenset[str]

MAX_CONDITIONS = 3
MAX_CONTRIBUTORS = 4
# Outside the areas where a cause is at home it starts at a tenth of its prior.
AWAY_FROM_HOME = 0.1
# What its own weights must reach before a contributor (or a cause that needs its own finding) is listed.
LISTED_FROM = 0.85
# Shares of the conditions' summed odds from which a condition fits well, fits partly, or is listed at all.
FITS_WELL_FROM = 0.45
FITS_PARTLY_FROM = 0.12
LISTED_SHARE = 0.01
MAX_REASONS = 6
MAX_NOT_ASKED = 2
PATTERN, EXTRA = "pattern", "extra"


class Band(StrEnum):
    FITS_WELL = "fits-well"
    FITS_PARTLY = "fits-partly"
    LESS_LIKELY = "less-likely"


@dataclass(frozen=True, slots=True)
class Scored:
    """`evidence`: summed log-odds of the findings; `score`: the same with the prior; `share`: its part of the conditions' odds."""

    cause: Cause
    evidence: float
    score: float
    has_own_finding: bool
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A cause in its place in the list, without its reasons. `score`: log-odds, for comparing with others of the list."""

    cause: Cause
    band: Band
    score: float

    @property
    def fits_well(self) -> bool:
        return self.band is Band.FITS_WELL


@dataclass(frozen=True, slots=True)
class Reason:
    """An answer of the runner that speaks for or against a cause."""

    finding: Finding
    strength: Strength
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class RankedCause:
    cause: Cause
    band: Band
    reasons_for: tuple[Reason, ...] = ()
    reasons_against: tuple[Reason, ...] = ()
    not_asked: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """Conditions by fit, best first, then the contributors by weight."""

    conditions: tuple[RankedCause, ...]
    contributors: tuple[RankedCause, ...]

    @property
    def slugs(self) -> tuple[str, ...]:
        return tuple(r.cause.slug for r in (*self.conditions, *self.contributors))


def rank_causes(
    knowledge: Knowledge, established: Findings, asked: Findings = frozenset()
) -> Ranking:
    """The causes to show, each with its reasons. `asked`: findings that the runner has answered yes or no to."""
    return Ranking(
        explain_all(
            knowledge, place_conditions(knowledge, established), established, asked
        ),
        rank_contributors(knowledge, established, asked),
    )


def place_conditions(knowledge: Knowledge, established: Findings) -> tuple[Placed, ...]:
    """The conditions to show, best first."""
    return tuple(
        Placed(scored.cause, _band(scored), scored.score)
        for scored in _shown_conditions(knowledge, established)
    )


def rank_contributors(
    knowledge: Knowledge, established: Findings, asked: Findings = frozenset()
) -> tuple[RankedCause, ...]:
    """The contributors to show, by weight, each with its reasons."""
    best = score_contributors(knowledge, established)[:MAX_CONTRIBUTORS]
    placed = [Placed(s.cause, Band.FITS_PARTLY, s.score) for s in best]
    return explain_all(knowledge, placed, established, asked)


def explain_all(
    knowledge: Knowledge,
    placed: Iterable[Placed],
    established: Findings,
    asked: Findings,
) -> tuple[RankedCause, ...]:
    """The reasons for and against each."""
    return tuple(explain(knowledge, p, established, asked) for p in placed)


def score_conditions(knowledge: Knowledge, established: Findings) -> list[Scored]:
    """Every condition that may be listed, best first, with its share of the summed odds."""
    scored = [
        entry
        for entry in _scores(knowledge, established)
        if entry.cause.role is Role.CONDITION and _may_be_listed(entry)
    ]
    return _with_shares(_one_of_each(_by_score(scored)))


def score_contributors(knowledge: Knowledge, established: Findings) -> list[Scored]:
    """The contributors that one of their own findings establishes, the weightiest first."""
    scored = [
        entry
        for entry in _scores(knowledge, established)
        if entry.cause.role is Role.CONTRIBUTOR and _may_be_listed(entry)
    ]
    return sorted(
        scored, key=lambda s: (-round(s.evidence, 6), -s.cause.prior, s.cause.slug)
    )


def _scores(knowledge: Knowledge, established: Findings) -> Iterable[Scored]:
    """All causes but dangers, scored; the order of the findings plays no part."""
    weights: dict[int, dict[str, list[float]]] = {}
    own: set[int] = set()
    for finding in established:
        for position, group, log_odds in knowledge.evidence_by_finding.get(finding, ()):
            weights.setdefault(position, {}).setdefault(group, []).append(log_odds)
            if log_odds >= LISTED_FROM:
                own.add(position)
    areas = knowledge.area_slugs & established
    for position, cause in enumerate(knowledge.causes):
        if cause.role is Role.DANGER:
            continue
        groups = weights.get(position)
        evidence = _summed(cause, groups) if groups else 0.0
        yield Scored(
            cause=cause,
            evidence=evidence,
            score=round(prior_log_odds(cause, areas) + evidence, 6),
            has_own_finding=position in own,
        )


def _summed(cause: Cause, groups: Mapping[str, list[float]]) -> float:
    total = 0.0
    for group in sorted(groups):
        part = _capped(groups[group])
        if group == PATTERN and cause.pattern_cap is not None and EXTRA not in groups:
            part = min(part, cause.pattern_cap)
        total += part
    return total


def _capped(log_odds: list[float]) -> float:
    """The strongest of a group plus half of the next; no group mixes for and against."""
    if len(log_odds) == 1:
        return log_odds[0]
    first, second = sorted(log_odds, key=abs, reverse=True)[:2]
    return first + second / 2


def prior_log_odds(cause: Cause, areas: Findings) -> float:
    """Log-odds of the prior: whole where the cause is at home, a tenth elsewhere."""
    prior = cause.prior / 1000
    if not cause.typical_areas & areas:
        prior *= AWAY_FROM_HOME
    return math.log(prior / (1 - prior)) if prior > 0 else -math.inf


def _may_be_listed(entry: Scored) -> bool:
    """Contributors, and causes marked so, need a finding of their own and enough weight."""
    cause = entry.cause
    if cause.role is Role.CONTRIBUTOR or cause.needs_own_finding:
        return entry.has_own_finding and entry.evidence >= LISTED_FROM
    return True


def _by_score(scored: Iterable[Scored]) -> list[Scored]:
    return sorted(scored, key=lambda entry: (-entry.score, entry.cause.slug))


def _one_of_each(scored: list[Scored]) -> list[Scored]:
    """Of causes that share `show_one_of` only the best stays."""
    kept, seen = [], set()
    for entry in scored:
        name = entry.cause.show_one_of
        if name and name in seen:
            continue
        seen.add(name)
        kept.append(entry)
    return kept


def _with_shares(scored: list[Scored]) -> list[Scored]:
    if not scored:
        return []
    best = scored[0].score
    odds = [math.exp(entry.score - best) for entry in scored]
    total = sum(odds)
    return [
        Scored(e.cause, e.evidence, e.score, e.has_own_finding, odd / total)
        for e, odd in zip(scored, odds, strict=True)
    ]


def _shown_conditions(knowledge: Knowledge, established: Findings) -> list[Scored]:
    """At most three that something speaks for; where separate problems are told at once, the best of each comes first."""
    rankings = [
        _with_shares([s for s in score_conditions(knowledge, told) if s.evidence > 0])
        for told in separate_problems(knowledge, established)
    ]
    merged: dict[str, Scored] = {}
    for rank in range(MAX_CONDITIONS):
        row = [ranking[rank] for ranking in rankings if rank < len(ranking)]
        for entry in sorted(row, key=lambda e: (-e.share, e.cause.slug)):
            merged.setdefault(entry.cause.slug, entry)
    worth = [
        entry
        for place, entry in enumerate(merged.values())
        if place < len(rankings) or entry.share >= LISTED_SHARE
    ]
    return worth[:MAX_CONDITIONS]


def separate_problems(knowledge: Knowledge, established: Findings) -> list[Findings]:
    """The established findings once for each group of areas that shares no cause with the others.

    Two areas belong together when some condition is at home in both. A calf cramp and a stitch told in one visit are two
    problems: counted together, each would speak against the other's cause.
    """
    areas = sorted(area for area in knowledge.neighbours if area in established)
    groups: list[frozenset[str]] = []
    for area in areas:
        linked = [g for g in groups if g & knowledge.neighbours[area]]
        apart = [g for g in groups if g not in linked]
        groups = [*apart, frozenset({area}).union(*linked)]
    if len(groups) < 2:
        return [established]
    return [established - (frozenset(areas) - group) for group in groups]


def _band(entry: Scored) -> Band:
    if entry.share >= FITS_WELL_FROM and entry.evidence > 0:
        return Band.FITS_WELL
    return Band.FITS_PARTLY if entry.share >= FITS_PARTLY_FROM else Band.LESS_LIKELY


def explain(
    knowledge: Knowledge, placed: Placed, established: Findings, asked: Findings
) -> RankedCause:
    """The answers for and against one cause, the weightiest first."""
    rows = [i for i in placed.cause.indicators if i.finding in established]
    named = {indicator.finding for indicator in rows}
    told = [i for i in rows if not _doubles_a_parent(knowledge, i.finding, named)]
    told.sort(key=lambda i: (-abs(i.strength.log_odds), i.finding))
    reasons = [
        Reason(knowledge.finding[i.finding], i.strength, i.why, i.source) for i in told
    ]
    return RankedCause(
        cause=placed.cause,
        band=placed.band,
        reasons_for=tuple(r for r in reasons if r.strength.is_for)[:MAX_REASONS],
        reasons_against=tuple(r for r in reasons if not r.strength.is_for)[
            :MAX_REASONS
        ],
        not_asked=_not_asked(knowledge, placed.cause.indicators, established | asked),
    )


def _doubles_a_parent(knowledge: Knowledge, slug: str, named: set[str]) -> bool:
    """A derived finding whose parent stands among the reasons itself."""
    rule = knowledge.finding[slug].rule
    return rule is not None and any(leaf in named for leaf in rule.leaves())


def _not_asked(
    knowledge: Knowledge, indicators: Iterable[Indicator], known: Findings
) -> tuple[Finding, ...]:
    """The weightiest options that the runner has said neither yes nor no to."""
    open_rows = [
        i
        for i in indicators
        if i.finding not in known
        and knowledge.finding[i.finding].question
        and i.finding not in knowledge.area_slugs
        and abs(i.strength.log_odds) >= LISTED_FROM
    ]
    open_rows.sort(key=lambda i: (-abs(i.strength.log_odds), i.finding))
    return tuple(knowledge.finding[i.finding] for i in open_rows[:MAX_NOT_ASKED])
