"""Checking again: which answers go along into the new check, and what changed between its report and the earlier one.

Danger signs and how it is now never go along: they are asked anew, or the new report would rest on old news.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crampcoach.engine.answers import Answers
from crampcoach.engine.knowledge import Urgency
from crampcoach.engine.report import AnswerLine, Report

# What stays as it was within the days that a check is kept.
FACTS = ("age", "sex", "history", "back-history")
# What may have grown since, and opens danger signs: asked again, with the earlier ticks in place.
TICKS = ("where", "conditions", "medicines")

MAX_CAUSES = 3

LESS, SAME, MORE = -1, 0, 1
URGENCY_WORDS: Mapping[int, Promise] = {
    LESS: gettext_lazy("Less urgent"),
    SAME: gettext_lazy("Same"),
    MORE: gettext_lazy("More urgent"),
}
PAIN_WORDS: Mapping[int, Promise] = {
    LESS: gettext_lazy("Calmer"),
    SAME: gettext_lazy("Same"),
    MORE: gettext_lazy("Worse"),
}
FREQUENCY_WORDS: Mapping[int, Promise] = {
    LESS: gettext_lazy("Less often"),
    SAME: gettext_lazy("Same"),
    MORE: gettext_lazy("More often"),
}
# Question -> what its row is called, and the words for an answer further up, the same, and further down its list.
COMPARED: Mapping[str, tuple[Promise, Mapping[int, Promise]]] = {
    "severity": (gettext_lazy("How bad"), PAIN_WORDS),
    "trend": (gettext_lazy("Which way"), PAIN_WORDS),
    "frequency": (gettext_lazy("How often"), FREQUENCY_WORDS),
}
# Its answers are not all better or worse than the next.
TREND_PLACES: Mapping[str, int] = {
    "it-is-over": 0,
    "getting-better": 0,
    "too-early": 1,
    "comes-and-goes": 1,
    "no-better": 1,
    "getting-worse": 2,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `word` is empty where there is nothing to compare."""

    label: str
    before: tuple[str, ...]
    now: tuple[str, ...]
    word: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """`urgency_word` says how `now` differs from `before`."""

    before: Urgency
    now: Urgency
    urgency_word: str
    rows: tuple[Row, ...]


def carried_answers(answers: Answers) -> dict[str, dict[str, Any]]:
    """The answers a new check begins with, as stored: facts in full, ticks as told in passing, so that their question still comes."""
    given = answers.given
    facts = {
        slug: given[slug]
        for slug in FACTS
        if slug in answers.answered and not given[slug].unsure
    }
    ticks = {
        slug: replace(given[slug], unsure=(), is_partial=True)
        for slug in TICKS
        if slug in given and given[slug].chosen
    }
    return Answers(MappingProxyType(facts | ticks)).to_json()


def compare_reports(before: Report, now: Report) -> Comparison:
    old, new = _lines(before), _lines(now)
    rows = [
        _answer_row(slug, old.get(slug), new.get(slug))
        for slug in COMPARED
        if slug in old or slug in new
    ]
    causes = _cause_row(before, now)
    return Comparison(
        before=before.urgency,
        now=now.urgency,
        urgency_word=str(URGENCY_WORDS[_way(before.urgency, now.urgency)]),
        rows=(*rows, causes) if causes.before or causes.now else tuple(rows),
    )


def _lines(report: Report) -> dict[str, AnswerLine]:
    return {line.question.slug: line for line in report.lines}


def _answer_row(slug: str, before: AnswerLine | None, now: AnswerLine | None) -> Row:
    label, words = COMPARED[slug]
    word = ""
    if before and now and before.chosen and now.chosen:
        way = _way(_place(before), _place(now))
        is_other = not way and before.chosen != now.chosen
        word = _("Changed") if is_other else str(words[way])
    return Row(str(label), _said(before), _said(now), word)


def _place(line: AnswerLine) -> int:
    """How bad the answer is: its place among the options, which go from mild to bad, but for those of the trend."""
    slugs = [option.slug for option in line.question.options]
    chosen = line.chosen[0].slug
    return TREND_PLACES.get(chosen, slugs.index(chosen))


def _way(before: int, now: int) -> int:
    return (now > before) - (now < before)


def _said(line: AnswerLine | None) -> tuple[str, ...]:
    if line is None:
        return (_("Not asked"),)
    return tuple(finding.text for finding in line.chosen) or (_("Not sure"),)


def _cause_row(before: Report, now: Report) -> Row:
    old = {r.cause.slug: r.cause.name for r in before.conditions[:MAX_CAUSES]}
    new = {r.cause.slug: r.cause.name for r in now.conditions[:MAX_CAUSES]}
    added = [name for slug, name in new.items() if slug not in old]
    if added:
        word = _("New: %(causes)s") % {"causes": "; ".join(added)}
    else:
        word = _("Same") if list(old) == list(new) else _("Changed")
    return Row(_("What fits best"), tuple(old.values()), tuple(new.values()), word=word)
