"""One whole visit, with htmx and without it; the headers of its pages; what a step costs."""

import logging
import re

import pytest
from django.conf import settings
from django.urls import reverse

from crampcoach.assessments.models import Assessment
from tests.assessments.conftest import HTMX, Runner


def text(response):
    return response.content.decode()


def where_it_leads(response):
    """The page that a saved answer goes on to: `Location` without htmx, `HX-Push-Url` with it."""
    url = response.headers.get("Location") or response.headers["HX-Push-Url"]
    return url.split("/", 3)[3]


class TestStart:
    def test_opening_the_start_page_stores_nothing(self, client, db):
        response = client.get("/check/")
        assert response.status_code == 200
        assert Assessment.objects.count() == 0

    def test_it_says_what_it_is_not_and_what_to_dial(self, client, db):
        page = text(client.get("/check/"))
        assert "Not a diagnosis" in page
        assert 'href="tel:112"' in page
        assert f"for {settings.ASSESSMENT_DAYS} days" in page

    def test_starting_leads_to_the_first_question(self, client, db):
        response = client.post("/check/")
        assert response.status_code == 303
        assert where_it_leads(response) == "q/emergency-now/"
        assert Assessment.objects.get().release == 7

    def test_a_form_without_the_token_is_refused(self, db):
        from django.test import Client

        response = Client(enforce_csrf_checks=True).post("/check/")
        assert response.status_code == 403
        assert Assessment.objects.count() == 0


class TestWholeVisit:
    @pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
    def test_from_start_to_report(self, client, db, headers):
        runner = Runner(client, headers)
        runner.start()
        steps = [
            ("emergency-now", {"emergency_now": "none"}, "q/where/"),
            ("where", {"where": ["calf"]}, "q/about-you/"),
        ]
        for page, answers, expected in steps:
            assert where_it_leads(runner.send(page, **answers)) == expected
        response = runner.send("about-you", age="old", sex="male")
        asked = []
        while "report" not in where_it_leads(response):
            page = where_it_leads(response).split("/")[1]
            asked.append(page)
            answer = "one-side" if page == "side" else "none"
            response = runner.send(page, **{page: answer})
        assert sorted(asked) == ["side", "timing", "weather"]
        assert runner.get("report/").status_code == 200

    def test_a_plain_answer_redirects_and_an_htmx_answer_is_the_next_page(self, runner):
        plain = runner.send("emergency-now", emergency_now="none")
        runner.headers = HTMX
        swapped = runner.send("emergency-now", emergency_now="none")
        assert (plain.status_code, plain["Location"]) == (303, runner.url("q/where/"))
        assert swapped.status_code == 200
        assert swapped["HX-Push-Url"] == runner.url("q/where/")
        assert "<title>Where?" in text(swapped)
        assert '<main id="main"' in text(swapped)

    def test_resuming_by_link_goes_to_the_question_that_is_due(self, runner):
        runner.send("emergency-now", emergency_now="none")
        assert runner.get()["Location"] == runner.url("q/where/")

    def test_resuming_a_finished_visit_goes_to_the_report(self, runner):
        runner.finish()
        assert runner.get()["Location"] == runner.url("report/")

    def test_the_report_is_not_shown_before_the_interview_is_complete(self, runner):
        assert runner.get("report/")["Location"] == runner.url("q/emergency-now/")

    def test_a_page_that_is_not_due_leads_to_the_one_that_is(self, runner):
        assert runner.get("q/timing/")["Location"] == runner.url("q/emergency-now/")
        assert runner.get("q/nonsense/")["Location"] == runner.url("q/emergency-now/")

    def test_back_leads_to_the_question_before(self, runner):
        first = text(runner.get("q/emergency-now/"))
        runner.send("emergency-now", emergency_now="none")
        second = text(runner.get("q/where/"))
        assert f'class="check__back" href="{reverse("assessments:start")}"' in first
        assert f'class="check__back" href="{runner.url("q/emergency-now/")}"' in second

    def test_an_answered_page_shows_what_was_answered(self, runner):
        runner.send("emergency-now", emergency_now="none")
        runner.send("where", where=["calf"])
        page = text(runner.get("q/where/"))
        assert re.search(r'value="calf"[^>]* checked', page)
        assert not re.search(r'value="lower-back"[^>]* checked', page)

    def test_dutch_pages_stay_dutch(self, runner):
        response = runner.client.post(
            f"/nl{runner.url('q/emergency-now/')}", {"emergency-now": "none"}
        )
        assert response["Location"] == f"/nl{runner.url('q/where/')}"


