"""The block at the top of a report: what to do, how soon, because of which answers, what to say, whom to call."""

from collections.abc import Iterable
from typing import Any

from crampcoach.assessments import wording
from crampcoach.assessments.countries import COUNTRIES, ROWS, numbers_for
from crampcoach.assessments.models import Assessment
from crampcoach.engine.knowledge import Knowledge, Pattern, Urgency
from crampcoach.engine.report import Report
from crampcoach.engine.triage import RaisedSign

MAX_LINES = 5


def care_card(
    knowledge: Knowledge,
    report: Report,
    assessment: Assessment,
    established: frozenset[str],
) -> dict[str, Any]:
    leading = [r for r in report.triage.raised if r.sign.urgency is report.urgency]
    is_general = not leading or report.urgency is not Urgency.EMERGENCY_DEPARTMENT
    companion_does = (
        wording.COMPANION_DOES.get(report.urgency, ()) if assessment.is_proxy else ()
    )
    do_now = _unique(
        *(entry.sign.do_now for entry in leading),
        wording.ALSO_DO[report.urgency] if is_general and not companion_does else (),
    )
    do_not = _unique(
        *(entry.sign.do_not for entry in leading),
        wording.ALSO_DO_NOT[report.urgency] if is_general else (),
    )
    lines_left = MAX_LINES - len(companion_does)
    return {
        "urgency": report.urgency.slug,
        "level": wording.LEVELS[report.urgency],
        "advice": _advice(report.urgency, assessment.is_proxy),
        "is_proxy": assessment.is_proxy,
        "leading": leading,
        "companion_does": companion_does,
        "do_now": do_now[:lines_left],
        "do_not": do_not[:MAX_LINES],
        "more_to_do": do_now[lines_left:],
        "more_not_to_do": do_not[MAX_LINES:],
        "tell_them": [r.sign.tell_them for r in leading if r.sign.tell_them],
        "because": grounds(knowledge, leading, established),
        "doubts": [d for d in report.triage.doubts if d.urgency is report.urgency],
        "numbers": numbers_for(assessment.country),
        "country": COUNTRIES.get(assessment.country),
        "countries": ROWS,
        "country_code": assessment.country,
    }


def _advice(urgency: Urgency, is_proxy: bool) -> Any:
    own = wording.ADVICE[urgency]
    return wording.ADVICE_TO_COMPANION.get(urgency, own) if is_proxy else own


def grounds(
    knowledge: Knowledge, raised: Iterable[RaisedSign], established: frozenset[str]
) -> list[tuple[str, ...]]:
    """What raised these signs: each entry is enough by itself; the answers of one entry count together."""
    patterns = [p for r in raised for p in r.sign.patterns if p.holds(established)]
    groups = [group for p in patterns for group in _groups(p, established)]
    enough = [g for g in groups if not any(other < g for other in groups)]
    return [
        tuple(_unique(*(_told(knowledge, slug, established) for slug in sorted(group))))
        for group in dict.fromkeys(enough)
    ]


def _told(
    knowledge: Knowledge, slug: str, established: frozenset[str]
) -> tuple[str, ...]:
    """The runner's own answers behind a finding: itself, or those that it was derived from."""
    finding = knowledge.finding[slug]
    if finding.rule is None:
        return (finding.text,)
    leaves = [leaf for leaf in finding.rule.leaves() if leaf in established]
    return tuple(
        text for leaf in leaves for text in _told(knowledge, leaf, established)
    )


def _groups(pattern: Pattern, established: frozenset[str]) -> list[frozenset[str]]:
    """The established findings that make a pattern hold: one group where they only count together."""
    told = pattern.findings & established
    if pattern.all_of or pattern.and_one_of:
        return [told]
    return [frozenset({slug}) for slug in sorted(told)]


def _unique(*lists: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(line for lines in lists for line in lines))
