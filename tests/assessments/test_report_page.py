"""The report that helps: whom to call, can I run, what would change this, for someone else."""

import io
from html import unescape

import pypdf
import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from crampcoach.assessments.care_card import MAX_LINES, grounds
from crampcoach.assessments.models import Assessment
from crampcoach.engine.answers import Answers
from crampcoach.engine.evaluation import read_vignettes
from crampcoach.engine.triage import RaisedSign
from tests.assessments.conftest import Runner
from tests.builders import knowledge, pattern, question, sign


def text(response):
    return unescape(response.content.decode())


@pytest.fixture
def companion(db, client):
    visit = Runner(client)
    response = client.post("/check/", {"who": "someone-else", "country": "GB"})
    visit.key = response["Location"].split("/")[2]
    return visit


class TestCountry:
    def test_it_is_chosen_at_the_start_and_remembered(self, companion):
        assert Assessment.objects.get().country == "GB"
        companion.send("emergency-now", emergency_now=["collapsed"])
        page = text(companion.get("report/"))
        assert page.index('href="tel:999"') < page.index('href="tel:112"')
        assert 'href="tel:911"' not in page

    def test_it_can_be_chosen_on_the_emergency_page(self, runner):
        runner.send("emergency-now", emergency_now=["collapsed"])
        assert 'href="tel:911"' in text(runner.get("report/"))
        response = runner.client.post(runner.url("country/"), {"country": "NL"})
        assert (response.status_code, response["Location"]) == (
            303,
            runner.url("report/"),
        )
        page = text(runner.get("report/"))
        assert 'href="tel:112"' in page
        assert 'href="tel:911"' not in page

    def test_what_is_no_country_is_stored_as_none(self, runner):
        runner.client.post(runner.url("country/"), {"country": "<b>"})
        assert Assessment.objects.get(key=runner.key).country == ""


class TestForSomeoneElse:
    def test_the_questions_say_whom_they_mean(self, companion, client, db):
        assert "You answer for someone else." in text(companion.get("q/emergency-now/"))

    def test_for_oneself_they_do_not(self, runner):
        assert "someone else" not in text(runner.get("q/emergency-now/"))

    def test_the_emergency_page_speaks_to_the_companion(self, companion):
        companion.send("emergency-now", emergency_now=["collapsed"])
        page = text(companion.get("report/"))
        assert "Stay with them and call" in page
        assert "what the runner would say" in page

    def test_what_the_companion_does_stands_first_and_apart(self, companion):
        companion.send("emergency-now", emergency_now=["collapsed"])
        page = text(companion.get("report/"))
        companions, runners = (
            page.index("What you can do"),
            page.index("What the runner should do"),
        )
        assert companions < page.index("Keep them safe from traffic") < runners
        assert runners < page.index("What the runner must not do")

    def test_the_runners_own_page_has_one_list(self, runner):
        runner.send("emergency-now", emergency_now=["collapsed"])
        page = text(runner.get("report/"))
        assert "What you can do" not in page
        assert "the runner" not in page

    def test_the_report_says_so(self, companion):
        companion.finish()
        page = text(companion.get("report/"))
        assert "Filled in for someone else." in page
        assert "The runner’s report" in page
        assert "Can they run?" in page
        assert "Can I run?" not in page

    def test_the_handover_says_who_answered_in_every_form(self, companion):
        companion.finish()
        pdf = pypdf.PdfReader(io.BytesIO(companion.get("handover.pdf").content))
        for shown in (
            text(companion.get("handover/")),
            text(companion.get("handover.txt")),
            pdf.pages[0].extract_text(),
        ):
            shown = " ".join(shown.split())
            assert "What someone with the runner told CrampCoach" in shown
            assert "Someone else answered for the runner" in shown
            assert "The runner answered alone" not in shown
        resource = companion.get("handover.fhir.json")
        QuestionnaireResponse.model_validate_json(resource.content)
        assert resource.json()["source"]["type"] == "RelatedPerson"


class TestCareCard:
    def test_it_says_how_soon(self, runner):
        runner.finish()
        assert "How soon:" in text(runner.get("report/"))

    def test_answers_that_only_count_together_are_told_together(self):
        row = sign("mixed", "alone", pattern("one", "two"), pattern("one", "alone"))
        known = knowledge(question("q", "alone", "one", "two"), warning_signs=[row])
        found = frozenset({"alone", "one", "two"})
        told = grounds(known, [RaisedSign(row, ())], found)
        assert told == [("Alone",), ("One", "Two")]

    def test_it_has_at_most_five_lines_to_do(
        self, real, real_rows, db, client, live_real
    ):
        for vignette in read_vignettes(real, real_rows["vignettes"])[::40]:
            row = stored(real, vignette)
            page = client.get(f"/check/{row.key}/report/")
            if page.status_code == 200:
                assert len(page.context["do_now"]) <= MAX_LINES
                assert len(page.context["do_not"]) <= MAX_LINES


@pytest.fixture
def live_real(monkeypatch, real):
    from crampcoach.content import releases

    monkeypatch.setattr(releases, "live", lambda language="en": real)


def stored(real, vignette):
    """The vignette as a finished visit; what it does not say is answered with "none" or "not sure"."""
    answers = Answers()
    from crampcoach.engine.interview import replay

    while page := (interview := replay(real, answers)).next_page:
        for row in interview.questions_on(page):
            offered = [option.slug for option in row.options]
            told = [s for s in vignette.answers.get(row.slug, ()) if s in offered]
            unsure = [] if told or row.slug in vignette.answers else offered
            answers = answers.with_answer(real, row.slug, told, unsure)
    assessment = Assessment(release=1)
    assessment.put(answers.to_json())
    assessment.save()
    return assessment


class TestReportSections:
    def test_can_i_run_stands_right_under_the_card(self, runner):
        runner.finish()
        page = text(runner.get("report/"))
        assert page.index('id="action"') < page.index("Can I run?")
        assert page.index("Can I run?") < page.index("What most likely happened")

    def test_it_names_what_would_change_it_with_a_link_to_the_answer(self, runner):
        runner.finish()
        page = text(runner.get("report/"))
        assert "What would change this" in page
        assert f'href="{runner.url("q/emergency-now/")}?from=report"' in page

    def test_the_ladder_marks_where_to_start(self, runner):
        runner.finish()
        assert "Start here" in text(runner.get("report/"))

    def test_an_emergency_page_has_no_other_parts(self, runner):
        runner.send("emergency-now", emergency_now=["collapsed"])
        page = text(runner.get("report/"))
        for part in ("Can I run?", "What would change this", "Heard it before?"):
            assert part not in page

    def test_a_shared_report_holds_no_address_of_the_runner(self, runner):
        runner.finish()
        row = Assessment.objects.get(key=runner.key)
        row.share(True)
        row.save()
        response = runner.client.get(f"/check/shared/{row.read_key}/")
        assert response.status_code == 200
        assert runner.key not in text(response)
