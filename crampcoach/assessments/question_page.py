"""What a question page shows: the questions as fields with options, the words above them, the buttons below."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from crampcoach.assessments.body_map import Region, regions_of
from crampcoach.assessments.forms import BLANK, NOT_SURE, YES, Reply, reply_from
from crampcoach.assessments.visits import Visit
from crampcoach.assessments.wording import STAGES
from crampcoach.engine.answers import Answers
from crampcoach.engine.interview import Interview
from crampcoach.engine.knowledge import Finding, Kind, Knowledge, Page, Question


@dataclass(frozen=True, slots=True)
class Option:
    """One radio or checkbox; with `mark` (yes, no, not-sure) where each option is answered by itself."""

    id: str
    value: str
    text: str
    help: str
    is_ticked: bool
    mark: str = ""
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A question as it stands on the page."""

    question: Question
    kind: str  # radio, checkbox or marks
    groups: tuple[tuple[str, tuple[Option, ...]], ...]
    described_by: str
    is_first: bool
    none: Option | None
    skip: Option | None
    regions: tuple[Region, ...]
    error: str


@dataclass(frozen=True, slots=True)
class Showing:
    """How a page is shown this time: with the replies just sent or the known ones, one by one; `origin`: the page to go back to."""

    replies: Mapping[str, Reply] | None = None
    one_by_one: bool = False
    origin: str = ""  # review, report or nothing
    notice: str = ""


PLAIN = Showing()


def question_context(visit: Visit, page: Page, showing: Showing) -> dict[str, Any]:
    interview = visit.interview
    questions = interview.questions_on(page)
    replies = showing.replies
    if replies is None:
        replies = replies_known(interview, questions)
    one_by_one = (showing.one_by_one or is_doubtful(replies)) and any(
        question.kind is not Kind.ONE for question in questions
    )
    quick = questions[0] if is_quick(questions) and not one_by_one else None
    return {
        "title": questions[0].text,
        "url": visit.url("question", page.slug),
        "back_url": _back_url(visit, page, showing.origin),
        "origin": showing.origin,
        "is_again": visit.assessment.earlier_id is not None,
        "notice": showing.notice,
        "is_proxy": visit.assessment.is_proxy,
        "errors": _errors(questions, replies, one_by_one),
        "stage": STAGES[questions[0].stage],
        "remaining": interview.expected,
        "one_by_one": one_by_one,
        "fields": fields_html(visit.knowledge, questions, replies, one_by_one),
        "quick_none": quick.slug if quick else "",
        "skip": quick.slug if quick and quick.sensitive else "",
        "knowledge": visit.knowledge,
        "section": "check",
    }


def _back_url(visit: Visit, page: Page, origin: str) -> str:
    if origin:
        return visit.url(origin)
    before = visit.interview.page_before(page.slug)
    return (
        visit.url("question", before.slug) if before else reverse("assessments:start")
    )


def _errors(
    questions: Iterable[Question], replies: Mapping[str, Reply], one_by_one: bool
) -> list[dict[str, str]]:
    """The lines of the error summary."""
    wrong = [(q, replies[q.slug]) for q in questions if q.slug in replies]
    return [
        {
            "text": f"{question.text} {reply.error}" if len(wrong) > 1 else reply.error,
            "target": error_target(
                question, reply, one_by_one and question.kind is not Kind.ONE
            ),
        }
        for question, reply in wrong
        if reply.error
    ]


def field_id(question: Question, option: str) -> str:
    return f"{question.slug}--{option}"


def replies_known(
    interview: Interview, questions: Iterable[Question]
) -> dict[str, Reply]:
    """What the runner said before, and what earlier answers imply: shown ticked, never hidden."""
    given = interview.answers.given
    replies = {}
    for question in questions:
        if question.slug in given:
            replies[question.slug] = reply_from(question, given[question.slug])
        elif question.kind is not Kind.ONE:
            implied = [
                o.slug for o in question.options if o.slug in interview.established
            ]
            replies[question.slug] = Reply(marks=dict.fromkeys(implied, YES))
    return replies


def is_doubtful(replies: Mapping[str, Reply]) -> bool:
    """Single options were answered with "not sure", which only the one-by-one form can show."""
    return any(NOT_SURE in reply.marks.values() for reply in replies.values())


