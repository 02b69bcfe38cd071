"""Which page comes next: replay of the answers, screens first, then the question that is expected to teach most.

What to ask next depends on the set of answers alone, never on the order in which they were given.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from crampcoach.engine import ranking
from crampcoach.engine.answers import Answers, is_skipped
from crampcoach.engine.knowledge import (
    Finding,
    Kind,
    Knowledge,
    Page,
    Question,
    Urgency,
)
from crampcoach.engine.ranking import Scored
from crampcoach.engine.triage import Triage, assess_urgency

Findings = frozenset[str]

# Pages after the screens: five to eight questions chosen by information gain reach the quality of asking everything,
# fewer than four lose some.
MAX_PAGES = 8
MIN_PAGES = 4
# So many of them are kept for what adds to the plan; until then, what tells conditions apart comes first.
KEPT_FOR_THE_PLAN = 2
# How many pages after the screens most visits have, and how many of the screens that an answer may still open it does open.
USUAL_PAGES = 6
OPENED = 0.4
# Nats of expected information from which a page is worth a runner's time once MIN_PAGES were asked.
WORTH_ASKING = 0.05
# Conditions with less than this share of the odds, or beyond this many, are too far behind for a question to be chosen for them.
IN_THE_RACE = 0.01
MAX_IN_THE_RACE = 14
# A condition that needs a doctor or physiotherapist costs more to miss, so questions about it are worth more.
CARE_WEIGHT = 4.0
# How often an option is ticked by a runner whose cause says nothing about it.
USUAL_RATE = 0.12
# What settling one contributor is worth for the plan, against a nat about the conditions.
CONTRIBUTOR_VALUE = 0.11


@dataclass(frozen=True)
class Interview:
    """The state of a visit, computed from the answers that count."""

    knowledge: Knowledge
    answers: Answers
    established: Findings
    doubted: Findings
    unsure: Findings
    triage: Triage

    @property
    def is_stopped(self) -> bool:
        """An emergency level ends the interview at once."""
        return self.triage.urgency.is_emergency

    @cached_property
    def next_page(self) -> Page | None:
        """The page to show; None when the report can be shown."""
        if self.is_stopped:
            return None
        return self._next_screen or self._next_question

    @cached_property
    def escalations(self) -> tuple[Finding, ...]:
        """On the way to an emergency department: what, if it is true as well, means calling an ambulance instead.

        The interview has stopped, so the emergency page asks these itself: the options of screens that were not reached and that
        would raise a sign of the highest urgency.
        """
        if self.triage.urgency is not Urgency.EMERGENCY_DEPARTMENT:
            return ()
        return tuple(
            option
            for question in self.knowledge.questions
            if question.screen
            and question.kind is Kind.MANY
            and question.slug not in self.answers.answered
            for option in question.options
            if option.slug not in self.established and self._would_call(option.slug)
        )

    def _would_call(self, finding: str) -> bool:
        found = self.knowledge.closure(self.established | {finding})
        return assess_urgency(self.knowledge, found).urgency is Urgency.CALL_AMBULANCE

    @cached_property
    def remaining(self) -> int:
        """The most pages that can still come, the next one included; never rises without a changed answer."""
        if self.next_page is None:
            return 0
        screens = {q.page_slug for q in self._possible_screens}
        left = MAX_PAGES - self._asked_after_screens
        required = {q.page_slug for q in self._possibly_required}
        askable = {
            q.page_slug
            for q in self.knowledge.questions
            if not q.screen and q.slug not in self.answers.answered
        }
        return len(screens) + min(max(left, len(required)), len(askable))

    @cached_property
    def expected(self) -> int:
        """How many pages a visit like this usually still has, the next one included; it may rise by a little with an answer."""
        if self.next_page is None:
            return 0
        due = {q.page_slug for q in self._due if q.screen}
        openable = {q.page_slug for q in self._possible_screens} - due
        asked = self._asked_after_screens
        usual = max(USUAL_PAGES - asked, min(2, MAX_PAGES - asked), 0)
        return min(
            max(1, len(due) + int(len(openable) * OPENED) + usual), self.remaining
        )

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages with an answer that counts, in the order of answering."""
        slugs = dict.fromkeys(
            self.knowledge.question[slug].page_slug
            for slug, given in self.answers.given.items()
            if not given.is_partial
        )
        return tuple(self.knowledge.pages[slug] for slug in slugs)

    def page_before(self, page_slug: str) -> Page | None:
        """The answered page before this one; the last answered page for one that is not answered yet."""
        slugs = [page.slug for page in self.pages]
        place = slugs.index(page_slug) if page_slug in slugs else len(slugs)
        return self.pages[place - 1] if place else None

    def is_open(self, page_slug: str) -> bool:
        """Whether an answer to this page is accepted: answered before, or due now."""
        page = self.knowledge.pages.get(page_slug)
        if page is None:
            return False
        if any(q.slug in self.answers.answered for q in page.questions):
            return True
        if self.is_stopped or self._next_screen:
            return self._next_screen == page and not self.is_stopped
        return any(self.is_asked(q) for q in page.questions)

    def questions_on(self, page: Page) -> tuple[Question, ...]:
        """The questions of a page that are asked of this runner."""
        return tuple(
            q
            for q in page.questions
            if self.is_asked(q) or q.slug in self.answers.answered
        )

    def is_asked(self, question: Question) -> bool:
        """Whether `asked_if` holds, also through doubt where it is a screen, and `not_asked_if` does not."""
        known = self.established | self.unsure if question.screen else self.established
        return _opens(question, known) and not question.not_asked_if & self.established

    @cached_property
    def _next_screen(self) -> Page | None:
        return next(
            (self.knowledge.pages[q.page_slug] for q in self._due if q.screen), None
        )

    @cached_property
    def _due(self) -> tuple[Question, ...]:
        """Questions that are asked of this runner and not answered yet."""
        return tuple(
            q
            for q in self.knowledge.questions
            if q.slug not in self.answers.answered
            and self.is_asked(q)
            and not self._is_known(q)
        )

    def _is_known(self, question: Question) -> bool:
        """Every option is established by other answers already."""
        return all(option.slug in self.established for option in question.options)

    @property
    def _next_question(self) -> Page | None:
        due = [q for q in self._due if not q.screen]
        required = [q for q in due if self._is_required(q)]
        asked = self._asked_after_screens
        if not required and asked >= MAX_PAGES:
            return None
        value = _page_values(self, required or due)
        if not value:
            return None
        telling = max(value, key=lambda slug: value[slug].causes)
        if (
            not required
            and value[telling].causes >= WORTH_ASKING
            and asked < MAX_PAGES - KEPT_FOR_THE_PLAN
        ):
            return self.knowledge.pages[telling]
        best = max(value, key=lambda slug: value[slug].total)
        if required or asked < MIN_PAGES or value[best].total >= WORTH_ASKING:
            return self.knowledge.pages[best]
        return None

    def _is_required(self, question: Question) -> bool:
        """A warning sign may turn on it, so it must be answered before any result."""
        return not question.safety_if.isdisjoint(self.established | self.unsure)

    @property
    def _asked_after_screens(self) -> int:
        return sum(not page.is_screen for page in self.pages)

    @cached_property
    def _possible_screens(self) -> list[Question]:
        """Screens that are due, or that a question still to come may open."""
        return [q for q in self._possible_questions if q.screen]

    @cached_property
    def _possible_questions(self) -> list[Question]:
        waiting = [
            q
            for q in self.knowledge.questions
            if q.slug not in self.answers.answered
            and not q.not_asked_if & self.established
            and not self._is_known(q)
        ]
        possible = [q for q in waiting if self.is_asked(q)]
        while True:
            slugs = {q.slug for q in possible}
            more = [
                q
                for q in waiting
                if q.slug not in slugs
                and not slugs.isdisjoint(self.knowledge.openers[q.slug])
            ]
            if not more:
                return possible
            possible += more

    @property
    def _possibly_required(self) -> list[Question]:
        """Later questions that a warning sign may come to turn on."""
        known = self.established | self.unsure
        slugs = {q.slug for q in self._possible_questions}
        return [
            q
            for q in self._possible_questions
            if not q.screen
            and (
                not q.safety_if.isdisjoint(known)
                or not slugs.isdisjoint(self.knowledge.requirers[q.slug])
            )
        ]


