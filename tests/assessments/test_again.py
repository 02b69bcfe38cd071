"""Checking again: what goes along, what is asked anew, and what the new report says about the earlier one."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from crampcoach.assessments.again import (
    COMPARED,
    FACTS,
    TICKS,
    TREND_PLACES,
    carried_answers,
    compare_reports,
)
from crampcoach.assessments.models import Assessment
from crampcoach.engine.answers import Answers
from crampcoach.engine.evaluation import read_vignettes
from crampcoach.engine.interview import replay
from crampcoach.engine.knowledge import Kind, Stage
from crampcoach.engine.report import assess
from tests.assessments.conftest import Runner
from tests.builders import answered, cause, knowledge, question, sign


def text(response):
    return unescape(response.content.decode())


def known():
    return knowledge(
        question("danger", "swollen", screen=True),
        question("where", "calf", "back", kind=Kind.MAP, screen=True),
        question("age", "young", "old", kind=Kind.ONE, screen=True),
        question("medicines", "blood-thinner", "statin", screen=True),
        question("severity", "mild", "limp", "awful", kind=Kind.ONE, screen=True),
        question("trend", "better", "same", "worse", kind=Kind.ONE, screen=True),
        question("frequency", "once", "often", "daily", kind=Kind.ONE),
        question("history", "cramped-before"),
        causes=[
            cause("cramp", ("calf", "strongly_for"), prior=300),
            cause("stiff-back", ("back", "strongly_for"), prior=300),
        ],
        warning_signs=[sign("clot", "swollen", urgency="see-doctor")],
    )


def comparison(before, now):
    here = known()
    reports = [assess(here, answered(here, **a)) for a in (before, now)]
    return compare_reports(*reports)


def words(before, now):
    return {row.label: row.word for row in comparison(before, now).rows}


class TestWhatGoesAlong:
    def test_facts_go_along_in_full(self):
        here = known()
        carried = carried_answers(
            answered(here, age=("young",), history=("cramped-before",))
        )
        again = Answers.from_json(here, carried)
        assert again.answered == {"age", "history"}

    def test_place_and_medicines_go_along_as_ticks_and_are_asked_again(self):
        here = known()
        told = answered(here, where=("calf",), medicines=("statin",), danger=())
        again = replay(here, Answers.from_json(here, carried_answers(told)))
        assert {"calf", "statin"} <= again.established
        assert again.answers.answered == set()

    def test_danger_signs_and_how_it_is_now_never_go_along(self):
        here = known()
        told = answered(
            here,
            danger=("swollen",),
            severity=("limp",),
            trend=("worse",),
            frequency=("daily",),
        )
        assert carried_answers(told) == {}

    def test_a_fact_that_was_not_sure_is_asked_again(self):
        here = known()
        told = Answers().with_answer(here, "history", (), ("cramped-before",))
        assert carried_answers(told) == {}

    def test_in_the_real_content_no_screen_of_danger_is_among_them(self, real):
        for slug in (*FACTS, *TICKS):
            assert real.question[slug].stage is not Stage.SAFETY
        screens = {slug for slug in FACTS if real.question[slug].screen}
        assert screens == {"age", "sex"}

    def test_in_the_real_content_compared_answers_go_from_mild_to_bad(self, real):
        options = {slug: real.question[slug].options for slug in COMPARED}
        ends = {slug: (o[0].slug, o[-1].slug) for slug, o in options.items()}
        assert ends == {
            "severity": ("can-run-on", "severe-uncontrolled"),
            "trend": ("it-is-over", "getting-worse"),
            "frequency": ("first-time", "three-days-a-week"),
        }
        assert {o.slug for o in options["trend"]} == TREND_PLACES.keys()

    @pytest.mark.parametrize(
        ("before", "now", "word"),
        [
            ("getting-better", "no-better", "Worse"),
            ("comes-and-goes", "it-is-over", "Calmer"),
            ("too-early", "comes-and-goes", "Changed"),
            ("no-better", "getting-worse", "Worse"),
            ("it-is-over", "it-is-over", "Same"),
        ],
    )
    def test_a_trend_is_better_worse_or_other(self, real, before, now, word):
        reports = [
            assess(real, Answers().with_answer(real, "trend", (slug,)))
            for slug in (before, now)
        ]
        [row] = [r for r in compare_reports(*reports).rows if r.label == "Which way"]
        assert row.word == word

    def test_the_same_answers_again_are_never_less_urgent(self, real, real_rows):
        for vignette in read_vignettes(real, real_rows["vignettes"])[::12]:
            first = told_by(real, vignette, Answers())
            if first.is_stopped:
                continue
            carried = Answers.from_json(real, carried_answers(first.answers))
            again = told_by(real, vignette, carried)
            assert again.triage.urgency >= first.triage.urgency, vignette.slug


def told_by(real, vignette, answers):
    """The visit of this runner from these answers to the report."""
    while page := (interview := replay(real, answers)).next_page:
        for row in interview.questions_on(page):
            offered = [option.slug for option in row.options]
            told = [s for s in vignette.answers.get(row.slug, ()) if s in offered]
            unsure = [] if told or row.slug in vignette.answers else offered
            answers = answers.with_answer(real, row.slug, told, unsure)
    return interview


class TestComparison:
    def test_milder_is_calmer_and_rarer_is_less_often(self):
        found = words(
            {"severity": ("awful",), "frequency": ("daily",)},
            {"severity": ("limp",), "frequency": ("once",)},
        )
        assert (found["How bad"], found["How often"]) == ("Calmer", "Less often")

    def test_worse_is_called_worse(self):
        found = words({"severity": ("mild",)}, {"severity": ("limp",)})
        assert found["How bad"] == "Worse"

    def test_a_trend_to_the_bad_end_is_worse_and_to_the_good_end_calmer(self):
        down = words({"trend": ("same",)}, {"trend": ("worse",)})
        up = words({"trend": ("same",)}, {"trend": ("better",)})
        assert (down["Which way"], up["Which way"]) == ("Worse", "Calmer")

    def test_what_was_not_asked_is_said_and_not_judged(self):
        [row] = comparison({}, {"frequency": ("once",)}).rows
        assert (row.before, row.now, row.word) == (("Not asked",), ("Once",), "")

    def test_a_new_cause_is_named(self):
        found = words({"where": ("calf",)}, {"where": ("calf", "back")})
        assert found["What fits best"] == "New: Stiff back"

    def test_the_urgency_says_which_way_it_went(self):
        assert comparison({}, {"danger": ("swollen",)}).urgency_word == "More urgent"
        assert comparison({"danger": ("swollen",)}, {}).urgency_word == "Less urgent"
        assert comparison({}, {}).urgency_word == "Same"


@pytest.fixture
def done(runner):
    runner.finish()
    return runner


def check_again(runner):
    """The new visit of this runner."""
    response = runner.client.post(runner.url("again/"))
    assert response.status_code == 303
    return Runner(runner.client, key=response["Location"].split("/")[2])


def finish_again(runner):
    runner.send("emergency-now", emergency_now="none")
    runner.send("where", where=["calf"])
    runner.send("timing", timing=["at-night"])
    runner.send("side", side="one-side")
    runner.send("weather", weather="none")
    return runner


def row(runner):
    return Assessment.objects.get(key=runner.key)


class TestVisit:
    def test_the_report_offers_it(self, done):
        assert f'action="{done.url("again/")}"' in text(done.get("report/"))

    def test_it_is_a_new_visit_linked_to_the_old_one(self, done):
        new = check_again(done)
        assert new.key != done.key
        assert row(new).earlier == row(done)

    def test_it_begins_with_the_first_screen(self, done):
        response = done.client.post(done.url("again/"))
        assert response["Location"].endswith("/q/emergency-now/")

    def test_the_place_is_ticked_and_asked(self, done):
        new = check_again(done)
        response = new.send("emergency-now", emergency_now="none")
        assert response["Location"].endswith("/q/where/")
        page = text(new.get("q/where/"))
        [box] = re.findall(r"<input[^>]*checked", page)
        assert 'value="calf"' in box

    def test_what_goes_along_stands_on_the_review_page(self, done):
        page = text(check_again(done).get("review/"))
        assert "Young" in page and "Male" in page

    def test_country_and_for_whom_go_along_but_notes_and_sharing_do_not(self, done):
        Assessment.objects.update(
            country="GB", is_proxy=True, is_shared=True, notes=["x"]
        )
        new = row(check_again(done))
        assert (new.country, new.is_proxy) == ("GB", True)
        assert (new.is_shared, new.notes) == (False, [])

    def test_sent_twice_it_is_begun_once(self, done):
        assert check_again(done).key == check_again(done).key
        assert Assessment.objects.count() == 2

    def test_a_later_time_is_another_visit(self, done):
        first = finish_again(check_again(done))
        assert check_again(done).key != first.key

    def test_without_a_report_there_is_nothing_to_repeat(self, runner):
        response = runner.client.post(runner.url("again/"))
        assert response["Location"] == runner.url("q/emergency-now/")
        assert Assessment.objects.count() == 1

    def test_an_emergency_is_not_repeated(self, runner):
        runner.send("emergency-now", emergency_now=["collapsed"])
        assert "Check again" not in text(runner.get("report/"))
        response = runner.client.post(runner.url("again/"))
        assert response["Location"] == runner.url("report/")
        assert Assessment.objects.count() == 1

    def test_an_unknown_key_repeats_nothing(self, client, db):
        assert client.post(f"/check/{'x' * 32}/again/").status_code == 404

    def test_opening_the_address_repeats_nothing(self, done):
        assert done.get("again/").status_code == 405


class TestReport:
    def test_it_sets_both_side_by_side(self, done):
        page = text(finish_again(check_again(done)).get("report/"))
        assert "Since last time" in page
        assert "What fits best" in page

    def test_a_first_report_has_no_such_part_and_costs_no_query_more(
        self, done, django_assert_num_queries
    ):
        with django_assert_num_queries(1):
            assert "Since last time" not in text(done.get("report/"))

    def test_a_repeated_report_costs_one_query_more(
        self, done, django_assert_num_queries
    ):
        new = finish_again(check_again(done))
        with django_assert_num_queries(2):
            new.get("report/")

    def test_an_emergency_page_does_not_compare(self, done):
        new = check_again(done)
        new.send("emergency-now", emergency_now=["collapsed"])
        assert "Since last time" not in text(new.get("report/"))

    def test_a_shared_report_does_not_tell_of_the_earlier_one(self, done):
        new = row(finish_again(check_again(done)))
        new.share(True)
        new.save()
        page = text(done.client.get(f"/check/shared/{new.read_key}/"))
        assert "Since last time" not in page

    def test_neither_key_stands_in_the_report_of_the_other(self, done):
        new = finish_again(check_again(done))
        assert done.key not in text(new.get("report/"))
        assert new.key not in text(done.get("report/"))

    def test_deleting_the_earlier_one_leaves_the_new_one_without_the_part(self, done):
        new = finish_again(check_again(done))
        done.client.post(done.url("delete/"))
        response = new.get("report/")
        assert response.status_code == 200
        assert "Since last time" not in text(response)

    def test_deleting_the_new_one_leaves_the_earlier_one(self, done):
        new = check_again(done)
        assert "the other check stays" in text(new.get("delete/"))
        new.client.post(new.url("delete/"))
        assert done.get("report/").status_code == 200

    def test_an_expired_earlier_one_is_not_shown_before_it_is_purged(self, done):
        new = finish_again(check_again(done))
        past = timezone.now() - timedelta(minutes=1)
        Assessment.objects.filter(key=done.key).update(expires=past)
        response = new.get("report/")
        assert response.status_code == 200
        assert "Since last time" not in text(response)

    def test_an_earlier_one_with_no_report_any_more_is_not_compared(self, done):
        new = finish_again(check_again(done))
        Assessment.objects.filter(key=done.key).update(answers=[])
        assert "Since last time" not in text(new.get("report/"))
