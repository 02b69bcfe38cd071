"""What a runner has answered: an immutable mapping of question to findings that refuses what is not offered.

"None of these" is an answer with nothing chosen; "not sure" is doubt about options and never the same as "no".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from crampcoach.engine.knowledge import Kind, Knowledge, Question


class AnswerError(ValueError):
    """An answer that the question does not offer; the message is for the runner."""

    def __init__(self, question: str, message: str) -> None:
        self.question = question
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Given:
    """The answer to one question: findings said yes to, and findings the runner is not sure about.

    `is_partial`: only these findings were told, in passing (on the emergency page); the question itself is still to be asked.
    """

    chosen: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    is_partial: bool = False


def unsure_about(question: Question) -> Given:
    """ "Not sure" or "skip" on the whole question: doubt about each of its options."""
    return Given(unsure=tuple(option.slug for option in question.options))


def is_skipped(question: Question, given: Given) -> bool:
    """Nothing was said about any option."""
    return not given.chosen and len(given.unsure) == len(question.options)


@dataclass(frozen=True)
class Answers:
    """Question -> Given, in the order of answering. Reasoning never looks at that order."""

    given: Mapping[str, Given] = field(default_factory=lambda: MappingProxyType({}))

    def with_answer(
        self,
        knowledge: Knowledge,
        question: str,
        chosen: Iterable[str] = (),
        unsure: Iterable[str] = (),
    ) -> Answers:
        """These answers with one more, or one replaced in its place. Raises AnswerError."""
        given = _checked(knowledge, question, tuple(chosen), tuple(unsure))
        return Answers(MappingProxyType({**self.given, question: given}))

    def with_told(self, knowledge: Knowledge, findings: Iterable[str]) -> Answers:
        """These answers with findings told in passing; a question that was answered in full stays as it was.

        Raises AnswerError for what no question offers.
        """
        answers = dict(self.given)
        for slug in findings:
            finding = knowledge.finding.get(slug)
            if finding is None or not finding.question:
                raise AnswerError("", "One of the answers is not offered.")
            before = answers.get(finding.question, Given(is_partial=True))
            if before.is_partial:
                chosen = tuple(dict.fromkeys((*before.chosen, slug)))
                answers[finding.question] = Given(chosen, is_partial=True)
        return Answers(MappingProxyType(answers))

    @cached_property
    def answered(self) -> frozenset[str]:
        """The questions that were answered in full."""
        return frozenset(s for s, given in self.given.items() if not given.is_partial)

    def to_json(self) -> dict[str, dict[str, Any]]:
        return {
            slug: {"chosen": list(given.chosen), "unsure": list(given.unsure)}
            | ({"partial": True} if given.is_partial else {})
            for slug, given in self.given.items()
        }

    @classmethod
    def from_json(cls, knowledge: Knowledge, data: Mapping[str, Any]) -> Answers:
        """Stored answers, less what this release no longer offers: that question is then asked again."""
        answers = cls()
        for slug, entry in data.items():
            try:
                if entry.get("partial"):
                    answers = answers.with_told(knowledge, entry["chosen"])
                else:
                    answers = answers.with_answer(
                        knowledge, slug, entry["chosen"], entry["unsure"]
                    )
            except AnswerError:
                continue
        return answers


def _checked(
    knowledge: Knowledge, slug: str, chosen: tuple[str, ...], unsure: tuple[str, ...]
) -> Given:
    question = knowledge.question.get(slug)
    if question is None:
        raise AnswerError(slug, "This question is not part of the questionnaire.")
    offered = [option.slug for option in question.options]
    if not {*chosen, *unsure} <= set(offered):
        raise AnswerError(slug, "One of the answers is not offered by this question.")
    if question.kind is Kind.ONE and len(set(chosen)) > 1:
        raise AnswerError(slug, "Please choose one answer only.")
    if question.kind is Kind.ONE and not chosen and set(unsure) != set(offered):
        raise AnswerError(slug, "Please choose an answer, or “Not sure”.")
    if question.kind is Kind.ONE and chosen:
        unsure = ()
    return Given(
        chosen=tuple(option for option in offered if option in chosen),
        unsure=tuple(o for o in offered if o in unsure and o not in chosen),
    )