def replay(knowledge: Knowledge, answers: Answers) -> Interview:
    """The visit after these answers.

    Answers to screens count as long as they are given: changing an earlier answer never hides a danger sign that was ticked.
    Other answers count while their question is asked.
    """
    counting = _counting(knowledge, answers)
    chosen = [slug for given in counting.given.values() for slug in given.chosen]
    established = knowledge.closure(chosen)
    unsure = frozenset(
        slug
        for given in counting.given.values()
        for slug in given.unsure
        if slug not in established
    )
    doubted = _doubted(knowledge, counting, established, unsure)
    return Interview(
        knowledge=knowledge,
        answers=counting,
        established=established,
        doubted=doubted,
        unsure=unsure,
        triage=assess_urgency(knowledge, established, doubted),
    )


def _counting(knowledge: Knowledge, answers: Answers) -> Answers:
    """The answers less those whose question is no screen and not asked any more."""
    kept = {
        slug: given
        for slug, given in answers.given.items()
        if knowledge.question[slug].screen
    }
    while True:
        established = knowledge.closure(
            finding for given in kept.values() for finding in given.chosen
        )
        more = {
            slug: given
            for slug, given in answers.given.items()
            if slug not in kept and _opens(knowledge.question[slug], established)
        }
        if not more:
            break
        kept |= more
    in_order = {slug: given for slug, given in answers.given.items() if slug in kept}
    return Answers(MappingProxyType(in_order))