def fields_html(
    knowledge: Knowledge,
    questions: Sequence[Question],
    replies: Mapping[str, Reply],
    one_by_one: bool,
) -> SafeString:
    """The questions as HTML; kept with the release where nothing is ticked yet, which is nearly every time."""
    if not all(reply.is_blank for reply in replies.values()):
        return _rendered(questions, replies, one_by_one)
    key = ("question fields", tuple(q.slug for q in questions), one_by_one)
    if key not in knowledge.kept:
        knowledge.kept[key] = _rendered(questions, {}, one_by_one)
    html: SafeString = knowledge.kept[key]
    return html


def _rendered(
    questions: Sequence[Question], replies: Mapping[str, Reply], one_by_one: bool
) -> SafeString:
    fields = [
        build_field(
            question,
            replies.get(question.slug, BLANK),
            one_by_one=one_by_one,
            is_first=not place,
            is_quick=is_quick(questions),
        )
        for place, question in enumerate(questions)
    ]
    return render_to_string("assessments/_fields.html", {"fields": fields})


def is_quick(questions: Sequence[Question]) -> bool:
    """A screen by itself on its page: "None of these" is a button that answers and goes on."""
    first = questions[0]
    return len(questions) == 1 and first.screen and first.kind is Kind.MANY


def build_field(
    question: Question,
    reply: Reply,
    *,
    one_by_one: bool,
    is_first: bool,
    is_quick: bool,
) -> Field:
    is_marks = one_by_one and question.kind is not Kind.ONE
    return Field(
        question=question,
        kind=_input_kind(question, is_marks),
        groups=_groups(question, reply),
        described_by=_described_by(question, reply),
        is_first=is_first,
        none=None if is_quick or is_marks else _none_option(question, reply),
        skip=None if is_quick or is_marks else _skip_option(question, reply),
        regions=() if is_marks else regions_of(question),
        error=reply.error,
    )


def error_target(question: Question, reply: Reply, is_marks: bool) -> str:
    """The id of the input that the error summary leads to."""
    option = reply.wrong_option or question.options[0].slug
    return field_id(question, option) + ("--yes" if is_marks else "")


def _input_kind(question: Question, is_marks: bool) -> str:
    if is_marks:
        return "marks"
    return "radio" if question.kind is Kind.ONE else "checkbox"


def _groups(
    question: Question, reply: Reply
) -> tuple[tuple[str, tuple[Option, ...]], ...]:
    return tuple(
        (heading, tuple(_option(question, option, reply) for option in options))
        for heading, options in groupby(question.options, key=lambda o: o.group)
    )


def _option(question: Question, option: Finding, reply: Reply) -> Option:
    mark = reply.marks.get(option.slug, "")
    return Option(
        id=field_id(question, option.slug),
        value=option.slug,
        text=option.text,
        help=option.help,
        is_ticked=mark == YES,
        mark=mark,
        is_wrong=reply.wrong_option == option.slug,
    )


def _none_option(question: Question, reply: Reply) -> Option | None:
    if question.kind is Kind.ONE:
        return None
    text = _("None of these")
    return Option(field_id(question, "none"), "none", text, "", reply.none)


def _skip_option(question: Question, reply: Reply) -> Option:
    text = _("Skip this question") if question.sensitive else _("Not sure")
    return Option(field_id(question, NOT_SURE), NOT_SURE, text, "", reply.skipped)


def _described_by(question: Question, reply: Reply) -> str:
    ids = [f"{question.slug}-hint"] if question.hint else []
    ids += [f"{question.slug}-error"] if reply.error else []
    return " ".join(ids)


def answer_words(question: Question, answers: Answers) -> tuple[str, ...]:
    """The stored answer to a question in words, a line each."""
    given = answers.given[question.slug]
    reply = reply_from(question, given)
    if reply.none:
        return (_("None of these"),)
    if reply.skipped:
        return (_("Skipped") if question.sensitive else _("Not sure"),)
    text = {option.slug: option.text for option in question.options}
    doubts = [_("Not sure: %(answer)s") % {"answer": text[s]} for s in given.unsure]
    return (*(text[slug] for slug in given.chosen), *doubts)
