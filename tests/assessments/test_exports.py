"""Handover, calendar and share link through the web, over the small questionnaire."""

import dataclasses
import io
import json
from datetime import date, datetime, timedelta

import pypdf
import pytest
from django.test import Client
from django.utils import timezone
from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from icalendar import Calendar

from crampcoach.assessments.exports.schedule import (
    days_for,
    first_day,
    is_for_bedtime,
    weeks_for,
)
from crampcoach.assessments.models import Assessment
from crampcoach.content import releases
from crampcoach.engine.knowledge import StepKind

HANDOVERS = ("handover/", "handover.txt", "handover.pdf", "handover.fhir.json")
ALL = (*HANDOVERS, "calendar/", "plan.ics", "share/")


@pytest.fixture
def known(known):
    """The calf raises are an exercise here."""
    steps = tuple(
        dataclasses.replace(step, kind=StepKind.EXERCISE, dose="10, twice a week")
        if step.slug == "calf-raises"
        else step
        for step in known.steps
    )
    return dataclasses.replace(known, steps=steps, kept={})


@pytest.fixture
def done(runner):
    runner.finish()
    return runner


def text_of(runner):
    return " ".join(runner.get("handover.txt").content.decode().split())


def post(runner, path, **data):
    return runner.client.post(runner.url(path), data)


def note(runner, first, second=""):
    return post(runner, "handover/", first=first, second=second)


def row(runner):
    return Assessment.objects.get(key=runner.key)


# ---- the handover


def test_the_handover_tells_what_was_ticked_and_what_was_not(done):
    text = text_of(done)
    assert "Where: Calf" in text
    assert "When it comes: In a race" in text
    assert "Emergency signs: Collapsed; Confused" in text


def test_the_handover_names_the_signs_checked_and_the_release(done):
    assert "Checked: 4 warning signs, content release 7" in text_of(done)


def test_a_question_that_was_not_asked_is_no_absence(done):
    absent, not_asked = text_of(done).split("NOT ASKED")
    assert "Pregnancy-status" not in absent and "Unwell" not in absent
    assert "Unwell" in not_asked


def test_an_option_that_was_not_sure_is_no_absence(runner):
    runner.pass_screens()
    runner.client.post(
        runner.url("q/timing/"),
        {
            "mode": "each",
            "timing:at-night": "not-sure",
            "timing:in-a-race": "yes",
            "timing:in-heat": "no",
        },
    )
    runner.send("side", side="one-side")
    runner.send("weather", weather=["hot-day"])
    absent, unsure = text_of(runner).split("NOT SURE")
    assert "When it comes: In heat" in absent
    assert "When it comes: At night" in unsure


def test_a_question_passed_over_is_not_sure_and_not_absent(runner):
    runner.pass_screens()
    runner.send("timing", timing="not-sure")
    runner.send("side", side="one-side")
    runner.send("weather", weather=["hot-day"])
    assert "When it comes: the whole question" in text_of(runner)
    items = {i["linkId"]: i for i in runner.get("handover.fhir.json").json()["item"]}
    assert items["timing"]["answer"][0]["valueCoding"]["code"] == "asked-unknown"
    assert "timing.absent" not in items


def every_form(runner):
    """Name -> the text of each page and file that leaves the site, on one line."""
    row_of = row(runner)
    row_of.share(True)
    row_of.save()
    pdf = pypdf.PdfReader(io.BytesIO(runner.get("handover.pdf").content))
    calendar = Calendar.from_ical(runner.get("plan.ics").content)
    forms = {
        "report": runner.get("report/").content.decode(),
        "shared": runner.client.get(
            f"/check/shared/{row_of.read_key}/"
        ).content.decode(),
        "handover": runner.get("handover/").content.decode(),
        "text": text_of(runner),
        "pdf": pdf.pages[0].extract_text(),
        "fhir": runner.get("handover.fhir.json").json()["text"]["div"],
        "calendar": str(calendar.walk("VEVENT")[0]["description"]),
    }
    return {name: " ".join(text.split()) for name, text in forms.items()}


def test_every_form_says_that_it_is_no_diagnosis_and_not_reviewed(done):
    for name, text in every_form(done).items():
        assert "Information, not a diagnosis." in text, name
        assert "Not yet reviewed by a clinician." in text, name
        assert "content release 7 of 2026-11-20" in text, name