class TestEmergency:
    def test_it_stops_the_interview_at_once(self, runner):
        response = runner.send("emergency-now", emergency_now=["collapsed"])
        assert response["Location"] == runner.url("report/")

    def test_the_page_says_what_to_do_and_nothing_else_competes(self, htmx_runner):
        page = text(htmx_runner.send("emergency-now", emergency_now=["collapsed"]))
        for part in (
            "Call an ambulance now",
            'href="tel:112"',
            "Collapsed",
            "Call an ambulance.",
            "Do not run on.",
            "I collapsed while running.",
        ):
            assert part in page
        assert "The plan" not in page

    def test_a_mistaken_tick_can_be_put_right(self, runner):
        runner.send("emergency-now", emergency_now=["collapsed"])
        page = text(runner.get("report/"))
        assert f'href="{runner.url("q/emergency-now/")}">I ticked something' in page
        response = runner.send("emergency-now", emergency_now="none")
        assert response["Location"] == runner.url("q/where/")

    def test_a_doubt_alone_can_stop_it_too(self, runner):
        response = runner.send(
            "emergency-now",
            **{
                "mode": "each",
                "emergency-now:collapsed": "no",
                "emergency-now:confused": "not-sure",
            },
        )
        assert response["Location"] == runner.url("report/")
        page = text(runner.get("report/"))
        assert "Go to an emergency department now" in page
        assert "Because you were not sure about:" in page


class TestReview:
    def test_it_lists_the_answers_with_change_links(self, runner):
        runner.finish()
        page = text(runner.get("review/"))
        assert "None of these" in page
        assert f'href="{runner.url("q/about-you/")}?from=review"' in page

    def test_a_change_comes_back_to_the_review(self, runner):
        runner.finish()
        page = text(runner.get("q/timing/?from=review"))
        assert '<input type="hidden" name="from" value="review">' in page
        response = runner.send("timing", timing=["at-night"], **{"from": "review"})
        assert response["Location"] == runner.url("review/")
        assert runner.answers["timing"]["chosen"] == ["at-night"]

    def test_a_change_with_htmx_shows_the_review(self, htmx_runner):
        htmx_runner.finish()
        response = htmx_runner.send("timing", timing=["at-night"], **{"from": "review"})
        assert response["HX-Push-Url"] == htmx_runner.url("review/")
        assert "<title>Your answers" in text(response)

    def test_a_change_that_opens_a_screen_asks_it_first(self, runner):
        runner.finish()
        response = runner.send(
            "about-you", age="young", sex="female", **{"from": "review"}
        )
        assert response["Location"] == runner.url("q/pregnancy/?from=review")
        response = runner.send("pregnancy", pregnancy="none", **{"from": "review"})
        assert response["Location"] == runner.url("review/")

    def test_changing_an_answer_into_an_emergency_stops_at_once(self, runner):
        runner.finish()
        response = runner.send(
            "emergency-now", emergency_now=["collapsed"], **{"from": "review"}
        )
        assert response["Location"] == runner.url("report/")

    def test_a_change_keeps_its_place(self, runner):
        runner.finish()
        before = list(runner.answers)
        runner.send("where", where=["lower-back"])
        assert list(runner.answers) == before


class TestEmergencyPage:
    def test_it_asks_what_would_mean_an_ambulance(self, runner):
        runner.start()
        runner.send("emergency-now", emergency_now=["confused"])
        page = text(runner.get("report/"))
        assert "emergency department" in page
        assert "Call an ambulance instead" in page
        assert "Fever" in page and "Shivers" not in page
        response = runner.client.post(runner.url("report/"), {"also": "fever"})
        assert response["Location"] == runner.url("report/")
        assert "Call an ambulance instead" not in text(runner.get("report/"))
        assert "Call an ambulance" in text(runner.get("report/"))

    def test_it_stores_nothing_that_it_does_not_offer(self, runner):
        runner.start()
        runner.send("emergency-now", emergency_now=["confused"])
        before = runner.answers
        runner.client.post(runner.url("report/"), {"also": ["shivers", "calf", "x"]})
        assert runner.answers == before


class TestReport:
    def test_it_has_every_part(self, runner):
        runner.finish()
        page = text(runner.get("report/"))
        for part in (
            "You can look after this yourself for now",
            "Tired calf",
            "What speaks for it",
            "What may have fed it",
            "Stretch it gently.",
            "Calf raises",
            "Three times ten",
            "Stand on a step.",
            "Stop at sharp pain.",
            "Moderate evidence",
            "Walk run",
            "When to get help",
            "Expert judgement",
            "Not yet reviewed by a clinician",
            "content release 7 of 2026-11-20",
            "What this rests on",
        ):
            assert part in page, part
        assert "%" not in re.sub(r"<[^>]*>", "", page.split("<main")[1])

    def test_it_names_the_link_back_and_the_day_of_deletion(self, runner):
        runner.finish()
        page = text(runner.get("report/"))
        day = Assessment.objects.get(key=runner.key).expires
        assert f"http://testserver{runner.url()}" in page
        assert f"{day.day} {day:%B %Y}" in page

    def test_withheld_advice_is_named_with_its_reason(self, runner):
        runner.pass_screens(sex="female")
        runner.send("pregnancy", pregnancy=["pregnant"])
        runner.send("timing", timing=["in-a-race"])
        runner.send("side", side="one-side")
        runner.send("weather", weather="none")
        page = text(runner.get("report/"))
        assert "Book a visit with a doctor" in page
        assert re.search(r"Hot bath.*because of:.*Old night", page)


