"""What must hold of every export for any set of answers, over the real content."""

import json
from datetime import UTC, date, datetime

from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from crampcoach.assessments.exports import fhir, schedule
from crampcoach.assessments.exports.handover import make_handover
from crampcoach.assessments.exports.plain_text import plain_text
from crampcoach.assessments.models import Assessment
from crampcoach.assessments.report_page import report_context
from crampcoach.assessments.visits import Visit
from crampcoach.engine.answers import Answers
from crampcoach.engine.interview import replay
from tests.engine.test_properties import SLOW, draw_visit

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
ADDRESS = "https://crampcoach.test/fhir/Questionnaire/crampcoach-1"


def visit_of(knowledge, answers):
    row = Assessment(
        key="k" * 32, release=knowledge.release, updated=NOON, created=NOON
    )
    row.expires = NOON
    row.put(answers.to_json())
    return Visit(row, knowledge, answers, replay(knowledge, answers))


def calendar_of(report):
    steps = schedule.exercises(report)
    doses = {step.slug: step.dose for step in steps}
    usual = schedule.default_schedule(doses, date(2026, 11, 20))
    weeks = {slug: schedule.weeks_for(dose) for slug, dose in doses.items()}
    return schedule.calendar_file(steps, usual, weeks, "k" * 32, NOON, ())


def exports_of(visit):
    """Text, calendar and FHIR of a visit."""
    report = visit.report
    return (
        plain_text(make_handover(visit, report)),
        calendar_of(report).decode(),
        json.dumps(fhir.questionnaire_response(visit, report, ADDRESS)),
    )


@SLOW
@given(data=st.data())
def test_withheld_advice_is_in_no_export_and_never_offered_on_the_page(real, data):
    answers, _, _ = draw_visit(data, real)
    visit = visit_of(real, answers)
    report = visit.report
    left_out = [entry.name for entry in report.plan.withheld]
    left_out += [entry.name for advice in report.first_aid for entry in advice.withheld]
    text, calendar, resource = exports_of(visit)
    events = Calendar.from_ical(calendar).walk("VEVENT")
    summaries = {str(event["summary"]) for event in events}
    for name in left_out:
        assert name not in text and name not in resource
        assert name not in summaries
    if not report.urgency.is_emergency:
        offered = offered_on_the_page(visit)
        assert not [name for name in left_out if name in offered]


def offered_on_the_page(visit):
    """The report without the parts that say what was left out."""
    context = report_context(visit, visit.report) | {"withheld": []}
    context["first_aid"] = [(advice, []) for advice, _left in context["first_aid"]]
    page = render_to_string("assessments/shared.html", context)
    start, end = page.index("<main"), page.index('id="help"')
    return page[start:end]


@SLOW
@given(data=st.data())
def test_exports_do_not_depend_on_the_order_of_answering(real, data):
    answers, _, _ = draw_visit(data, real)
    shuffled = data.draw(st.permutations(list(answers.given)))
    other = Answers.from_json(real, {s: answers.to_json()[s] for s in shuffled})
    assert exports_of(visit_of(real, other)) == exports_of(visit_of(real, answers))