def test_no_form_says_so_once_a_clinician_has_reviewed_the_rows(
    done, known, monkeypatch
):
    def signed(rows):
        return tuple(dataclasses.replace(row, reviewer="Dr A. Example") for row in rows)

    kinds = ("causes", "warning_signs", "steps", "first_aid", "symptoms", "claims")
    rows = {kind: signed(getattr(known, kind)) for kind in kinds}
    reviewed = dataclasses.replace(known, kept={}, **rows)
    monkeypatch.setattr(releases, "live", lambda language="en": reviewed)
    for name, text in every_form(done).items():
        assert "Information, not a diagnosis." in text, name
        assert "reviewed by a clinician" not in text, name


def test_the_page_holds_the_text_to_copy(done):
    page = done.get("handover/").content.decode()
    assert "<textarea" in page and "TIME LINE" in page


def test_a_release_that_has_moved_on_is_said_and_nothing_is_lost(done):
    Assessment.objects.filter(key=done.key).update(release=6)
    report = done.get("report/").content.decode()
    assert "release 6 then, release 7 now" in report
    assert "release 6 then, release 7 now" in text_of(done)
    assert all(done.get(path).status_code == 200 for path in ALL)


def test_a_visit_on_the_live_release_says_nothing_about_it(done):
    assert "Our content has changed" not in done.get("report/").content.decode()


@pytest.mark.parametrize("path", ALL)
def test_an_unfinished_visit_says_what_is_missing(runner, path):
    runner.pass_screens()
    answer = runner.get(path)
    assert answer.status_code == 409
    assert "Go on with the questions" in answer.content.decode()


@pytest.mark.parametrize("path", ALL)
def test_an_emergency_leads_back_to_what_to_do(runner, path):
    runner.send("emergency-now", emergency_now=["collapsed"])
    assert runner.get(path)["Location"] == runner.url("report/")
    assert "Take it along" not in runner.get("report/").content.decode()


@pytest.mark.parametrize("path", ALL)
def test_an_expired_visit_has_no_exports(done, path):
    Assessment.objects.update(expires=timezone.now())
    assert done.get(path).status_code == 404


def test_the_report_leads_to_all_exports(done):
    page = done.get("report/").content.decode()
    for path in (*HANDOVERS, "calendar/", "share/"):
        assert f'"{done.url(path)}"' in page


@pytest.mark.parametrize("path", ALL)
def test_exports_exist_in_dutch_as_well(done, path):
    assert done.client.get("/nl" + done.url(path)).status_code == 200


# ---- the runner's own lines

HARD = [
    "a & b <script>alert(1)</script>",
    '#let x = sys.inputs; $ 1/0 $ *b* _i_ `c` @ref <label> \\ " [',
    "BEGIN:VEVENT; X,Y\\n:END",
    "what about 日本語 and 😀 and \U0001f468\u200d\U0001f469?",
    "{{ answers }} {% load i18n %}",
]


@pytest.mark.parametrize("line", HARD)
def test_whatever_a_runner_writes_comes_through_as_text(done, line):
    assert note(done, line).status_code == 303
    assert row(done).notes == [line]
    assert line in text_of(done)
    assert all(done.get(path).status_code == 200 for path in ALL)
    page = done.get("handover/").content.decode()
    assert "<script>alert" not in page


def test_markup_is_literal_in_the_pdf(done):
    note(done, "#let x = 1; *b* _i_ $y$")
    pdf = pypdf.PdfReader(io.BytesIO(done.get("handover.pdf").content))
    assert "#let x = 1; *b* _i_ $y$" in pdf.pages[0].extract_text()


def test_a_character_without_a_glyph_is_marked_in_the_pdf_and_the_rest_stays(done):
    note(done, "Is 😀 fine?")
    pdf = pypdf.PdfReader(io.BytesIO(done.get("handover.pdf").content))
    assert "Is \ufffd fine?" in pdf.pages[0].extract_text()


def test_control_characters_and_line_breaks_become_spaces(done):
    note(done, "one\x00two\r\nthree\x07\u202efour")
    assert row(done).notes == ["one two three four"]


def test_bytes_that_are_no_text_break_nothing(done):
    form = b"first=%ff%ed%a0%80x&second="
    kind = "application/x-www-form-urlencoded"
    answer = done.client.post(done.url("handover/"), form, content_type=kind)
    assert answer.status_code == 303
    assert all(done.get(path).status_code == 200 for path in ALL)


