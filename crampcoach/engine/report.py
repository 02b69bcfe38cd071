"""The result of a visit: everything that the report page, its exports and the evaluation show, computed from answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crampcoach.engine.answers import Answers
from crampcoach.engine.interview import Interview, replay
from crampcoach.engine.knowledge import (
    Cause,
    Finding,
    Knowledge,
    Question,
    Source,
    Urgency,
)
from crampcoach.engine.plan import (
    EMPTY_PLAN,
    FirstAidAdvice,
    Plan,
    choose_first_aid,
    make_plan,
    read_situation,
)
from crampcoach.engine.ranking import Band, RankedCause, Ranking, rank_causes
from crampcoach.engine.triage import Triage


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One question with the runner's answer; both empty means "none of these"."""

    question: Question
    chosen: tuple[Finding, ...]
    unsure: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """`urgency` is the highest of the raised signs, of the doubts that count, and of the care floor of `floor_cause`.

    `escalations`: on the way to an emergency department, what would mean calling an ambulance instead.
    """

    release: int
    published_on: str
    urgency: Urgency
    triage: Triage
    floor_cause: Cause | None
    is_complete: bool
    is_stopped: bool
    escalations: tuple[Finding, ...]
    conditions: tuple[RankedCause, ...]
    contributors: tuple[RankedCause, ...]
    dangers: tuple[Cause, ...]
    first_aid: tuple[FirstAidAdvice, ...]
    plan: Plan
    watch_for: tuple[str, ...]
    sources: tuple[Source, ...]
    out_of_scope: tuple[Finding, ...]
    lines: tuple[AnswerLine, ...]


def assess(knowledge: Knowledge, answers: Answers) -> Report:
    """The report for these answers; of an unfinished interview it says so in `is_complete`."""
    return assess_interview(replay(knowledge, answers))


def assess_interview(interview: Interview) -> Report:
    """The report of a visit that was replayed already."""
    knowledge, established = interview.knowledge, interview.established
    triage = interview.triage
    ranking = _ranking(interview)
    conditions = ranking.conditions
    floor_cause = _floor_cause(conditions, triage.urgency)
    floor = floor_cause.care_floor if floor_cause else None
    urgency = max(triage.urgency, floor or Urgency.SELF_CARE)
    shown = (*conditions, *ranking.contributors)
    situation = read_situation(interview, urgency)
    plan = EMPTY_PLAN if urgency.is_emergency else make_plan(situation, shown)
    first_aid = choose_first_aid(situation)
    return Report(
        release=knowledge.release,
        published_on=knowledge.published_on,
        urgency=urgency,
        triage=triage,
        floor_cause=floor_cause,
        is_complete=interview.next_page is None,
        is_stopped=interview.is_stopped,
        escalations=interview.escalations,
        conditions=conditions,
        contributors=ranking.contributors,
        dangers=_dangers(knowledge, triage),
        first_aid=first_aid,
        plan=plan,
        watch_for=_unique(line for a in first_aid for line in a.aid.watch_for),
        sources=_cited(knowledge, triage, shown, plan, first_aid),
        out_of_scope=tuple(
            a for a in knowledge.areas if a.out_of_scope and a.slug in established
        ),
        lines=_lines(interview),
    )


def _ranking(interview: Interview) -> Ranking:
    """The causes to show: none beside an emergency, and none for a place that we do not explain."""
    knowledge, established = interview.knowledge, interview.established
    if interview.is_stopped:
        return Ranking((), ())
    ranking = rank_causes(knowledge, established, _asked(interview))
    if _names_a_place_we_explain(knowledge, established):
        return ranking
    return Ranking((), ranking.contributors)


def _asked(interview: Interview) -> frozenset[str]:
    """Findings that the runner has said yes or no to."""
    return frozenset(
        option.slug
        for slug, given in interview.answers.given.items()
        for option in interview.knowledge.question[slug].options
        if option.slug not in given.unsure
    )


def _names_a_place_we_explain(
    knowledge: Knowledge, established: frozenset[str]
) -> bool:
    told = [area for area in knowledge.areas if area.slug in established]
    return not told or not all(area.out_of_scope for area in told)


def _floor_cause(conditions: tuple[RankedCause, ...], urgency: Urgency) -> Cause | None:
    """The condition whose care floor raises the urgency: one that leads or fits well. It can never lower it."""
    leading = [
        ranked.cause
        for place, ranked in enumerate(conditions)
        if place == 0 or ranked.band is Band.FITS_WELL
    ]
    floors = [(c.care_floor, c) for c in leading if c.care_floor is not None]
    floor, cause = max(floors, key=lambda pair: pair[0], default=(None, None))
    return cause if floor is not None and floor > urgency else None


def _dangers(knowledge: Knowledge, triage: Triage) -> tuple[Cause, ...]:
    """What the raised signs may mean, the most urgent sign's first."""
    slugs = _unique(slug for entry in triage.raised for slug in entry.sign.conditions)
    return tuple(knowledge.cause[slug] for slug in slugs)


def _cited(
    knowledge: Knowledge,
    triage: Triage,
    shown: Iterable[RankedCause],
    plan: Plan,
    first_aid: Iterable[FirstAidAdvice],
) -> tuple[Source, ...]:
    """The sources of all that the report shows, each once, in the order of the report."""
    slugs: list[str] = []
    for entry in triage.raised:
        slugs += entry.sign.sources
    for ranked in shown:
        slugs += [r.source for r in (*ranked.reasons_for, *ranked.reasons_against)]
    for advice in first_aid:
        slugs += advice.aid.sources
    for item in plan.items:
        slugs += item.step.sources
    return tuple(knowledge.source[slug] for slug in _unique(slugs))


def _lines(interview: Interview) -> tuple[AnswerLine, ...]:
    """The answers that count, in the order of the questionnaire."""
    finding = interview.knowledge.finding
    given = interview.answers.given
    return tuple(
        AnswerLine(
            question,
            tuple(finding[slug] for slug in given[question.slug].chosen),
            tuple(finding[slug] for slug in given[question.slug].unsure),
        )
        for question in interview.knowledge.questions
        if question.slug in given
    )


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
