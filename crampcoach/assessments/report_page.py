"""What the report page shows beside the report itself: words, and lists put together for the eye."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from crampcoach.assessments import wording
from crampcoach.assessments.again import compare_reports
from crampcoach.assessments.care_card import care_card
from crampcoach.assessments.visits import Visit, earlier_visit
from crampcoach.engine.changes import Change
from crampcoach.engine.knowledge import Cause, Finding, Knowledge, PreventionStep
from crampcoach.engine.plan import PlanItem, Withheld
from crampcoach.engine.ranking import Band, RankedCause, Reason
from crampcoach.engine.report import Report, assess_interview
from crampcoach.engine.triage import Doubt, RaisedSign

MAX_ASK_AGAIN = 2


@dataclass(frozen=True, slots=True)
class Rung:
    """A rung of the ladder. `ask_again`: answers that would stop this runner, with the page to change them on (or no address)."""

    step: PreventionStep
    text: SafeString
    is_start: bool
    ask_again: tuple[tuple[Finding, str], ...]


def report_context(
    visit: Visit, report: Report, *, is_own: bool = False
) -> dict[str, Any]:
    """`is_own`: for the runner, with addresses that hold the key; without it only `report_url`, `correct_url` and `assessment` do."""
    established = visit.interview.established
    card = care_card(visit.knowledge, report, visit.assessment, established)
    others = [r for r in report.triage.raised if r.sign.urgency is not report.urgency]
    return card | {
        "report": report,
        "others": others,
        "can_i_run": wording.RUNNING[report.running.go],
        "can_i_race": wording.RACING[report.running.go]
        if report.running.names_a_race
        else "",
        "ranked_lists": [
            (_("What most likely happened"), _worded(visit, report.conditions)),
            (_("What may have fed it"), _worded(visit, report.contributors)),
        ],
        "changes": _changes(visit, report, is_own),
        "first_aid": [
            (advice, [(w.name, reasons(w)) for w in advice.withheld])
            for advice in report.first_aid
        ],
        "plan": [
            (_("Now"), _steps(visit, report.plan.now)),
            (_("This week"), _steps(visit, report.plan.this_week)),
            (_("In the coming weeks"), _steps(visit, report.plan.coming_weeks)),
        ],
        "sources": [
            kept_html(visit.knowledge, "source", source, source.slug)
            for source in report.sources
        ],
        "rungs": _rungs(visit, report, is_own),
        "withheld": [(entry.name, reasons(entry)) for entry in report.plan.withheld],
        "report_url": visit.url("report"),
        "country_url": visit.url("country") if is_own else "",
        "correct_url": correct_url(visit, card["leading"], card["doubts"]),
        "assessment": visit.assessment,
    }


def since_last_time(visit: Visit, report: Report) -> dict[str, Any]:
    """What changed since the check that this one repeats; for the runner only. Nothing where there is none."""
    earlier = earlier_visit(visit)
    if earlier is None:
        return {}
    before = assess_interview(earlier.interview)
    return {"earlier": earlier.assessment, "since": compare_reports(before, report)}


def _changes(
    visit: Visit, report: Report, is_own: bool
) -> list[tuple[Change, bool, str]]:
    """Each change, whether it is one of urgency, and where to give that answer."""
    return [
        *(
            (c, True, _change_url(visit, c.finding, is_own))
            for c in report.changes.of_urgency
        ),
        *(
            (c, False, _change_url(visit, c.finding, is_own))
            for c in report.changes.of_cause
        ),
    ]


def _change_url(visit: Visit, finding: Finding, is_own: bool) -> str:
    page = visit.knowledge.question[finding.question].page_slug
    return visit.url("question", page) + "?from=review" if is_own else ""


def _rungs(visit: Visit, report: Report, is_own: bool) -> list[list[Rung]]:
    """The rungs below the one to start on, then that one and all above it."""
    start = report.plan.ladder_start
    known = visit.knowledge.finding
    findings = {
        known[f].question: known[f] for s in report.plan.ladder for f in s.unsafe_with
    }
    urls = {q: _change_url(visit, f, is_own) for q, f in findings.items() if q}
    rungs = [
        Rung(
            step,
            kept_html(visit.knowledge, "rung_text", step, step.slug),
            step.rung == start,
            _ask_again(visit, step, urls),
        )
        for step in report.plan.ladder
    ]
    below = [rung for rung in rungs if rung.step.rung < start]
    return [below, rungs[len(below) :]]


def kept_html(knowledge: Knowledge, part: str, row: Any, *key: str) -> SafeString:
    """A part of the report that is the same for every runner, so rendered once per release: template `_PART.html` with `row`."""
    place = (part, *key)
    if place not in knowledge.kept:
        name = f"assessments/_{part}.html"
        knowledge.kept[place] = render_to_string(name, {"row": row})
    html: SafeString = knowledge.kept[place]
    return html


def _ask_again(
    visit: Visit, step: PreventionStep, urls: dict[str, str]
) -> tuple[tuple[Finding, str], ...]:
    """Answers of this visit that would make the rung unsafe, each of another question."""
    found: dict[str, Finding] = {}
    for slug in sorted(step.unsafe_with):
        finding = visit.knowledge.finding[slug]
        if finding.question in visit.interview.answers.answered:
            found.setdefault(finding.question, finding)
    rows = list(found.values())[:MAX_ASK_AGAIN]
    return tuple((f, urls[f.question]) for f in rows)


def reasons(withheld: Withheld) -> list[str]:
    """Why advice was left out: the possible problem, or the runner's own answer."""
    return [
        *(sign.title for sign in withheld.signs),
        *(finding.text for finding in withheld.findings),
    ]


