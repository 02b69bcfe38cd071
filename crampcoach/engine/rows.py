"""The frozen rows of a release. Every reference between rows is a slug; nothing here computes a result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crampcoach.engine.levels import (
    Effort,
    Evidence,
    Kind,
    Role,
    Stage,
    StepKind,
    Strength,
    Urgency,
    Verdict,
    When,
)


@dataclass(frozen=True, slots=True)
class LastChanged:
    """The release in which a row got the form that it has now, and the day of that release, such as 2026-12-02."""

    release: int
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    slug: str
    title: str
    topic: str = ""
    authors: str = ""
    year: str = ""
    publisher: str = ""
    url: str = ""
    kind: str = ""
    grade: str = ""
    shows: str = ""
    is_fallback: bool = False
    last_changed: LastChanged | None = None

    @property
    def name(self) -> str:
        return self.title


@dataclass(frozen=True, slots=True)
class Rule:
    """`any_of` or `all_of` some findings and inner rules. There is no negation."""

    all_of: bool
    parts: tuple[str | Rule, ...]

    def holds(self, found: frozenset[str] | set[str]) -> bool:
        test = all if self.all_of else any
        return test(
            part in found if isinstance(part, str) else part.holds(found)
            for part in self.parts
        )

    def leaves(self) -> Iterator[str]:
        for part in self.parts:
            if isinstance(part, str):
                yield part
            else:
                yield from part.leaves()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Anything a runner can report: an option of a question, or derived from others by `rule`.

    `unsure` is the urgency that "not sure" counts at; None where doubt alone is no reason for help.
    """

    slug: str
    text: str
    question: str = ""
    group: str = ""
    help: str = ""
    implies: tuple[str, ...] = ()
    out_of_scope: bool = False
    unsure: Urgency | None = None
    rule: Rule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    slug: str
    text: str
    stage: Stage
    kind: Kind
    options: tuple[Finding, ...]
    page: str = ""
    screen: bool = False
    sensitive: bool = False
    asked_if: frozenset[str] = frozenset()
    not_asked_if: frozenset[str] = frozenset()
    safety_if: frozenset[str] = frozenset()
    hint: str = ""
    why: str = ""
    is_fallback: bool = False

    @property
    def page_slug(self) -> str:
        """Questions that share a page share its address."""
        return self.page or self.slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One address of the questionnaire: a question, or a few short ones that are asked together."""

    slug: str
    questions: tuple[Question, ...]

    @property
    def is_screen(self) -> bool:
        return any(question.screen for question in self.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A finding that speaks for or against a cause; correlated ones of a cause share a `group`."""

    cause: str
    finding: str
    strength: Strength
    source: str = "expert"
    why: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """`prior`: expected number per 1000 runners with a complaint in `typical_areas`."""

    slug: str
    name: str
    term: str = ""
    role: Role = Role.CONDITION
    family: str = "other"
    typical_areas: frozenset[str] = frozenset()
    prior: int = 0
    care_floor: Urgency | None = None
    needs_own_finding: bool = False
    show_one_of: str = ""
    pattern_cap: float | None = None
    confused_with: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    summary: str = ""
    feels_like: str = ""
    mechanism: str = ""
    how_common: str = ""
    help_now: tuple[str, ...] = ()
    clinician: str = ""
    when_to_see: tuple[str, ...] = ()
    told_apart: str = ""
    sources: tuple[str, ...] = ()
    reviewer: str = ""
    reviewed_on: str = ""
    is_fallback: bool = False
    last_changed: LastChanged | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """Holds when all of `all_of` are established, and one of `one_of` and one of `and_one_of` (an empty choice holds)."""

    all_of: frozenset[str] = frozenset()
    one_of: frozenset[str] = frozenset()
    and_one_of: frozenset[str] = frozenset()

    def holds(self, found: frozenset[str] | set[str]) -> bool:
        return (
            self.all_of <= found
            and (not self.one_of or not self.one_of.isdisjoint(found))
            and (not self.and_one_of or not self.and_one_of.isdisjoint(found))
        )

    @property
    def findings(self) -> frozenset[str]:
        return self.all_of | self.one_of | self.and_one_of


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningSign:
    slug: str
    title: str
    urgency: Urgency
    patterns: tuple[Pattern, ...]
    conditions: tuple[str, ...] = ()
    withholds: frozenset[str] = frozenset()
    mimics: tuple[str, ...] = ()
    say: str = ""
    why: str = ""
    do_now: tuple[str, ...] = ()
    do_not: tuple[str, ...] = ()
    tell_them: str = ""
    within: str = ""
    trigger_rate: str = ""
    sources: tuple[str, ...] = ()
    reviewer: str = ""
    reviewed_on: str = ""
    is_fallback: bool = False
    last_changed: LastChanged | None = None

    @property
    def name(self) -> str:
        return self.title

    def is_raised(self, found: frozenset[str] | set[str]) -> bool:
        return any(pattern.holds(found) for pattern in self.patterns)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreventionStep:
    """Something to do against a cause. `rung` 1 to 6 makes it a rung of the return-to-run ladder."""

    slug: str
    name: str
    kind: StepKind
    evidence: Evidence = Evidence.EXPERT
    effort: Effort = Effort.MEDIUM
    when: When = When.THIS_WEEK
    rung: int = 0
    not_worth_it: bool = False
    tags: frozenset[str] = frozenset()
    unsafe_with: frozenset[str] = frozenset()
    causes: tuple[str, ...] = ()
    findings: frozenset[str] = frozenset()
    summary: str = ""
    how_to: tuple[str, ...] = ()
    dose: str = ""
    progression: str = ""
    stop_rule: str = ""
    cautions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    reviewer: str = ""
    reviewed_on: str = ""
    is_fallback: bool = False
    last_changed: LastChanged | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing to do in the first minutes; left out when one of its tags is withheld."""

    text: str
    tags: frozenset[str] = frozenset()
    unsafe_with: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAid:
    slug: str
    name: str
    areas: frozenset[str]
    actions: tuple[Action, ...]
    findings: frozenset[str] = frozenset()
    watch_for: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    reviewer: str = ""
    reviewed_on: str = ""
    is_fallback: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Symptom:
    slug: str
    name: str
    also_called: str = ""
    summary: str = ""
    about: str = ""
    areas: frozenset[str] = frozenset()
    findings: frozenset[str] = frozenset()
    when_it_matters: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    reviewer: str = ""
    reviewed_on: str = ""
    is_fallback: bool = False
    last_changed: LastChanged | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    slug: str
    statement: str
    verdict: Verdict
    topic: str = ""
    why: str = ""
    heard_in: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    symptoms: tuple[str, ...] = ()
    warning_signs: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    reviewer: str = ""
    reviewed_on: str = ""
    is_fallback: bool = False
    last_changed: LastChanged | None = None

    @property
    def name(self) -> str:
        return self.statement


# The rows that have room for the name of a clinician.
Reviewable = Cause | WarningSign | PreventionStep | FirstAid | Symptom | Claim