def test_too_long_a_line_is_refused_and_shown_again(done):
    answer = note(done, "x" * 301)
    assert answer.status_code == 422
    assert "301 characters long" in answer.content.decode()
    assert row(done).notes == []


def test_a_hundred_kilobytes_are_refused_and_nothing_breaks(done):
    assert note(done, "y" * 100_000).status_code == 422
    assert note(done, "y" * 250_000).status_code == 413
    assert row(done).notes == []


def test_an_empty_line_takes_the_old_one_away(done):
    note(done, "Can I run?", "Do I need a scan?")
    note(done, "", "Do I need a scan?")
    assert row(done).notes == ["Do I need a scan?"]


def test_notes_need_the_token_of_the_form(done):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(done.url("handover/"), {"first": "x"}).status_code == 403


# ---- FHIR


def test_the_response_validates_and_holds_the_lines_of_the_runner(done):
    note(done, "Can I run?")
    answer = done.get("handover.fhir.json")
    assert answer["Content-Type"] == "application/fhir+json"
    QuestionnaireResponse.model_validate_json(answer.content)
    assert answer.json()["item"][-1]["answer"] == [{"valueString": "Can I run?"}]


def test_the_response_does_not_hold_the_key(done):
    assert done.key not in done.get("handover.fhir.json").content.decode()


def test_the_questionnaire_stands_at_the_address_the_response_names(done, monkeypatch):
    known = releases.live()
    monkeypatch.setattr(releases, "numbered", {known.release: known}.get)
    named = done.get("handover.fhir.json").json()["questionnaire"]
    address, _, version = named.partition("|")
    answer = done.client.get(address)
    Questionnaire.model_validate_json(answer.content)
    assert answer.json()["url"] == address and answer.json()["version"] == version


@pytest.mark.parametrize("number", ["99", "9" * 40])
def test_there_is_no_questionnaire_of_a_release_that_never_was(client, db, number):
    url = f"/fhir/Questionnaire/crampcoach-{number}"
    assert client.get(url).status_code == 404


# ---- the calendar


def events(answer):
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_the_usual_schedule_follows_the_dose(done):
    [event] = events(done.get("plan.ics"))
    assert event["RRULE"]["BYDAY"] == ["TU", "FR"]
    assert event["RRULE"]["COUNT"] == [12]
    assert str(event["SUMMARY"]) == "Calf raises"


def test_the_chosen_days_and_time_are_in_the_file(done):
    start = timezone.localdate() + timedelta(days=3)
    data = {"start": start.isoformat(), "at": "06:30", "calf-raises": ["MO", "SU"]}
    [event] = events(post(done, "plan.ics", **data))
    assert event["RRULE"]["BYDAY"] == ["MO", "SU"]
    first = event.decoded("DTSTART")
    assert first == datetime.combine(first, first.time()) and first.hour == 6
    assert first.weekday() in (0, 6) and 0 <= (first.date() - start).days < 7


def test_an_event_keeps_its_name_when_the_file_is_made_again(done):
    [first], [second] = events(done.get("plan.ics")), events(done.get("plan.ics"))
    assert first["UID"] == second["UID"]
    assert done.key not in str(first["UID"])


@pytest.mark.parametrize(
    "changed",
    [
        {"start": "soon"},
        {"start": "9999-12-31"},
        {"at": "25:00"},
        {"calf-raises": []},
        {"calf-raises": ["XX"]},
        {"at": "18:00\r\nX-EVIL:1"},
    ],
)
def test_a_schedule_that_makes_no_sense_is_shown_again_with_what_to_change(
    done, changed
):
    data = {"start": timezone.localdate(), "at": "18:00", "calf-raises": ["MO"]}
    answer = post(done, "plan.ics", **(data | changed))
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()


def test_signs_of_the_calendar_format_are_text_in_it(done, monkeypatch):
    known = releases.live()
    odd = "Raise; lower, \\ \nEND:VEVENT\r\nBEGIN:VALARM"
    steps = tuple(
        dataclasses.replace(s, dose=odd) if s.slug == "calf-raises" else s
        for s in known.steps
    )
    changed = dataclasses.replace(known, steps=steps, kept={})
    monkeypatch.setattr(releases, "live", lambda language="en": changed)
    [event] = events(done.get("plan.ics"))
    assert "BEGIN:VALARM" in str(event["DESCRIPTION"]) and not event.subcomponents


