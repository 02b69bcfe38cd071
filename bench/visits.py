"""Assessments to measure with: whole visits, stored as the site stores them."""

from dataclasses import dataclass

from crampcoach.assessments.models import Assessment
from crampcoach.engine.answers import Answers, Given
from crampcoach.engine.interview import replay
from crampcoach.engine.knowledge import Kind, Knowledge, Question

STORY = {
    "where": ("calf",),
    "age": ("age-40-49",),
    "sex": ("male",),
    "severity": ("must-slow-or-stop",),
    "trend": ("comes-and-goes",),
    "sensation": ("sudden-hard-knot",),
    "onset": ("sudden-in-run",),
    "timing": ("late-in-run",),
    "frequency": ("now-and-then",),
    "duration": ("up-to-two-weeks",),
    "side": ("one-side-always",),
    "relief": ("relief-stretch", "gone-in-10-min"),
    "session": ("long-event",),
}


@dataclass(frozen=True)
class Walk:
    """The answers before each page, page by page, of the marathon calf."""

    pages: tuple[str, ...]
    before: tuple[Answers, ...]
    after: Answers


def answer_of(question: Question) -> Given:
    chosen = STORY.get(question.slug, ())
    if question.kind is Kind.ONE and not chosen:
        chosen = (question.options[0].slug,)
    return Given(chosen)


def walk(knowledge: Knowledge) -> Walk:
    answers, pages, before = Answers(), [], []
    interview = replay(knowledge, answers)
    while interview.next_page:
        pages.append(interview.next_page.slug)
        before.append(answers)
        for question in interview.questions_on(interview.next_page):
            given = answer_of(question)
            answers = answers.with_answer(knowledge, question.slug, given.chosen)
        interview = replay(knowledge, answers)
    return Walk(tuple(pages), tuple(before), answers)


def store(answers: Answers, release: int, number: int) -> list[Assessment]:
    """So many stored visits with these answers."""
    rows = []
    for _ in range(number):
        row = Assessment(release=release)
        row.put(answers.to_json())
        rows.append(row)
    return Assessment.objects.bulk_create(rows)
