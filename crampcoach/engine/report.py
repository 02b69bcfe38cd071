"""The result of a visit: everything that the report page, its exports and the evaluation show, computed from answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crampcoach.engine.answers import Answers
from crampcoach.engine.changes import Changes, WhyNot, find_changes, find_why_not
from crampcoach.engine.hearsay import choose_claims
from crampcoach.engine.interview import Interview, replay
from crampcoach.engine.knowledge import (
    Cause,
    Claim,
    Finding,
    Knowledge,
    Question,
    Reviewable,
    Role,
    Source,
    Urgency,
    WarningSign,
)
from crampcoach.engine.load import Load
from crampcoach.engine.plan import (
    EMPTY_PLAN,
    FirstAidAdvice,
    Plan,
    choose_first_aid,
    make_plan,
    read_situation,
)
from crampcoach.engine.ranking import RankedCause, explain_all, rank_contributors
from crampcoach.engine.running import Running, decide_running
from crampcoach.engine.triage import Triage
from crampcoach.engine.verdict import reach_verdict

UNTOLD = Load()


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
    running: Running
    load: Load
    conditions: tuple[RankedCause, ...]
    contributors: tuple[RankedCause, ...]
    why_not: WhyNot | None
    changes: Changes
    claims: tuple[Claim, ...]
    dangers: tuple[Cause, ...]
    first_aid: tuple[FirstAidAdvice, ...]
    plan: Plan
    watch_for: tuple[str, ...]
    sources: tuple[Source, ...]
    out_of_scope: tuple[Finding, ...]
    lines: tuple[AnswerLine, ...]

    @property
    def is_reviewed(self) -> bool:
        """Whether a clinician's name stands under every row that the report shows."""
        rows: tuple[Reviewable, ...] = (
            *(entry.sign for entry in self.triage.raised),
            *(entry.cause for entry in (*self.conditions, *self.contributors)),
            *self.dangers,
            *(advice.aid for advice in self.first_aid),
            *(item.step for item in self.plan.items),
            *self.plan.ladder,
            *self.plan.not_worth_it,
            *self.claims,
        )
        return all(row.reviewer for row in rows)


def assess(knowledge: Knowledge, answers: Answers) -> Report:
    """The report for these answers; of an unfinished interview it says so in `is_complete`."""
    return assess_interview(replay(knowledge, answers))


def assess_interview(interview: Interview, load: Load = UNTOLD) -> Report:
    """The report of a visit that was replayed already. `load` is shown and changes nothing else."""
    knowledge, established = interview.knowledge, interview.established
    triage, asked = interview.triage, _asked(interview)
    verdict = reach_verdict(interview)
    urgency = verdict.urgency
    conditions = explain_all(knowledge, verdict.conditions, established, asked)
    contributors = (
        () if interview.is_stopped else rank_contributors(knowledge, established, asked)
    )
    shown = (*conditions, *contributors)
    running = decide_running(
        knowledge, triage, urgency, established, interview.unsure, verdict.leading
    )
    situation = read_situation(interview, urgency)
    plan = (
        EMPTY_PLAN
        if urgency.is_emergency
        else make_plan(situation, shown, running, verdict.leading)
    )
    first_aid = choose_first_aid(situation)
    return Report(
        release=knowledge.release,
        published_on=knowledge.published_on,
        urgency=urgency,
        triage=triage,
        floor_cause=verdict.floor_cause,
        is_complete=interview.next_page is None,
        is_stopped=interview.is_stopped,
        escalations=interview.escalations,
        running=running,
        load=load,
        conditions=conditions,
        contributors=contributors,
        why_not=find_why_not(interview, verdict),
        changes=find_changes(interview, verdict),
        claims=choose_claims(knowledge, established, shown),
        dangers=_dangers(knowledge, triage, established),
        first_aid=first_aid,
        plan=plan,
        watch_for=_unique(line for a in first_aid for line in a.aid.watch_for),
        sources=_cited(knowledge, triage, shown, plan, first_aid),
        out_of_scope=tuple(
            a for a in knowledge.areas if a.out_of_scope and a.slug in established
        ),
        lines=_lines(interview),
    )


def _asked(interview: Interview) -> frozenset[str]:
    """Findings that the runner has said yes or no to, or that this runner is never asked about, such as pregnancy of a man."""
    given = interview.answers.given
    return frozenset(
        option.slug
        for question in interview.knowledge.questions
        for option in question.options
        if (
            option.slug not in given[question.slug].unsure
            if question.slug in given
            else not interview.is_asked(question)
        )
    )


def _dangers(
    knowledge: Knowledge, triage: Triage, established: frozenset[str]
) -> tuple[Cause, ...]:
    """What the raised signs may mean, the most urgent sign's first; then what the doubts may mean that call for help today.

    Of several, what is bound to places of the body is left out where the runner named other places: one sign covers clots in the leg
    and in the arm. A sign always keeps something that it may mean.
    """
    told = knowledge.area_slugs & established
    named: list[str] = []
    signs = [entry.sign for entry in triage.raised]
    for sign in (*signs, *_signs_in_doubt(triage)):
        slugs = sign.conditions
        near = [s for s in slugs if _may_be_at(knowledge.cause[s], told)]
        named += near or slugs
    return tuple(knowledge.cause[slug] for slug in _unique(named))


def _signs_in_doubt(triage: Triage) -> list[WarningSign]:
    """The signs behind the "not sure" answers that decide, where they call for help today or sooner."""
    if triage.urgency < Urgency.URGENT_TODAY:
        return []
    decisive = {d.finding.slug for d in triage.doubts if d.urgency is triage.urgency}
    return [
        sign
        for sign in triage.possible
        if any(not p.findings.isdisjoint(decisive) for p in sign.patterns)
    ]


def _may_be_at(cause: Cause, told: frozenset[str]) -> bool:
    is_bound = cause.role is Role.DANGER and cause.typical_areas and told
    return not is_bound or not cause.typical_areas.isdisjoint(told)


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