@pytest.mark.parametrize(
    ("dose", "days"),
    [
        ("3 rounds of 12, twice a week", ("TU", "FR")),
        ("2 to 3 rounds of 12, hold 2 seconds, 3 times a week", ("MO", "WE", "FR")),
        ("20 minutes, 2 to 3 times a week", ("MO", "WE", "FR")),
        ("Once a day, 5 days a week", ("MO", "TU", "WE", "TH", "FR")),
        ("2 rounds, once or twice a day", ("MO", "TU", "WE", "TH", "FR", "SA", "SU")),
        ("3 rounds of 12, every second day", ("MO", "WE", "FR")),
        ("As the programme sets it", ("MO", "WE", "FR")),
    ],
)
def test_days_suit_the_dose(dose, days):
    assert days_for(dose) == days


def test_weeks_are_read_from_the_dose_within_reason():
    assert weeks_for("every second day, for 12 weeks") == 12
    assert weeks_for("twice a week") == 6
    assert weeks_for("for 500 weeks") == 26


@pytest.mark.parametrize(
    ("dose", "is_late"),
    [
        ("Every evening before bed", True),
        ("3 times (Calf stretch before bed)", True),
        ("Twice a week", False),
        ("Not in the sickbed week", False),
    ],
)
def test_what_is_for_bedtime_is_not_put_at_six(dose, is_late):
    assert is_for_bedtime(dose) is is_late


def test_an_exercise_can_have_a_time_of_its_own(done):
    start = timezone.localdate()
    data = {"start": start.isoformat(), "at": "18:00", "calf-raises": ["MO"]}
    file = post(done, "plan.ics", **data, **{"calf-raises_at": "21:30"})
    [event] = Calendar.from_ical(file.content).walk("VEVENT")
    assert event["dtstart"].dt.strftime("%H:%M") == "21:30"
    wrong = post(done, "plan.ics", **data, **{"calf-raises_at": "25:00"})
    assert wrong.status_code == 422


def test_the_first_day_is_never_before_the_start():
    friday = date(2026, 11, 20)
    assert first_day(friday, ("FR",)) == friday
    assert first_day(friday, ("TH", "MO")) == date(2026, 11, 23)


# ---- the link to share


def shared_url(runner):
    return f"/check/shared/{row(runner).read_key}/"


def test_nothing_is_shared_before_the_runner_says_so(done):
    assert done.client.get(shared_url(done)).status_code == 404


def test_a_shared_report_is_the_report_without_a_way_to_change_it(done):
    post(done, "share/", share="on")
    answer = done.client.get(shared_url(done))
    page = answer.content.decode()
    assert answer.status_code == 200 and "Tired calf" in page
    assert done.key not in page
    assert "noindex" in answer["X-Robots-Tag"] and answer["Cache-Control"] == "no-store"


def test_the_runner_sees_the_link_to_share(done):
    post(done, "share/", share="on")
    assert shared_url(done) in done.get("share/").content.decode()


def test_an_ended_link_never_works_again(done):
    post(done, "share/", share="on")
    old = shared_url(done)
    post(done, "share/", share="off")
    post(done, "share/", share="on")
    assert done.client.get(old).status_code == 404
    assert done.client.get(shared_url(done)).status_code == 200


def test_the_shared_key_opens_nothing_but_the_shared_report(done):
    post(done, "share/", share="on")
    key = row(done).read_key
    for path in ("", "report/", "review/", "delete/", "share/", "handover/"):
        assert done.client.get(f"/check/{key}/{path}").status_code == 404
    assert done.client.get(f"/check/shared/{done.key}/").status_code == 404


def test_a_shared_link_ends_with_the_visit(done):
    post(done, "share/", share="on")
    url = shared_url(done)
    Assessment.objects.update(expires=timezone.now())
    assert done.client.get(url).status_code == 404


def test_a_shared_report_of_a_visit_being_changed_says_so(done):
    post(done, "share/", share="on")
    done.send("where", where=["many-places"])
    answer = done.client.get(shared_url(done))
    assert answer.status_code == 409
    assert "No report at the moment" in answer.content.decode()


def test_a_shared_report_that_became_an_emergency_shows_what_to_do(done):
    post(done, "share/", share="on")
    done.send("emergency-now", emergency_now=["collapsed"])
    page = done.client.get(shared_url(done)).content.decode()
    assert "Call an ambulance." in page and done.key not in page
    assert "fit none of the causes" not in page


def test_the_response_is_json_without_surprises(done):
    assert json.loads(done.get("handover.fhir.json").content)["status"] == "completed"