class TestHeaders:
    @pytest.mark.parametrize(
        "path", ["", "q/emergency-now/", "review/", "report/", "delete/"]
    )
    def test_pages_of_a_visit_are_not_stored_nor_indexed(self, runner, path):
        response = runner.get(path)
        assert response["Cache-Control"] == "no-store"
        assert "noindex" in response["X-Robots-Tag"]

    def test_history_keeps_no_copy_of_the_page(self, runner):
        assert 'hx-history="false"' in text(runner.get("q/emergency-now/"))

    def test_no_cookie_but_the_token(self, runner):
        runner.finish()
        runner.get("report/")
        assert set(runner.client.cookies) <= {"csrftoken"}

    def test_no_inline_script_or_style_and_nothing_from_elsewhere(self, runner):
        runner.finish()
        for path in ("q/where/", "q/about-you/", "review/", "report/"):
            page = text(runner.get(path))
            assert not re.search(
                r"<style|\sstyle=|\son\w+=|hx-on|<script(?! src)", page
            )
            assert not re.search(r'(src|href)="(https?:)?//(?!testserver)', page)

    def test_answers_are_in_no_log(self, runner, caplog):
        with caplog.at_level(logging.DEBUG):
            runner.finish()
            runner.send("timing", timing=["foreign"])
            runner.send("pregnancy", pregnancy=["pregnant"])
        logged = [r.getMessage() for r in caplog.records if "django.db" not in r.name]
        for finding in ("in-a-race", "one-side", "hot-day", "foreign", "pregnant"):
            assert not [line for line in logged if finding in line]

    def test_answers_are_in_no_address(self, runner):
        for page, answers in (("where", {"where": ["calf"]}),):
            runner.send("emergency-now", emergency_now="none")
            assert "calf" not in runner.send(page, **answers)["Location"]


class TestCost:
    def test_a_question_is_one_query(self, runner, django_assert_num_queries):
        with django_assert_num_queries(1):
            runner.get("q/emergency-now/")

    def test_an_answer_is_one_read_and_one_write(
        self, htmx_runner, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(4) as queries:
            htmx_runner.send("emergency-now", emergency_now="none")
        words = [query["sql"].split()[0] for query in queries.captured_queries]
        assert (words.count("SELECT"), words.count("UPDATE")) == (1, 1)

    def test_a_question_with_nothing_ticked_is_rendered_once(self, runner, known):
        runner.get("q/emergency-now/")
        kept = [k for k in known.kept if k[0] == "question fields"]
        runner.get("q/emergency-now/")
        assert [k for k in known.kept if k[0] == "question fields"] == kept != []


class TestDelete:
    def test_it_asks_first(self, runner):
        assert runner.get("delete/").status_code == 200
        assert Assessment.objects.count() == 1

    def test_it_deletes_and_says_so(self, runner):
        response = runner.client.post(runner.url("delete/"))
        assert response.status_code == 303
        assert Assessment.objects.count() == 0
        assert "Your answers are deleted" in text(
            runner.client.get(response["Location"])
        )

    def test_it_works_without_a_live_release(self, runner, monkeypatch):
        from crampcoach.content import releases

        def none(language="en"):
            raise releases.NoLiveRelease

        monkeypatch.setattr(releases, "live", none)
        assert runner.client.post(runner.url("delete/")).status_code == 303


class TestChangeBegunOnTheReport:
    def test_it_ends_on_the_report(self, runner):
        runner.finish()
        page = text(runner.get("q/weather/?from=report"))
        assert f'href="{runner.url("report/")}"' in page
        data = {"weather": ["cold-day"], "from": "report"}
        response = runner.client.post(runner.url("q/weather/"), data)
        assert response["Location"] == runner.url("report/")

    def test_what_becomes_due_is_asked_on_the_way(self, runner):
        runner.finish()
        data = {"where": ["many-places"], "from": "report"}
        response = runner.client.post(runner.url("q/where/"), data)
        assert response["Location"] == runner.url("q/unwell/") + "?from=report"

    def test_no_other_origin_is_followed(self, runner):
        runner.finish()
        page = text(runner.get("q/weather/?from=//elsewhere.example"))
        assert "elsewhere" not in page
