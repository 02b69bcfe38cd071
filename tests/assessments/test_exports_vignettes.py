"""All exports of twenty vignettes with the real content, and a whole visit whose log is read afterwards."""

import io
import json
import logging
import re

import pypdf
import pytest
from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from icalendar import Calendar

from crampcoach.assessments.exports import fhir
from crampcoach.assessments.exports.handover import absent_findings, make_handover
from crampcoach.assessments.exports.pdf import pdf
from crampcoach.assessments.exports.plain_text import plain_text
from crampcoach.content import releases
from crampcoach.engine.report import assess_interview
from tests.assessments.exporting import some_visits

ADDRESS = "https://crampcoach.test/fhir/Questionnaire/crampcoach-1"
WORDY = "Wiggling question $x$ #let *a* _b_ [c] " * 7


def squeezed(text):
    """Without spaces, line breaks and the hyphens of broken words."""
    return re.sub(r"[\s\-\u2010\u00ad]", "", text).casefold()


@pytest.fixture(scope="module")
def visits(real, real_rows):
    return some_visits(real, real_rows)


@pytest.fixture(scope="module")
def reports(visits):
    return {slug: (v, assess_interview(v.interview)) for slug, v in visits.items()}


def positives(report):
    return [finding for line in report.lines for finding in line.chosen]


def test_there_are_twenty_vignettes_to_export(visits):
    assert len(visits) == 20


def test_each_pdf_is_one_tagged_page_with_every_positive_finding(reports):
    for slug, (visit, report) in reports.items():
        reader = pypdf.PdfReader(io.BytesIO(pdf(make_handover(visit, report), "en")))
        root = reader.trailer["/Root"]
        assert len(reader.pages) == 1, slug
        assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
        assert root["/Lang"] == "en"
        text = squeezed(reader.pages[0].extract_text())
        assert not [f.text for f in positives(report) if squeezed(f.text) not in text]


def test_the_longest_notes_still_leave_one_page(reports):
    for slug, (visit, report) in reports.items():
        visit.assessment.notes = [WORDY[:300], WORDY[:300]]
        file = pdf(make_handover(visit, report), "en")
        visit.assessment.notes = []
        assert len(pypdf.PdfReader(io.BytesIO(file)).pages) == 1, slug


def test_each_plain_text_has_every_positive_and_every_absent_finding(reports):
    for visit, report in reports.values():
        text = " ".join(plain_text(make_handover(visit, report)).split())
        for line in report.lines:
            if line.question.kind == "many":
                assert all(f.text in text for f in absent_findings(visit, line))
        assert all(f.text in text for f in positives(report))


def test_each_response_is_valid_fhir_with_every_positive_finding(reports):
    for visit, report in reports.values():
        resource = fhir.questionnaire_response(visit, report, ADDRESS)
        QuestionnaireResponse.model_validate_json(json.dumps(resource))
        codes = {
            answer["valueCoding"]["code"]
            for item in resource["item"]
            if "." not in item["linkId"]
            for answer in item["answer"]
        }
        assert {f.slug for f in positives(report)} <= codes


def test_the_questionnaire_is_valid_fhir_and_offers_every_answer_given(real, reports):
    resource = fhir.questionnaire(real, ADDRESS)
    Questionnaire.model_validate_json(json.dumps(resource))
    offered = {
        item["linkId"]: [o["valueCoding"] for o in item.get("answerOption", [])]
        for item in resource["item"]
    }
    for visit, report in reports.values():
        for item in fhir.questionnaire_response(visit, report, ADDRESS)["item"]:
            codings = [answer["valueCoding"] for answer in item["answer"]]
            assert all(coding in offered[item["linkId"]] for coding in codings)


PAGES = ("report/", "handover/", "calendar/", "share/")
FILES = ("handover.txt", "handover.pdf", "handover.fhir.json", "plan.ics")


@pytest.fixture
def stored(db, monkeypatch, real, visits):
    monkeypatch.setattr(releases, "live", lambda language="en": real)
    for visit in visits.values():
        visit.assessment.pk = None
        visit.assessment.notes = ["Wiggling question"]
        visit.assessment.save()
    yield visits
    for visit in visits.values():
        visit.assessment.notes = []


def test_every_page_and_file_of_the_vignettes_can_be_had(client, stored):
    for slug, visit in stored.items():
        for name in (*PAGES, *FILES):
            answer = client.get(f"/check/{visit.assessment.key}/{name}")
            has_none = name == "plan.ics" and answer.status_code == 404
            assert answer.status_code == 200 or has_none, (slug, name)
            assert answer["Cache-Control"] == "no-store"
            assert "noindex" in answer["X-Robots-Tag"]


def test_no_shared_report_holds_the_key_of_its_runner(client, stored):
    for slug, visit in stored.items():
        row = visit.assessment
        client.post(f"/check/{row.key}/share/", {"share": "on"})
        answer = client.get(f"/check/shared/{row.read_key}/")
        assert answer.status_code == 200, slug
        assert row.key not in answer.content.decode(), slug


def test_calendar_files_parse_and_come_from_most_plans(client, stored):
    found = 0
    for visit in stored.values():
        answer = client.get(f"/check/{visit.assessment.key}/plan.ics")
        if answer.status_code == 200:
            found += 1
            assert Calendar.from_ical(answer.content).walk("VEVENT")
    assert found >= 10


def test_no_answer_stands_in_an_address_or_in_the_log(
    client, caplog, capfd, real, visits, monkeypatch, db
):
    """A whole visit, answer by answer, with every export; then addresses and log are read."""
    monkeypatch.setattr(releases, "live", lambda language="en": real)
    caplog.set_level(logging.INFO)
    visit = next(iter(visits.values()))
    addresses = []

    def get(path):
        addresses.append(path)
        return client.get(path)

    def send(path, data):
        addresses.append(path)
        answer = client.post(path, data)
        addresses.append(answer.get("Location", ""))
        return answer

    page = send("/check/", {})["Location"]
    key = page.split("/")[2]
    while "/q/" in page:
        get(page)
        questions = real.pages[page.split("/")[4]].questions
        data = {q.slug: values(visit.answers.given.get(q.slug), q) for q in questions}
        page = send(page, data)["Location"]
    send(f"/check/{key}/handover/", {"first": "Wiggling question", "second": ""})
    send(f"/check/{key}/share/", {"share": "on"})
    bodies = [get(f"/check/{key}/{name}").content for name in (*PAGES, *FILES)]
    for body in bodies:
        addresses += re.findall(r'(?:href|action)="([^"]*)"', body.decode("latin-1"))
    told = {
        f.slug for line in assess_interview(visit.interview).lines for f in line.chosen
    }
    ours = [a for a in addresses if key in a]
    assert len(ours) > 30 and told
    assert not [a for a in ours if told & set(re.split(r"[/?&=#]", a))]
    output = capfd.readouterr()
    log = caplog.text + output.out + output.err
    assert "Wiggling" not in log and key not in log
    assert not [slug for slug in told if slug in log]


def values(given, question):
    if given is None or (not given.chosen and given.unsure):
        return "not-sure"
    return given.chosen or "none"
