"""What would change the result: unticked answers that make it more urgent, or that put another cause first.

Found by trying: only patterns of warning signs that one answer would complete, and the weightiest indicators of the causes close
behind, are tried at all; what is named has been replayed and has the effect it is said to have.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from crampcoach.engine.answers import Answers, Given
from crampcoach.engine.interview import Interview, replay
from crampcoach.engine.knowledge import (
    Cause,
    Finding,
    Indicator,
    Kind,
    Knowledge,
    Pattern,
    Question,
    Role,
    Stage,
    Urgency,
    WarningSign,
)
from crampcoach.engine.ranking import LISTED_FROM, Reason
from crampcoach.engine.verdict import Verdict, reach_verdict

Findings = frozenset[str]

MAX_URGENCY_CHANGES = 2
MAX_TRIED = 3
# What a runner can feel about the problem tells more than training habits, and these more than another danger sign.
TELLING = (Stage.PROBLEM, Stage.RUNNING, Stage.SAFETY)
RATES = ("common", "occasional", "uncommon", "rare", "very-rare")


@dataclass(frozen=True, slots=True)
class Change:
    """One more answer, and what the report would then say: `urgency`, and the cause that comes first."""

    finding: Finding
    question: Question
    urgency: Urgency
    cause: Cause | None


@dataclass(frozen=True, slots=True)
class Changes:
    of_urgency: tuple[Change, ...] = ()
    of_cause: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class WhyNot:
    """The best-known alternative that is not shown; `missing` is what would speak for it and was not ticked."""

    cause: Cause
    against: Reason | None
    missing: Finding | None


def find_changes(interview: Interview, verdict: Verdict) -> Changes:
    """At most two answers that would raise the urgency, and one that would put another cause first; none once stopped."""
    if interview.is_stopped:
        return Changes()
    urgent = _tried(interview, _near_signs(interview, verdict))
    raised = (c for c in urgent if c.urgency > verdict.urgency)
    first = verdict.first
    other = _tried(interview, _near_causes(interview, verdict))
    moved = (c for c in other if first and c.cause and c.cause is not first)
    return Changes(tuple(islice(raised, MAX_URGENCY_CHANGES)), tuple(islice(moved, 1)))


def with_finding(knowledge: Knowledge, answers: Answers, slug: str) -> Answers:
    """These answers with this option ticked as well, or instead where only one can be chosen."""
    question = knowledge.question[knowledge.finding[slug].question]
    before = answers.given.get(question.slug, Given())
    if question.kind is Kind.ONE:
        return answers.with_answer(knowledge, question.slug, (slug,))
    unsure = [option for option in before.unsure if option != slug]
    chosen = (*before.chosen, slug)
    return answers.with_answer(knowledge, question.slug, chosen, unsure)


def find_why_not(interview: Interview, verdict: Verdict) -> WhyNot | None:
    """Of what the first cause is often confused with and is not shown: the one that the runner's answers speak against most.

    Where nothing speaks against any of them, the one that lacks its weightiest sign.
    """
    knowledge, established = interview.knowledge, interview.established
    alternatives = _alternatives(knowledge, verdict)
    for cause in alternatives:
        against = [
            i
            for i in cause.indicators
            if i.finding in established and not i.strength.is_for
        ]
        if against:
            i = min(against, key=lambda i: _telling(knowledge, i))
            finding = knowledge.finding[i.finding]
            return WhyNot(cause, Reason(finding, i.strength, i.why, i.source), None)
    for cause in alternatives:
        missing = [
            i
            for i in cause.indicators
            if i.strength.log_odds >= LISTED_FROM
            and _can_be_ticked(interview, i.finding)
        ]
        if missing:
            i = min(missing, key=lambda i: _telling(knowledge, i))
            return WhyNot(cause, None, knowledge.finding[i.finding])
    return None


def _telling(knowledge: Knowledge, indicator: Indicator) -> tuple[bool, float, str]:
    """For sorting: the weightiest first, a mere place last."""
    is_place = indicator.finding in knowledge.area_slugs
    return is_place, -abs(indicator.strength.log_odds), indicator.finding


def _alternatives(knowledge: Knowledge, verdict: Verdict) -> tuple[Cause, ...]:
    """What the first cause is often confused with, best known first; those that are shown have their reasons beside them."""
    if verdict.first is None:
        return ()
    shown = {placed.cause.slug for placed in verdict.conditions}
    known = (knowledge.cause[slug] for slug in verdict.first.confused_with)
    return tuple(c for c in known if c.role is Role.CONDITION and c.slug not in shown)


def _tried(interview: Interview, slugs: Iterable[str]) -> Iterator[Change]:
    """The effect of each answer, by replay."""
    knowledge = interview.knowledge
    for slug in islice(slugs, MAX_TRIED):
        answers = with_finding(knowledge, interview.answers, slug)
        verdict = reach_verdict(replay(knowledge, answers))
        finding = knowledge.finding[slug]
        question = knowledge.question[finding.question]
        yield Change(finding, question, verdict.urgency, verdict.first)


def _near_signs(interview: Interview, verdict: Verdict) -> list[str]:
    """Options that would complete a more urgent sign, each sign once: signs that look like the shown causes first."""
    shown = [placed.cause.slug for placed in verdict.conditions]
    options = {
        option.slug
        for slug in interview.answers.answered
        for option in interview.knowledge.question[slug].options
        if _can_be_ticked(interview, option.slug)
    }
    best: dict[str, tuple[tuple[float, ...], str]] = {}
    for sign in interview.knowledge.warning_signs:
        if sign.urgency <= verdict.urgency:
            break  # the most urgent come first
        found = [
            (_distance(sign, pattern, interview.established, shown), slug)
            for pattern in sign.patterns
            for slug in _completing(pattern, interview.established)
            if slug in options
        ]
        if found:
            best[sign.slug] = min(found)
    ordered = sorted((key, sign, slug) for sign, (key, slug) in best.items())
    return list(dict.fromkeys(slug for _, _, slug in ordered))


def _distance(
    sign: WarningSign, pattern: Pattern, established: Findings, shown: list[str]
) -> tuple[float, ...]:
    """How far a sign is from this runner: unlike the causes shown, seldom raised, resting on little that was told."""
    likeness = [place for place, slug in enumerate(shown) if slug in sign.mimics]
    rate = RATES.index(sign.trigger_rate) if sign.trigger_rate in RATES else len(RATES)
    told = len(pattern.findings & established)
    return (min(likeness, default=len(shown)), rate, -told, -sign.urgency)


def _completing(pattern: Pattern, established: Findings) -> Findings:
    """The findings of which one alone would make the pattern hold."""
    missing = pattern.all_of - established
    if len(missing) > 1:
        return frozenset()
    open_choices = [missing] if missing else []
    for choice in (pattern.one_of, pattern.and_one_of):
        if choice and choice.isdisjoint(established):
            open_choices.append(choice)
    return open_choices[0] if len(open_choices) == 1 else frozenset()


def _can_be_ticked(interview: Interview, slug: str) -> bool:
    """An option about the problem, of a question that was answered without it. Age, medicines and the like do not change."""
    knowledge = interview.knowledge
    asked_by = knowledge.finding[slug].question
    if slug in interview.established or asked_by not in interview.answers.answered:
        return False
    question = knowledge.question[asked_by]
    return question.kind is not Kind.MAP and question.stage is not Stage.YOU


def _near_causes(interview: Interview, verdict: Verdict) -> list[str]:
    """Options that by their weight could put the second or third cause first, the weightiest first."""
    odds = interview.knowledge.odds_by_option
    if len(verdict.conditions) < 2:
        return []
    first, *rivals = verdict.conditions
    behind = odds[first.cause.slug]
    gains: dict[str, float] = {}
    for rival in rivals:
        ahead = odds[rival.cause.slug]
        gap = first.score - rival.score
        for slug in {*ahead, *behind}:
            gain = math.log(ahead.get(slug, 1.0) / behind.get(slug, 1.0)) - gap
            if gain > gains.get(slug, 0.0) and _can_be_ticked(interview, slug):
                gains[slug] = gain
    return sorted(
        gains,
        key=lambda slug: (_stage(interview, slug), -round(gains[slug], 6), slug),
    )


def _stage(interview: Interview, slug: str) -> int:
    knowledge = interview.knowledge
    return TELLING.index(knowledge.question[knowledge.finding[slug].question].stage)
