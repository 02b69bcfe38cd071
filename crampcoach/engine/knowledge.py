"""What CrampCoach knows: the rows of a release, checked against each other when they are put together, and looked up.

Nothing here computes a result; interview, triage, ranking and plan do. `Knowledge` refuses to be built when a reference between
rows leads nowhere. The rows and their closed lists are imported from here by everyone else.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from crampcoach.engine.consistency import find_problems
from crampcoach.engine.levels import (
    ADVICE_TAGS,
    FAMILIES,
    LOG_ODDS,
    Effort,
    Evidence,
    Kind,
    KnowledgeError,
    Role,
    Stage,
    StepKind,
    Strength,
    Urgency,
    Verdict,
    When,
)
from crampcoach.engine.rows import (
    Action,
    Cause,
    Claim,
    Finding,
    FirstAid,
    Indicator,
    LastChanged,
    Page,
    Pattern,
    PreventionStep,
    Question,
    Reviewable,
    Rule,
    Source,
    Symptom,
    WarningSign,
)

__all__ = [
    "Knowledge",
    "Weighted",
    "ADVICE_TAGS",
    "Action",
    "Cause",
    "Claim",
    "Effort",
    "Evidence",
    "FAMILIES",
    "Finding",
    "FirstAid",
    "Indicator",
    "Kind",
    "KnowledgeError",
    "LOG_ODDS",
    "LastChanged",
    "Page",
    "Pattern",
    "PreventionStep",
    "Question",
    "Reviewable",
    "Role",
    "Rule",
    "Source",
    "Stage",
    "StepKind",
    "Strength",
    "Symptom",
    "Urgency",
    "Verdict",
    "WarningSign",
    "When",
]

# The position of a cause, the group of an indicator within it (its finding where it has none), and its log-odds.
Weighted = tuple[int, str, float]


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """Everything of one release in one language. Raises KnowledgeError when its rows do not fit together.

    The order of `questions` is the order in which screens are asked; `warning_signs` are the most urgent first.
    """

    questions: tuple[Question, ...] = ()
    derived: tuple[Finding, ...] = ()
    causes: tuple[Cause, ...] = ()
    warning_signs: tuple[WarningSign, ...] = ()
    steps: tuple[PreventionStep, ...] = ()
    first_aid: tuple[FirstAid, ...] = ()
    symptoms: tuple[Symptom, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    release: int = 0
    digest: str = ""
    published_on: str = ""
    language: str = "en"
    kept: dict[Any, Any] = field(
        default_factory=dict, repr=False, compare=False, hash=False
    )

    def __post_init__(self) -> None:
        problems = list(find_problems(self))
        if problems:
            raise KnowledgeError(problems)

    @cached_property
    def is_translated(self) -> bool:
        """Whether anything of it is in its own language: rows without a translation are in English."""
        return self.language == "en" or not all(c.is_fallback for c in self.causes)

    @cached_property
    def is_reviewed(self) -> bool:
        """Whether a clinician's name stands under every row that has room for one."""
        rows: tuple[Reviewable, ...] = (
            *self.causes,
            *self.warning_signs,
            *self.steps,
            *self.first_aid,
            *self.symptoms,
            *self.claims,
        )
        return all(row.reviewer for row in rows)

    @cached_property
    def question(self) -> Mapping[str, Question]:
        return {question.slug: question for question in self.questions}

    @cached_property
    def finding(self) -> Mapping[str, Finding]:
        options = {o.slug: o for q in self.questions for o in q.options}
        return options | {finding.slug: finding for finding in self.derived}

    @cached_property
    def cause(self) -> Mapping[str, Cause]:
        return {cause.slug: cause for cause in self.causes}

    @cached_property
    def warning_sign(self) -> Mapping[str, WarningSign]:
        return {sign.slug: sign for sign in self.warning_signs}

    @cached_property
    def step(self) -> Mapping[str, PreventionStep]:
        return {step.slug: step for step in self.steps}

    @cached_property
    def symptom(self) -> Mapping[str, Symptom]:
        return {symptom.slug: symptom for symptom in self.symptoms}

    @cached_property
    def claim(self) -> Mapping[str, Claim]:
        return {claim.slug: claim for claim in self.claims}

    @cached_property
    def source(self) -> Mapping[str, Source]:
        return {source.slug: source for source in self.sources}

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """The pages of the questionnaire in the order of their first question."""
        grouped: dict[str, list[Question]] = {}
        for question in self.questions:
            grouped.setdefault(question.page_slug, []).append(question)
        return {
            slug: Page(slug=slug, questions=tuple(members))
            for slug, members in grouped.items()
        }

    @cached_property
    def areas(self) -> tuple[Finding, ...]:
        """The places of the body map."""
        return tuple(o for q in self.questions if q.kind is Kind.MAP for o in q.options)

    @cached_property
    def area_slugs(self) -> frozenset[str]:
        return frozenset(area.slug for area in self.areas)

    @cached_property
    def neighbours(self) -> Mapping[str, frozenset[str]]:
        """area -> the areas that share a condition with it, itself among them; areas where no condition is at home are left out.

        At home: a typical area that no indicator of the condition speaks against.
        """
        shared: dict[str, frozenset[str]] = {}
        for cause in self.conditions:
            away = {i.finding for i in cause.indicators if not i.strength.is_for}
            home = cause.typical_areas - away
            for area in home:
                shared[area] = shared.get(area, frozenset()) | home
        return shared

    @cached_property
    def conditions(self) -> tuple[Cause, ...]:
        return tuple(c for c in self.causes if c.role is Role.CONDITION)

    @cached_property
    def contributors(self) -> tuple[Cause, ...]:
        return tuple(c for c in self.causes if c.role is Role.CONTRIBUTOR)

    @cached_property
    def signs_by_finding(self) -> Mapping[str, tuple[int, ...]]:
        """Which warning signs (by position) a finding can help to raise."""
        return _positions(
            (position, pattern.findings)
            for position, sign in enumerate(self.warning_signs)
            for pattern in sign.patterns
        )

    @cached_property
    def derived_by_finding(self) -> Mapping[str, tuple[int, ...]]:
        """Which derived findings (by position) rest on a finding."""
        return _positions(
            (position, frozenset(finding.rule.leaves()))
            for position, finding in enumerate(self.derived)
            if finding.rule
        )

    @cached_property
    def evidence_by_finding(self) -> Mapping[str, tuple[Weighted, ...]]:
        """finding -> (position of the cause, group, log-odds), one entry for each indicator that rests on it."""
        grouped: dict[str, list[Weighted]] = {}
        for position, cause in enumerate(self.causes):
            for i in cause.indicators:
                entry = (position, i.group or i.finding, i.strength.log_odds)
                grouped.setdefault(i.finding, []).append(entry)
        return {finding: tuple(rows) for finding, rows in grouped.items()}

    @cached_property
    def openers(self) -> Mapping[str, frozenset[str]]:
        """question -> the questions whose answers can open it."""
        return {q.slug: self._questions_behind(q.asked_if) for q in self.questions}

    @cached_property
    def requirers(self) -> Mapping[str, frozenset[str]]:
        """question -> the questions whose answers can make it required before a result."""
        return {q.slug: self._questions_behind(q.safety_if) for q in self.questions}

    def _questions_behind(self, findings: Iterable[str]) -> frozenset[str]:
        """The questions with an option that can establish one of these findings."""
        wanted = set(findings)
        return frozenset(
            finding.question
            for slug, reached in self._reached_by.items()
            if not wanted.isdisjoint(reached)
            and (finding := self.finding[slug]).question
        )

    @cached_property
    def _reached_by(self) -> Mapping[str, frozenset[str]]:
        """finding -> all findings that it can help to establish, itself among them."""
        reached = {}
        for start in self.finding:
            seen = {start}
            waiting = [start]
            while waiting:
                slug = waiting.pop()
                more = [*self.finding[slug].implies]
                rests = self.derived_by_finding.get(slug, ())
                more += [self.derived[position].slug for position in rests]
                waiting += [extra for extra in more if extra not in seen]
                seen.update(more)
            reached[start] = frozenset(seen)
        return reached

    @cached_property
    def odds_by_option(self) -> Mapping[str, Mapping[str, float]]:
        """cause -> option -> the factor by which ticking it multiplies the cause's odds, with what it implies."""
        weights: dict[str, dict[str, float]] = {c.slug: {} for c in self.causes}
        for question in self.questions:
            for option in question.options:
                for finding in sorted(self.closure([option.slug])):
                    for position, _, log_odds in self.evidence_by_finding.get(
                        finding, ()
                    ):
                        row = weights[self.causes[position].slug]
                        row[option.slug] = row.get(option.slug, 0.0) + log_odds
        return {
            cause: {option: math.exp(total) for option, total in row.items()}
            for cause, row in weights.items()
        }

    @cached_property
    def own_findings(self) -> Mapping[str, frozenset[str]]:
        """cause -> the findings that speak for it, or strongly for it."""
        own = (Strength.FOR, Strength.STRONGLY_FOR)
        return {
            c.slug: frozenset(i.finding for i in c.indicators if i.strength in own)
            for c in self.causes
        }

    @cached_property
    def contributors_by_question(self) -> Mapping[str, tuple[Cause, ...]]:
        """question -> the contributors that one of its options establishes."""
        rows: dict[str, list[Cause]] = {}
        for cause in self.contributors:
            for slug in sorted(self._questions_behind(self.own_findings[cause.slug])):
                rows.setdefault(slug, []).append(cause)
        return {slug: tuple(causes) for slug, causes in rows.items()}

    def closure(self, found: Iterable[str]) -> frozenset[str]:
        """The findings, with all that they imply and derive, to a fixed point."""
        known = set(found)
        waiting = list(known)
        while waiting:
            slug = waiting.pop()
            finding = self.finding.get(slug)
            more = list(finding.implies) if finding else []
            more += [
                self.derived[position].slug
                for position in self.derived_by_finding.get(slug, ())
                if self._derives(position, known)
            ]
            for extra in more:
                if extra not in known:
                    known.add(extra)
                    waiting.append(extra)
        return frozenset(known)

    def _derives(self, position: int, known: set[str]) -> bool:
        rule = self.derived[position].rule
        return rule is not None and rule.holds(known)


def _positions(
    pairs: Iterable[tuple[int, frozenset[str]]],
) -> Mapping[str, tuple[int, ...]]:
    grouped: dict[str, set[int]] = {}
    for position, findings in pairs:
        for finding in findings:
            grouped.setdefault(finding, set()).add(position)
    return {finding: tuple(sorted(rows)) for finding, rows in grouped.items()}
