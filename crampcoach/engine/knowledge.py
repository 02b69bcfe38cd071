"""What CrampCoach knows: frozen rows of a release, checked against each other when they are put together.

Nothing here computes a result; interview, triage, ranking and plan do. Every reference between rows is a slug, and
`Knowledge` refuses to be built when one of them leads nowhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import Any


class Urgency(IntEnum):
    """How soon to get help; a higher number is more urgent."""

    SELF_CARE = 0
    SEE_DOCTOR = 1
    URGENT_TODAY = 2
    EMERGENCY_DEPARTMENT = 3
    CALL_AMBULANCE = 4

    @property
    def slug(self) -> str:
        return self.name.lower().replace("_", "-")

    @property
    def is_emergency(self) -> bool:
        """At these levels the interview stops at once."""
        return self >= Urgency.EMERGENCY_DEPARTMENT

    @classmethod
    def of(cls, slug: str) -> Urgency:
        """The level with this slug. Raises KnowledgeError."""
        try:
            return cls[slug.upper().replace("-", "_")]
        except KeyError:
            raise KnowledgeError([f"no urgency {slug!r}"]) from None


class Kind(StrEnum):
    """How a question is answered."""

    ONE = "one"
    MANY = "many"
    MAP = "map"


class Stage(StrEnum):
    SAFETY = "safety"
    PROBLEM = "problem"
    RUNNING = "running"
    YOU = "you"


class Role(StrEnum):
    """A condition competes to explain the problem, a contributor adds up, a danger is only named by warning signs."""

    CONDITION = "condition"
    CONTRIBUTOR = "contributor"
    DANGER = "danger"


class Strength(StrEnum):
    """How much a finding speaks for or against a cause."""

    STRONGLY_FOR = "strongly_for"
    FOR = "for"
    SLIGHTLY_FOR = "slightly_for"
    SLIGHTLY_AGAINST = "slightly_against"
    AGAINST = "against"
    STRONGLY_AGAINST = "strongly_against"

    @property
    def log_odds(self) -> float:
        """Weight of evidence in natural log-odds: 0.9 multiplies the odds by about 2.5."""
        return LOG_ODDS[self]

    @property
    def is_for(self) -> bool:
        return self.log_odds > 0


LOG_ODDS: Mapping[Strength, float] = {
    Strength.STRONGLY_FOR: 1.9,
    Strength.FOR: 0.9,
    Strength.SLIGHTLY_FOR: 0.4,
    Strength.SLIGHTLY_AGAINST: -0.4,
    Strength.AGAINST: -0.9,
    Strength.STRONGLY_AGAINST: -1.6,
}


class StepKind(StrEnum):
    HABIT = "habit"
    EXERCISE = "exercise"
    LOAD = "load"
    FUEL = "fuel"
    GEAR = "gear"
    MEDICAL = "medical"


class Evidence(StrEnum):
    """How well a step is known to work, best first."""

    STRONG = "strong"
    MODERATE = "moderate"
    LIMITED = "limited"
    EXPERT = "expert"
    AGAINST = "against"


class Effort(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class When(StrEnum):
    NOW = "now"
    THIS_WEEK = "this-week"
    COMING_WEEKS = "coming-weeks"


class Verdict(StrEnum):
    SUPPORTED = "supported"
    PARTLY = "partly"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"
    HARMFUL = "harmful"


FAMILIES = (
    "training",
    "environment",
    "fuel",
    "technique",
    "muscle",
    "joint-bone",
    "nerve",
    "medical",
    "other",
)

# The kinds of advice that a warning sign can withhold: a closed list, in the order of showing.
ADVICE_TAGS: Mapping[str, str] = {
    "run": "Any running",
    "race": "Races, intervals, hills and other hard efforts",
    "walk": "Walking or standing on the leg",
    "cross-train": "Cycling, swimming or other sport instead",
    "strength": "Strength, balance and hopping exercises",
    "stretch": "Stretching",
    "arch-back": "Bending the back backwards",
    "bend-lift": "Bending forward under load, twisting, lifting",
    "massage": "Massage, foam roller or massage gun",
    "manipulation": "Cracking the back or neck",
    "heat": "Heat pad, hot bath or sauna",
    "ice": "Ice or a cold pack on the sore part",
    "compress": "Compression socks, tight bandage or tape",
    "raise": "Raising the limb",
    "fluids": "Drinking more than thirst asks for",
    "salt": "Extra salt",
    "supplements": "Magnesium, potassium and other supplements",
    "ibuprofen": "Ibuprofen and other anti-inflammatory painkillers",
    "other-medicine": "Any other medicine without asking first",
    "eat-drink": "Eating or drinking",
    "weight-loss": "Eating less or losing weight",
    "caffeine": "Coffee, energy drinks, caffeine gels",
    "drive": "Driving yourself",
    "travel-alone": "Going anywhere alone",
    "fly-dive": "Flying or diving",
    "wait-and-see": "Waiting some days first",
}


# The position of a cause, the group of an indicator within it (its finding where it has none), and its log-odds.
Weighted = tuple[int, str, float]


class KnowledgeError(ValueError):
    """Rows that do not fit together; `problems` has one plain sentence for each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(self.problems))


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
        problems = list(_problems(self))
        if problems:
            raise KnowledgeError(problems)

    @cached_property
    def is_reviewed(self) -> bool:
        """Whether a clinician's name stands under every row that has room for one."""
        rows = (
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


def _problems(knowledge: Knowledge) -> Iterator[str]:
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
