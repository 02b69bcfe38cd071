"""Finished visits of the real vignettes, without the web."""

from datetime import UTC, datetime

from crampcoach.assessments.models import Assessment
from crampcoach.assessments.visits import Visit
from crampcoach.engine.answers import Answers, Given, unsure_about
from crampcoach.engine.evaluation import read_vignettes
from crampcoach.engine.interview import replay
from crampcoach.engine.report import assess_interview

EVERY = 13  # of about 330 vignettes


def some_visits(knowledge, rows, number=20):
    """Slug -> a finished visit that is no emergency, taken evenly from all vignettes."""
    visits = {}
    for vignette in read_vignettes(knowledge, rows["vignettes"])[::EVERY]:
        visit = finished_visit(knowledge, vignette.answers, vignette.unsure)
        if not assess_interview(visit.interview).urgency.is_emergency:
            visits[vignette.slug] = visit
    return dict(list(visits.items())[:number])


def finished_visit(knowledge, told, unsure=frozenset(), notes=()):
    """A visit in which every question is answered from `told`, and passed over where that says nothing."""
    answers = Answers()
    interview = replay(knowledge, answers)
    while interview.next_page:
        for question in interview.questions_on(interview.next_page):
            given = _given(question, told, unsure)
            answers = answers.with_answer(
                knowledge, question.slug, given.chosen, given.unsure
            )
        interview = replay(knowledge, answers)
    assessment = Assessment(release=knowledge.release, notes=list(notes))
    assessment.put(answers.to_json())
    assessment.updated = datetime(2026, 11, 20, tzinfo=UTC)
    return Visit(assessment, knowledge, answers, interview)


def _given(question, told, unsure):
    if question.slug not in told:
        return unsure_about(question)
    doubts = tuple(o.slug for o in question.options if o.slug in unsure)
    return Given(tuple(told[question.slug]), doubts)