def correct_url(
    visit: Visit, leading: Iterable[RaisedSign], doubts: Iterable[Doubt]
) -> str:
    """Where a mis-tick is put right: the page of the answer that raised the alarm, else the page answered last."""
    findings = [f for entry in leading for f in entry.findings]
    findings += [doubt.finding for doubt in doubts]
    given = visit.interview.answers.given
    for finding in findings:
        if finding.question in given:
            page = visit.knowledge.question[finding.question].page_slug
            return visit.url("question", page)
    pages = visit.interview.pages
    return visit.url("question", pages[-1].slug) if pages else visit.next_url


@dataclass(frozen=True, slots=True)
class Fit:
    """A cause with its band in words, and its reasons as list items."""

    cause: Cause
    band: Band
    words: Any
    head: SafeString
    reasons_for: list[SafeString]
    reasons_against: list[SafeString]
    not_asked: tuple[Finding, ...]


def _worded(visit: Visit, ranked: Iterable[RankedCause]) -> list[Fit]:
    knowledge = visit.knowledge
    return [
        Fit(
            cause=entry.cause,
            band=entry.band,
            words=wording.BANDS[entry.band],
            head=kept_html(knowledge, "cause_head", entry.cause, entry.cause.slug),
            reasons_for=_reason_items(knowledge, entry.cause, entry.reasons_for),
            reasons_against=_reason_items(
                knowledge, entry.cause, entry.reasons_against
            ),
            not_asked=entry.not_asked,
        )
        for entry in ranked
    ]


def _reason_items(
    knowledge: Knowledge, cause: Cause, reasons: Iterable[Reason]
) -> list[SafeString]:
    return [
        kept_html(knowledge, "reason", r, cause.slug, r.finding.slug) for r in reasons
    ]


def _steps(
    visit: Visit, items: Iterable[PlanItem]
) -> list[tuple[PlanItem, SafeString, SafeString]]:
    """Each step with what stands above and below the reason that it is offered for."""
    return [
        (
            item,
            kept_html(visit.knowledge, "step_head", item.step, item.step.slug),
            kept_html(visit.knowledge, "step_rest", item.step, item.step.slug),
        )
        for item in items
    ]
