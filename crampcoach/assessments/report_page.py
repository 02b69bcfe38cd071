"""What the report page shows beside the report itself: words, and lists put together for the eye."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from crampcoach.assessments import wording
from crampcoach.assessments.again import compare_reports
from crampcoach.assessments.care_card import care_card
from crampcoach.assessments.distances import picture_of
from crampcoach.assessments.exports.schedule import exercises
from crampcoach.assessments.kept import kept_html
from crampcoach.assessments.ladder import ladder_of
from crampcoach.assessments.visits import Visit, earlier_visit
from crampcoach.engine.changes import Change
from crampcoach.engine.knowledge import Cause, Finding, Knowledge, Urgency
from crampcoach.engine.load import Jump
from crampcoach.engine.plan import PlanItem, Withheld
from crampcoach.engine.ranking import Band, RankedCause, Reason
from crampcoach.engine.report import Report
from crampcoach.engine.running import OVER_OR_BETTER
from crampcoach.engine.triage import Doubt, RaisedSign

MAX_BECAUSE = 2
SUDDEN_JUMP = "sudden-jump"  # the answer that a jump in the distances would be


def report_context(
    visit: Visit, report: Report, *, is_own: bool = False
) -> dict[str, Any]:
    """`is_own`: for the runner, with addresses that hold the key; without it only `report_url`, `correct_url` and `assessment` do."""
    established = visit.interview.established
    card = care_card(visit.knowledge, report, visit.assessment, established)
    ladder = ladder_of(visit, report.plan)
    is_proxy = visit.assessment.is_proxy
    running = wording.RUNNING_OF_OTHERS if is_proxy else wording.RUNNING
    racing = wording.RACING_OF_OTHERS if is_proxy else wording.RACING
    fits = _worded(visit, report.conditions)
    leading = fits[0] if fits and report.urgency < Urgency.URGENT_TODAY else None
    is_over = bool(established & OVER_OR_BETTER)
    others = [r for r in report.triage.raised if r.sign.urgency is not report.urgency]
    return card | {
        "report": report,
        "others": others,
        "can_i_run": running[report.running.go],
        "can_i_race": racing[report.running.go] if report.running.names_a_race else "",
        "parts": list(_parts(report, is_own, is_over)),
        "is_over": is_over,
        "leading_cause": leading,
        "ranked_lists": [
            (_title_of_causes(report), "causes", fits),
            (
                _("What may have fed it"),
                "contributors",
                _worded(visit, report.contributors),
            ),
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
        "standing": wording.standing(report.is_reviewed),
        "claims": [
            kept_html(visit.knowledge, "claim", claim, claim.slug)
            for claim in report.claims
        ],
        "time_limits": kept_html(visit.knowledge, "time_limits", None),
        "has_exercises": bool(exercises(report)),
        "sources": [
            kept_html(visit.knowledge, "source", source, source.slug)
            for source in report.sources
        ],
        "ladder": ladder,
        "ask_again": [
            (finding, _change_url(visit, finding, is_own))
            for finding in (ladder.ask_again if ladder else ())
        ],
        "withheld": [(entry.name, reasons(entry)) for entry in report.plan.withheld],
        "report_url": visit.url("report"),
        "country_url": visit.url("country") if is_own else "",
        "correct_url": correct_url(visit, card["leading"], card["doubts"]),
        "assessment": visit.assessment,
        "is_own": is_own,
        **_distances(visit, report, is_own),
    }


def _distances(visit: Visit, report: Report, is_own: bool) -> dict[str, Any]:
    """The picture of the distances, and where to tick the jump that they show, if it was not ticked."""
    unit = visit.assessment.distances.get("unit", "")
    url = ""
    if is_own and report.load.jump not in (None, Jump.NONE):
        finding = visit.knowledge.finding.get(SUDDEN_JUMP)
        if finding and SUDDEN_JUMP not in visit.interview.established:
            url = _change_url(visit, finding, is_own)
    return {"distances": picture_of(report.load, unit), "unit": unit, "jump_url": url}


def since_last_time(visit: Visit, report: Report) -> dict[str, Any]:
    """What changed since the check that this one repeats; for the runner only. Nothing where there is none."""
    earlier = earlier_visit(visit)
    if earlier is None:
        return {}
    since = compare_reports(earlier.report, report)
    return {"earlier": earlier.assessment, "since": since}


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
    return visit.url("question", page) + "?from=report" if is_own else ""


def _title_of_causes(report: Report) -> str:
    """Beside a possible danger nothing harmless is what "most likely happened"."""
    if report.urgency >= Urgency.URGENT_TODAY:
        return _("What else can feel like this")
    return _("What most likely happened")


def _parts(report: Report, is_own: bool, is_over: bool) -> Iterator[tuple[str, str]]:
    """The parts of the page to jump to: id and words. Before urgent advice there is nothing to jump to but help."""
    if report.urgency < Urgency.URGENT_TODAY:
        yield from _parts_to_read(report, is_over)
    yield "help", _("When to get help")
    if is_own:
        yield "take-along", _("Take it along")


def _parts_to_read(report: Report, is_over: bool) -> Iterator[tuple[str, str]]:
    yield "causes", _("Why it happened")
    if report.first_aid:
        words = _("If it grabs again") if is_over else _("What to do first")
        yield "first-aid", words
    if report.plan.items:
        yield "plan", _("The plan")
    if report.plan.ladder:
        yield "ladder", _("Back to running")


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


def _because(item: PlanItem) -> list[str]:
    """The runner's own answers before the causes; two say enough."""
    reasons = [finding.text for finding in item.findings]
    return [*reasons, *(cause.name for cause in item.causes)][:MAX_BECAUSE]


def _steps(
    visit: Visit, items: Iterable[PlanItem]
) -> list[tuple[PlanItem, SafeString, str, SafeString]]:
    """Each step with what stands above the reason that it is offered for, the reason, and what stands below."""
    return [
        (
            item,
            kept_html(visit.knowledge, "step_head", item.step, item.step.slug),
            "; ".join(_because(item)),
            kept_html(visit.knowledge, "step_rest", item.step, item.step.slug),
        )
        for item in items
    ]
