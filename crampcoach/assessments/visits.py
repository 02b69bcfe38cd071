"""A visit: the stored answers of one runner, read against the live release, and how an answer gets into them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import transaction
from django.http import QueryDict
from django.urls import reverse

from crampcoach.assessments.again import carried_answers
from crampcoach.assessments.countries import known_code
from crampcoach.assessments.distances import load_of
from crampcoach.assessments.forms import (
    Reply,
    only_ticks,
    read_replies,
    without_errors,
)
from crampcoach.assessments.models import Assessment
from crampcoach.content import releases
from crampcoach.engine.answers import Answers
from crampcoach.engine.interview import Interview, replay
from crampcoach.engine.knowledge import Knowledge, Page
from crampcoach.engine.report import Report, assess_interview


@dataclass(frozen=True)
class Visit:
    assessment: Assessment
    knowledge: Knowledge
    answers: Answers
    interview: Interview

    def url(self, name: str, *args: str) -> str:
        return reverse(f"assessments:{name}", args=(self.assessment.key, *args))

    @cached_property
    def report(self) -> Report:
        return assess_interview(self.interview, load_of(self.assessment.distances))

    @property
    def next_url(self) -> str:
        """The page that is due, or the report."""
        page = self.interview.next_page
        return self.url("question", page.slug) if page else self.url("report")

    def open_page(self, slug: str) -> Page | None:
        """The page, if an answer to it is accepted now."""
        return self.knowledge.pages[slug] if self.interview.is_open(slug) else None


@dataclass(frozen=True)
class Attempt:
    """What became of a submitted page: saved; or refused with errors in `replies`; or, without `page`, not due at all."""

    visit: Visit
    page: Page | None = None
    replies: Mapping[str, Reply] = field(default_factory=dict)
    is_saved: bool = False


def live_knowledge() -> Knowledge:
    return releases.live_here()


def begin_visit(post: QueryDict) -> Visit:
    """A new visit: for oneself or someone else, and in which country, where that was said."""
    assessment = Assessment.objects.create(
        release=live_knowledge().release,
        country=known_code(post.get("country", "")),
        is_proxy=post.get("who") == "someone-else",
    )
    return _visit(assessment)


def begin_again(key: str) -> Visit:
    """A new visit that repeats a finished one; sent twice, the one begun already. Without a report there is nothing to repeat."""
    with transaction.atomic():
        row = Assessment.objects.open().select_for_update().get(key=key)
        visit = _visit(row)
        if visit.interview.next_page or visit.interview.is_stopped:
            return visit
        carried = carried_answers(visit.interview.answers)
        begun = row.later.open().order_by("pk").last()
        if begun is None or begun.given != carried:
            begun = Assessment(
                release=visit.knowledge.release,
                country=row.country,
                is_proxy=row.is_proxy,
                earlier=row,
            )
            begun.put(carried)
            begun.save()
    return _visit(begun)


def earlier_visit(visit: Visit) -> Visit | None:
    """The visit that this one repeats, while it is kept and has a report."""
    number = visit.assessment.earlier_id
    row = number and Assessment.objects.open().filter(pk=number).first()
    if not row:
        return None
    earlier = _visit(row)
    interview = earlier.interview
    return None if interview.next_page or interview.is_stopped else earlier


def open_visit(key: str) -> Visit:
    """Raises Assessment.DoesNotExist for an unknown, deleted or expired one."""
    return _visit(Assessment.objects.open().get(key=key))


def open_shared_visit(read_key: str) -> Visit:
    """The visit behind a read-only link. Raises Assessment.DoesNotExist also where its runner has not switched sharing on."""
    return _visit(Assessment.objects.open().get(read_key=read_key, is_shared=True))


def save_country(key: str, code: str) -> Visit:
    """Remember whose emergency numbers to show; a country we do not know is none."""
    with transaction.atomic():
        row = Assessment.objects.open().select_for_update().get(key=key)
        row.country = known_code(code)
        row.save(update_fields=["country", "updated"])
    return _visit(row)


def save_notes(key: str, notes: list[str]) -> None:
    """What the runner would like to know; kept here and in no other place."""
    with transaction.atomic():
        row = Assessment.objects.open().select_for_update().get(key=key)
        row.notes = notes
        row.save(update_fields=["notes", "updated"])


def save_distances(key: str, distances: dict[str, Any]) -> None:
    with transaction.atomic():
        row = Assessment.objects.open().select_for_update().get(key=key)
        row.distances = distances
        row.save(update_fields=["distances", "updated"])


def save_sharing(key: str, is_on: bool) -> None:
    with transaction.atomic():
        row = Assessment.objects.open().select_for_update().get(key=key)
        row.share(is_on)
        row.save(update_fields=["is_shared", "read_key", "updated"])


def _visit(assessment: Assessment) -> Visit:
    knowledge = live_knowledge()
    answers = Answers.from_json(knowledge, assessment.given)
    return Visit(assessment, knowledge, answers, replay(knowledge, answers))


def save_page(key: str, page_slug: str, post: QueryDict) -> Attempt:
    """Store the answers of one page and touch no other, so that two tabs never undo each other."""
    with transaction.atomic():
        row = Assessment.objects.open().select_for_update().get(key=key)
        visit = _visit(row)
        page = visit.open_page(page_slug)
        if page is None:
            return Attempt(visit)
        questions = visit.interview.questions_on(page)
        replies = read_replies(questions, post, one_by_one=post.get("mode") == "each")
        if "unsure" in post:
            return Attempt(visit, page, without_errors(replies))
        if "short" in post:
            return Attempt(visit, page, only_ticks(replies))
        if any(reply.error for reply in replies.values()):
            return Attempt(visit, page, replies)
        saved = _put(visit, page, replies)
    return Attempt(saved, page, replies, is_saved=True)


def save_told(key: str, findings: list[str]) -> Visit:
    """Store what was ticked on the emergency page; what that page does not offer is not stored."""
    with transaction.atomic():
        row = Assessment.objects.open().select_for_update().get(key=key)
        visit = _visit(row)
        offered = [option.slug for option in visit.interview.escalations]
        told = [slug for slug in offered if slug in findings]
        answers = visit.answers.with_told(visit.knowledge, told)
        given = answers.to_json()
        changed = {visit.knowledge.finding[slug].question for slug in told}
        row.put({slug: given[slug] for slug in changed})
        row.save(update_fields=["answers", "updated"])
    return Visit(row, visit.knowledge, answers, replay(visit.knowledge, answers))


def _put(visit: Visit, page: Page, replies: Mapping[str, Reply]) -> Visit:
    answers = visit.answers
    for slug, reply in replies.items():
        unsure = reply.unsure_of(visit.knowledge.question[slug])
        answers = answers.with_answer(visit.knowledge, slug, reply.chosen, unsure)
    given = answers.to_json()
    visit.assessment.put({slug: given[slug] for slug in replies})
    visit.assessment.save(update_fields=["answers", "updated"])
    interview = replay(visit.knowledge, answers)
    return Visit(visit.assessment, visit.knowledge, answers, interview)
