"""What the report page shows beside the report itself: words, and lists put together for the eye."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from crampcoach.assessments import wording
from crampcoach.assessments.visits import Visit
from crampcoach.engine.knowledge import Urgency
from crampcoach.engine.plan import Withheld
from crampcoach.engine.report import Report
from crampcoach.engine.triage import Doubt, RaisedSign


def report_context(visit: Visit, report: Report) -> dict[str, Any]:
    leading = [r for r in report.triage.raised if r.sign.urgency is report.urgency]
    others = [r for r in report.triage.raised if r.sign.urgency is not report.urgency]
    is_general = not leading or report.urgency is not Urgency.EMERGENCY_DEPARTMENT
    doubts = [d for d in report.triage.doubts if d.urgency is report.urgency]
    return {
        "report": report,
        "urgency": report.urgency.slug,
        "level": wording.LEVELS[report.urgency],
        "advice": wording.ADVICE[report.urgency],
        "also_do": wording.ALSO_DO[report.urgency] if is_general else (),
        "also_do_not": wording.ALSO_DO_NOT[report.urgency] if is_general else (),
        "leading": leading,
        "others": others,
        "doubts": doubts,
        "do_now": _lines(r.sign.do_now for r in leading),
        "do_not": _lines(r.sign.do_not for r in leading),
        "tell_them": [r.sign.tell_them for r in leading if r.sign.tell_them],
        "because": because(leading),
        "ranked_lists": [
            (_("What most likely happened"), _worded(report.conditions)),
            (_("What may have fed it"), _worded(report.contributors)),
        ],
        "plan": [
            (_("Now"), report.plan.now),
            (_("This week"), report.plan.this_week),
            (_("In the coming weeks"), report.plan.coming_weeks),
        ],
        "withheld": [
            (entry.name, reasons(entry))
            for entry in (
                *(w for advice in report.first_aid for w in advice.withheld),
                *report.plan.withheld,
            )
        ],
        "numbers": wording.EMERGENCY_NUMBERS,
        "report_url": visit.url("report"),
        "correct_url": correct_url(visit, leading, doubts),
        "assessment": visit.assessment,
    }


def because(raised: Iterable[RaisedSign]) -> list[str]:
    """The runner's answers behind these signs, each once."""
    return list(dict.fromkeys(f.text for entry in raised for f in entry.findings))


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


def _worded(ranked: Iterable[Any]) -> list[tuple[Any, Any]]:
    return [(entry, wording.BANDS[entry.band]) for entry in ranked]


def _lines(lists: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(line for lines in lists for line in lines))
