"""How good: vignettes run through the real interview, and the scorecard of what came out.

The measures are those of the published evaluations of symptom checkers; under- and over-triage are told apart, because a list
can be right by being long and an urgency by being high.
"""

from __future__ import annotations

import difflib
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crampcoach.engine.answers import Answers, Given, unsure_about
from crampcoach.engine.interview import Interview, replay
from crampcoach.engine.knowledge import Kind, Knowledge, Question, Urgency
from crampcoach.engine.report import assess_interview


class VignetteError(ValueError):
    """A vignette that names what does not exist; the message names the case and the nearest known slug."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """`causes`: the right one first, then others that are accepted. `conditions`: dangers, one of which a sign must name."""

    urgency: Urgency
    urgency_also: tuple[Urgency, ...] = ()
    causes: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()

    @property
    def accepted(self) -> tuple[Urgency, ...]:
        return (self.urgency, *self.urgency_also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vignette:
    """A runner's story and what this runner would answer if asked; a question left out is "not sure"."""

    slug: str
    story: str
    answers: Mapping[str, tuple[str, ...]]
    unsure: frozenset[str]
    expect: Expectation


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the product said to one vignette. `pages`: question pages shown, screens included."""

    vignette: Vignette
    urgency: Urgency
    causes: tuple[str, ...]
    conditions: tuple[str, ...]
    pages: int
    stopped_early: bool
    trace: tuple[str, ...] = ()

    @property
    def is_under_triaged(self) -> bool:
        return self.urgency < min(self.vignette.expect.accepted)

    @property
    def is_over_triaged(self) -> bool:
        return self.urgency > max(self.vignette.expect.accepted)

    def finds_cause(self, first: int | None) -> bool:
        """Whether an accepted cause stands among the first so many of the list (None = anywhere)."""
        return not set(self.vignette.expect.causes).isdisjoint(self.causes[:first])

    def to_json(self) -> dict[str, Any]:
        return {
            "slug": self.vignette.slug,
            "urgency": self.urgency.slug,
            "causes": list(self.causes),
            "conditions": list(self.conditions),
            "pages": self.pages,
            "stopped_early": self.stopped_early,
        }


@dataclass(frozen=True, slots=True)
class Scorecard:
    outcomes: tuple[Outcome, ...]

    def to_json(self) -> dict[str, Any]:
        """The figures; shares are 0..1, and None where no case can be counted."""
        outcomes = self.outcomes
        with_causes = [o for o in outcomes if o.vignette.expect.causes]
        dangers = [o for o in outcomes if o.vignette.expect.conditions]
        self_care = [o for o in outcomes if _expects_self_care(o)]
        pages = [o.pages for o in outcomes if not o.stopped_early]
        return {
            "n": len(outcomes),
            "top1": _share(o.finds_cause(1) for o in with_causes),
            "top3": _share(o.finds_cause(3) for o in with_causes),
            "listed": _share(o.finds_cause(None) for o in with_causes),
            "list_length_mean": _mean([len(o.causes) for o in with_causes]),
            "contributor_recall": _share(
                slug in o.causes
                for o in outcomes
                for slug in o.vignette.expect.contributors
            ),
            "conditions_named": _share(
                not set(o.vignette.expect.conditions).isdisjoint(o.conditions)
                for o in dangers
            ),
            "urgency_exact": _share(
                o.urgency is o.vignette.expect.urgency for o in outcomes
            ),
            "urgency_accepted": _share(
                o.urgency in o.vignette.expect.accepted for o in outcomes
            ),
            "under_triage": [o.vignette.slug for o in outcomes if o.is_under_triaged],
            "over_triage": [o.vignette.slug for o in outcomes if o.is_over_triaged],
            "self_care_over_triaged": _share(o.is_over_triaged for o in self_care),
            "safe_gilbert": _share(
                o.urgency >= o.vignette.expect.urgency - 1 for o in outcomes
            ),
            "pages_median": statistics.median(pages) if pages else None,
            "pages_p90": _percentile(pages, 0.9) if pages else None,
            "cases": [o.to_json() for o in outcomes],
        }


def evaluate(knowledge: Knowledge, vignettes: Iterable[Vignette]) -> Scorecard:
    """Each vignette taken through the real interview, page by page."""
    return Scorecard(tuple(run_vignette(knowledge, v) for v in vignettes))


def run_vignette(knowledge: Knowledge, vignette: Vignette) -> Outcome:
    """What the runner of this story is told; on the emergency page they tick what is true as well."""
    *before, interview = walk(knowledge, vignette)
    trace = tuple(i.next_page.slug for i in before if i.next_page)
    told = [
        option.slug
        for option in interview.escalations
        if option.slug in vignette.answers.get(option.question, ())
    ]
    if told:
        answers = interview.answers.with_told(knowledge, told)
        interview = replay(knowledge, answers)
    report = assess_interview(interview)
    ranked = (*report.conditions, *report.contributors)
    return Outcome(
        vignette=vignette,
        urgency=report.urgency,
        causes=tuple(r.cause.slug for r in ranked),
        conditions=tuple(c.slug for c in report.dangers),
        pages=len(trace),
        stopped_early=report.is_stopped,
        trace=trace,
    )


def walk(knowledge: Knowledge, vignette: Vignette) -> Iterator[Interview]:
    """The interview before each page that is shown, answered as this runner would; at last the one that has ended."""
    answers = Answers()
    interview = replay(knowledge, answers)
    while interview.next_page is not None:
        yield interview
        for question in interview.questions_on(interview.next_page):
            given = _answer(vignette, question)
            answers = answers.with_answer(
                knowledge, question.slug, given.chosen, given.unsure
            )
        interview = replay(knowledge, answers)
    yield interview


def _answer(vignette: Vignette, question: Question) -> Given:
    """What this runner says: the answers of the story, doubt where the story has none."""
    chosen = vignette.answers.get(question.slug)
    if chosen is None or (question.kind is Kind.ONE and not chosen):
        return unsure_about(question)
    offered = [option.slug for option in question.options]
    return Given(
        chosen=chosen,
        unsure=tuple(slug for slug in offered if slug in vignette.unsure),
    )


def read_vignettes(
    knowledge: Knowledge, rows: Iterable[Mapping[str, Any]]
) -> list[Vignette]:
    """Vignettes from the rows of a vignette file. Raises VignetteError."""
    return [_read_vignette(knowledge, row) for row in rows]


def _read_vignette(knowledge: Knowledge, row: Mapping[str, Any]) -> Vignette:
    case = row.get("slug") or "a case without a slug"
    for name in ("slug", "answers", "expect"):
        if not row.get(name):
            raise VignetteError(f"{case}: {name} is missing")
    answers = {
        slug: _known_options(knowledge, case, slug, chosen)
        for slug, chosen in row["answers"].items()
    }
    unsure = tuple(row.get("unsure") or ())
    _check(case, "finding", unsure, knowledge.finding)
    return Vignette(
        slug=row["slug"],
        story=row.get("story", ""),
        answers=answers,
        unsure=frozenset(unsure),
        expect=_read_expectation(knowledge, case, row["expect"]),
    )


def _known_options(
    knowledge: Knowledge, case: str, slug: str, chosen: Sequence[str] | None
) -> tuple[str, ...]:
    _check(case, "question", [slug], knowledge.question)
    if not isinstance(chosen, list | tuple | None):
        raise VignetteError(f"{case}: the answer to {slug} must be a list")
    question = knowledge.question[slug]
    offered = [option.slug for option in question.options]
    _check(case, f"option of question {slug}", chosen or (), offered)
    if question.kind is Kind.ONE and len(chosen or ()) > 1:
        raise VignetteError(f"{case}: question {slug} takes one answer only")
    return tuple(chosen or ())


def _read_expectation(
    knowledge: Knowledge, case: str, entry: Mapping[str, Any]
) -> Expectation:
    named = {
        field: tuple(entry.get(field) or ())
        for field in ("causes", "contributors", "conditions")
    }
    for slugs in named.values():
        _check(case, "cause", slugs, knowledge.cause)
    levels = [entry.get("urgency"), *(entry.get("urgency_also") or ())]
    _check(case, "urgency", levels, [level.slug for level in Urgency])
    first, *also = [Urgency.of(level) for level in levels]
    return Expectation(urgency=first, urgency_also=tuple(also), **named)


def _check(case: str, what: str, slugs: Iterable[Any], known: Iterable[str]) -> None:
    names = list(known)
    for slug in slugs:
        if slug not in names:
            nearest = difflib.get_close_matches(str(slug), names, n=1, cutoff=0)
            hint = f"; the nearest known is {nearest[0]!r}" if nearest else ""
            raise VignetteError(f"{case}: there is no {what} {slug!r}{hint}")


def _expects_self_care(outcome: Outcome) -> bool:
    return outcome.vignette.expect.urgency is Urgency.SELF_CARE


def _share(hits: Iterable[bool]) -> float | None:
    return _mean([int(hit) for hit in hits])


def _mean(numbers: Sequence[int]) -> float | None:
    return round(sum(numbers) / len(numbers), 4) if numbers else None


def _percentile(numbers: Sequence[int], part: float) -> int:
    """The smallest number that at least this part of them does not exceed."""
    ordered = sorted(numbers)
    place = min(len(ordered) - 1, max(0, -int(-part * len(ordered) // 1) - 1))
    return ordered[place]
