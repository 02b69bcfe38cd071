"""What a runner has sent in: one POST read into a reply for each question of the page.

A reply keeps what was ticked, right or wrong, so that a page with an error shows it again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from crampcoach.engine.answers import Given, is_skipped
from crampcoach.engine.knowledge import Kind, Question

NONE = "none"
NOT_SURE = "not-sure"
YES = "yes"
NO = "no"


@dataclass(frozen=True, slots=True)
class Reply:
    """`marks`: option -> yes, no or not-sure. `wrong_option`: the option that the error is about, if it is one."""

    marks: Mapping[str, str] = field(default_factory=dict)
    none: bool = False
    skipped: bool = False
    error: str = ""
    wrong_option: str = ""

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(slug for slug, mark in self.marks.items() if mark == YES)

    def unsure_of(self, question: Question) -> tuple[str, ...]:
        """ "Not sure" beside ticked options is doubt about all the others."""
        if self.skipped:
            return tuple(o.slug for o in question.options if o.slug not in self.marks)
        return tuple(slug for slug, mark in self.marks.items() if mark == NOT_SURE)

    @property
    def is_blank(self) -> bool:
        return not (self.marks or self.none or self.skipped or self.error)


BLANK = Reply()


def read_replies(
    questions: Iterable[Question], post: QueryDict, one_by_one: bool
) -> dict[str, Reply]:
    """Question -> reply, in the order of the page."""
    read = read_marks if one_by_one else read_ticks
    return {
        question.slug: (read_ticks if question.kind is Kind.ONE else read)(
            question, post
        )
        for question in questions
    }


def without_errors(replies: Mapping[str, Reply]) -> dict[str, Reply]:
    """The replies of a page that was not meant to be complete yet."""
    return {
        slug: replace(reply, error="", wrong_option="")
        for slug, reply in replies.items()
    }


def only_ticks(replies: Mapping[str, Reply]) -> dict[str, Reply]:
    """What the short list can show of the one-by-one form: every yes."""
    return {
        slug: Reply(marks=dict.fromkeys(reply.chosen, YES))
        for slug, reply in replies.items()
    }


def read_ticks(question: Question, post: QueryDict) -> Reply:
    """Radios or checkboxes named after the question, with the findings as values."""
    values = set(post.getlist(question.slug))
    offered = [option.slug for option in question.options]
    foreign = values - {*offered, NOT_SURE, NONE}
    if question.kind is Kind.ONE and NONE in values:
        foreign.add(NONE)
    return Reply(
        marks={slug: YES for slug in offered if slug in values},
        none=NONE in values,
        skipped=NOT_SURE in values,
        error=_problem(question, values, foreign),
    )


def _problem(question: Question, values: set[str], foreign: set[str]) -> str:
    if foreign:
        return _not_offered()
    if question.kind is Kind.ONE:
        if len(values) > 1:
            return _("Choose one answer only.")
        return (
            "" if values else _("Choose an answer. “Not sure” or “Skip” is fine too.")
        )
    if NONE in values and len(values) > 1:
        return _(
            "You ticked “None of these” and something else. Leave only one of the two."
        )
    return "" if values else _("Tick what applies, or choose “None of these”.")


def _not_offered() -> str:
    return _(
        "That answer is not one of the choices here, so nothing was saved. Please choose again."
    )


def read_marks(question: Question, post: QueryDict) -> Reply:
    """Yes, no or not sure for each option, in fields named question:finding; `rest` is an answer for those left open."""
    names = {f"{question.slug}:{o.slug}": o for o in question.options}
    rest = NO if post.get("rest") == NO else ""
    marks: dict[str, str] = {}
    missing = ""
    for name, option in names.items():
        mark = post.get(name, rest)
        if mark in (YES, NO, NOT_SURE):
            marks[option.slug] = mark
        else:
            missing = missing or option.slug
    sent = {name for name in post if name.startswith(f"{question.slug}:")}
    if sent - set(names):
        return Reply(marks=marks, error=_not_offered())
    if missing:
        text = names[f"{question.slug}:{missing}"].text
        error = _("Say yes, no or not sure for “%(answer)s”.") % {"answer": text}
        return Reply(marks=marks, error=error, wrong_option=missing)
    return Reply(marks=marks)


def reply_from(question: Question, given: Given) -> Reply:
    """The reply that was stored, for showing it again. Beside a "not sure", what was not ticked was a no."""
    if is_skipped(question, given):
        return Reply(skipped=True)
    marks = dict.fromkeys(given.chosen, YES)
    if given.unsure:
        marks |= dict.fromkeys(given.unsure, NOT_SURE)
        marks = {o.slug: marks.get(o.slug, NO) for o in question.options}
    return Reply(marks=marks, none=not marks)