def _opens(question: Question, known: Findings) -> bool:
    return not question.asked_if or not question.asked_if.isdisjoint(known)


def _doubted(
    knowledge: Knowledge, answers: Answers, established: Findings, unsure: Findings
) -> Findings:
    """The findings whose doubt counts in triage.

    "Not sure" about single options counts everywhere. A whole question passed over counts on a screen and where a warning sign
    turns on it; elsewhere it is silence, not doubt.
    """
    known = established | unsure
    counted: set[str] = set()
    for slug, given in answers.given.items():
        question = knowledge.question[slug]
        if (
            question.screen
            or not is_skipped(question, given)
            or not question.safety_if.isdisjoint(known)
        ):
            counted.update(given.unsure)
    return frozenset(counted) - established


@dataclass(frozen=True, slots=True)
class _Value:
    """What a page is expected to tell, in nats: about the conditions, and with what it adds to the plan."""

    causes: float
    total: float


def _page_values(interview: Interview, due: Iterable[Question]) -> Mapping[str, _Value]:
    """page -> its value, in file order."""
    knowledge, established = interview.knowledge, interview.established
    due = list(due)
    values = dict.fromkeys((q.page_slug for q in due), 0.0)
    informative = _information(knowledge, established)
    for question in due:
        gains = [informative.get(option.slug, 0.0) for option in question.options]
        if question.kind is Kind.ONE:
            total = sum(gains) / len(gains) / USUAL_RATE
        else:
            total = sum(gains)
        values[question.page_slug] += total
    plan = _plan_values(knowledge, established, due)
    return {
        slug: _Value(round(value, 9), round(value + plan.get(slug, 0.0), 9))
        for slug, value in values.items()
    }


def _information(knowledge: Knowledge, established: Findings) -> Mapping[str, float]:
    """finding -> expected information about which condition it is, for findings not yet established.

    For each finding: how often it would be ticked, times how far the shares of the conditions would move (Kullback-Leibler
    divergence, in nats). A box left empty moves nothing, as in the ranking itself.
    """
    gains: dict[str, float] = {}
    for told in ranking.separate_problems(knowledge, established):
        race = [
            entry
            for entry in ranking.score_conditions(knowledge, told)[:MAX_IN_THE_RACE]
            if entry.share >= IN_THE_RACE
        ]
        for finding, gain in _expected_gains(knowledge, race, established).items():
            gains[finding] = gains.get(finding, 0.0) + gain
    return gains


def _expected_gains(
    knowledge: Knowledge, race: list[Scored], established: Findings
) -> Mapping[str, float]:
    odds = [
        entry.share * (CARE_WEIGHT if entry.cause.care_floor else 1.0) for entry in race
    ]
    total = sum(odds)
    factors: dict[str, list[tuple[float, float]]] = {}
    for entry, odd in zip(race, odds, strict=True):
        share = odd / total
        for finding, factor in knowledge.odds_by_option[entry.cause.slug].items():
            if finding not in established:
                factors.setdefault(finding, []).append((share, factor))
    return {finding: _gain(parts) for finding, parts in factors.items()}


def _gain(parts: list[tuple[float, float]]) -> float:
    """Expected information of one box: `parts` are (share, odds factor) of the conditions that it speaks about."""
    rest = 1.0 - sum(share for share, _ in parts)
    ticked = rest * USUAL_RATE
    normal = rest
    moved = 0.0
    for share, factor in parts:
        odds = USUAL_RATE * factor
        ticked += share * odds / (1 - USUAL_RATE + odds)
        normal += share * factor
        moved += share * factor * math.log(factor)
    return ticked * max(moved / normal - math.log(normal), 0.0)


def _plan_values(
    knowledge: Knowledge, established: Findings, due: Iterable[Question]
) -> Mapping[str, float]:
    """page -> what it can add to the plan: contributors of these areas that one of its options would establish."""
    areas = knowledge.area_slugs & established
    values: dict[str, float] = {}
    for question in due:
        for cause in knowledge.contributors_by_question.get(question.slug, ()):
            if cause.typical_areas & areas and not (
                knowledge.own_findings[cause.slug] & established
            ):
                share = cause.prior / 1000
                values[question.page_slug] = (
                    values.get(question.page_slug, 0.0) + CONTRIBUTOR_VALUE * share
                )
    return values
