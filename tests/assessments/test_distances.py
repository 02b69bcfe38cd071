"""Distances that a runner adds to a finished check: the form, the picture, and every export."""

import io

import pypdf
import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from crampcoach.assessments.distances import load_of, picture_of
from crampcoach.assessments.exports import fhir
from crampcoach.assessments.models import Assessment

TOLD = {
    "unit": "km",
    "longest": "18",
    "that_run": "42,2",
    "week_4": "31",
    "week_3": "",
    "week_2": "40",
    "week_1": "38",
    "week_0": "62.5",
}
STORED = {
    "unit": "km",
    "weeks": [31.0, None, 40.0, 38.0, 62.5],
    "longest": 18.0,
    "that_run": 42.2,
}


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def done(runner):
    runner.finish()
    return runner


def send(runner, **changed):
    return runner.client.post(runner.url("distances/"), TOLD | changed)


def stored():
    return Assessment.objects.get().distances


class TestForm:
    def test_it_stores_what_is_told_and_goes_back_to_the_report(self, done):
        response = send(done)
        assert response.status_code == 303
        assert response["Location"] == done.url("report/") + "#distances"
        assert stored() == STORED

    def test_it_shows_again_what_is_stored(self, done):
        send(done)
        page = text(done.get("distances/"))
        assert 'value="42.2"' in page and 'value="62.5"' in page

    def test_all_empty_takes_them_out_again(self, done):
        send(done)
        done.client.post(done.url("distances/"), {"unit": "km"})
        assert stored() == {}

    @pytest.mark.parametrize(
        "wrong", ["abc", "-1", "501", "nan", "inf", "1e9", "１２", "x" * 100_000]
    )
    def test_what_is_no_distance_is_said_and_the_rest_is_kept(self, done, wrong):
        response = send(done, that_run=wrong)
        assert response.status_code == 422
        assert "Write a distance as a number from 0 to 500" in text(response)
        assert 'href="#id_that_run"' in text(response)
        assert 'value="62.5"' in text(response)
        assert stored() == {}

    def test_an_unknown_unit_is_refused(self, done):
        assert send(done, unit="parsec").status_code == 422
        assert stored() == {}

    def test_an_unfinished_check_has_no_distances_yet(self, runner):
        assert runner.get("distances/").status_code == 409

    def test_an_emergency_leads_back_to_what_to_do(self, runner):
        runner.send("emergency-now", emergency_now=["collapsed"])
        assert runner.get("distances/")["Location"] == runner.url("report/")


class TestReport:
    def test_it_asks_for_them_until_they_are_told(self, done):
        assert "Add my distances" in text(done.get("report/"))
        send(done)
        page = text(done.get("report/"))
        assert "Add my distances" not in page
        assert "more than twice as long as your longest" in page

    def test_the_picture_says_in_words_what_it_shows(self, done):
        send(done)
        page = text(done.get("report/"))
        assert "oldest first: 31, ?, 40, 38, 62.5 km." in page

    def test_they_change_nothing_else(self, done):
        before = done.get("report/").context["report"]
        send(done)
        after = done.get("report/").context["report"]
        assert after.urgency is before.urgency
        assert after.conditions == before.conditions
        assert after.plan == before.plan

    def test_a_shared_report_shows_them_without_a_way_to_change_them(self, done):
        send(done)
        row = Assessment.objects.get()
        row.share(True)
        row.save()
        page = text(done.client.get(f"/check/shared/{row.read_key}/"))
        assert "Distance per week" in page
        assert "Change my distances" not in page

    def test_a_shared_report_without_them_does_not_ask(self, done):
        row = Assessment.objects.get()
        row.share(True)
        row.save()
        page = text(done.client.get(f"/check/shared/{row.read_key}/"))
        assert "Your distances" not in page


class TestPicture:
    def test_the_bars_are_as_high_as_the_weeks_are_long(self):
        picture = picture_of(load_of({"weeks": [20, 40, None, 0, 40]}), "km")
        heights = [bar.height for bar in picture.bars]
        assert heights[1] == heights[4] == 2 * heights[0] > 0
        assert heights[2] == heights[3] == 0
        assert [bar.label for bar in picture.bars] == ["20", "40", "", "0", "40"]

    def test_without_weeks_there_are_no_bars(self):
        picture = picture_of(load_of({"weeks": [None] * 5, "longest": 10}), "mi")
        assert picture.bars == ()
        assert picture.lines == (("Longest run of the month before", "10 mi"),)

    def test_nothing_told_is_no_picture(self):
        assert picture_of(load_of({}), "") is None


class TestExports:
    def test_the_handover_has_them_in_every_form(self, done):
        send(done)
        pdf = pypdf.PdfReader(io.BytesIO(done.get("handover.pdf").content))
        for shown in (
            text(done.get("handover/")),
            text(done.get("handover.txt")),
            " ".join(pdf.pages[0].extract_text().split()),
        ):
            assert "31, ?, 40, 38, 62.5 km" in shown
            assert "+134 %" in shown

    @pytest.mark.parametrize(("unit", "code"), [("km", "km"), ("mi", "[mi_i]")])
    def test_fhir_has_them_as_quantities(self, done, unit, code):
        send(done, unit=unit)
        resource = done.get("handover.fhir.json")
        QuestionnaireResponse.model_validate_json(resource.content)
        items = {i["linkId"]: i for i in resource.json()["item"]}
        quantity = items["distance-that-run"]["answer"][0]["valueQuantity"]
        assert (quantity["value"], quantity["code"]) == (42.2, code)
        assert "distance-week-3" not in items

    def test_the_fhir_questionnaire_asks_for_each_of_them(self, done, known):
        send(done, week_3="35")
        asked = fhir.questionnaire(known, "https://crampcoach.test/fhir/Q")["item"]
        offered = {item["linkId"]: item["type"] for item in asked}
        told = [i["linkId"] for i in done.get("handover.fhir.json").json()["item"]]
        links = [link for link in told if link.startswith("distance-")]
        assert len(links) == 7
        assert all(offered[link] == "quantity" for link in links)
