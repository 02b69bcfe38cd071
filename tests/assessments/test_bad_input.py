"""What goes wrong gets a clear page, loses nothing, and is never a 500."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from crampcoach.assessments.models import Assessment, new_key
from crampcoach.content import releases
from tests.assessments.conftest import HTMX


def text(response):
    return response.content.decode()


PATHS = ["", "q/where/", "review/", "report/", "delete/"]


class TestNoSuchAssessment:
    @pytest.mark.parametrize("path", PATHS)
    def test_an_unknown_key(self, client, db, path):
        response = client.get(f"/check/{new_key()}/{path}")
        assert response.status_code == 404
        assert "Start a new check" in text(response)
        assert response["Cache-Control"] == "no-store"

    @pytest.mark.parametrize("path", PATHS)
    def test_an_expired_one(self, runner, path):
        past = timezone.now() - timedelta(seconds=1)
        Assessment.objects.filter(key=runner.key).update(expires=past)
        response = runner.get(path)
        assert response.status_code == 404
        assert f"after {settings.ASSESSMENT_DAYS} days" in text(response)

    def test_a_deleted_one_reopened(self, runner):
        runner.client.post(runner.url("delete/"))
        assert runner.get("report/").status_code == 404
        assert runner.client.post(runner.url("delete/")).status_code == 404

    def test_an_answer_in_another_tab_after_deleting(self, runner):
        runner.client.post(runner.url("delete/"))
        response = runner.send("emergency-now", emergency_now="none")
        assert response.status_code == 404
        assert Assessment.objects.count() == 0

    @pytest.mark.parametrize("key", ["short", "x" * 31, "x" * 33, "x" * 31 + "é"])
    def test_a_link_that_was_cut_short(self, client, db, key):
        response = client.get(f"/check/{key}/")
        assert response.status_code == 404
        assert "The link is not complete" in text(response)

    def test_the_read_key_does_not_open_the_answers_for_writing(self, runner):
        read_key = Assessment.objects.get().read_key
        assert runner.client.get(f"/check/{read_key}/").status_code == 404


class TestAnswersThatAreNotOffered:
    @pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
    def test_a_foreign_finding(self, runner, headers):
        runner.headers = headers
        response = runner.send("emergency-now", emergency_now=["calf"])
        assert response.status_code == 422
        assert "not one of the choices here" in text(response)
        assert runner.answers == {}

    def test_a_foreign_finding_among_good_ones(self, runner):
        response = runner.send("emergency-now", emergency_now=["collapsed", "calf"])
        assert response.status_code == 422
        assert runner.answers == {}

    def test_a_foreign_finding_one_by_one(self, runner):
        fields = {"mode": "each", "rest": "no", "emergency-now:calf": "yes"}
        assert runner.send("emergency-now", **fields).status_code == 422
        assert runner.answers == {}

    @pytest.mark.parametrize("value", ["", "\x00", "none\x00", "💥", "x" * 5000])
    def test_nonsense(self, runner, value):
        assert runner.send("emergency-now", emergency_now=[value]).status_code == 422

    def test_none_together_with_something(self, runner):
        response = runner.send("emergency-now", emergency_now=["none", "collapsed"])
        assert response.status_code == 422
        assert "You ticked “None of these” and something else" in text(response)
        assert "checked" in text(response)

    def test_two_answers_where_one_is_asked(self, runner):
        runner.send("emergency-now", emergency_now="none")
        runner.send("where", where=["calf"])
        response = runner.send("about-you", age=["young", "old"], sex="male")
        assert response.status_code == 422
        assert "Choose one answer only" in text(response)

    def test_nothing_at_all_is_not_a_no(self, runner):
        response = runner.send("emergency-now")
        assert response.status_code == 422
        assert runner.answers == {}


class TestErrorPage:
    def test_it_has_a_summary_that_leads_to_the_field(self, runner):
        page = text(runner.send("emergency-now"))
        assert "<title>Error: Emergency now?" in page
        assert "There is a problem" in page
        assert 'href="#emergency-now--collapsed"' in page
        assert 'id="emergency-now--collapsed"' in page

    def test_what_was_chosen_is_still_there(self, runner):
        runner.send("emergency-now", emergency_now="none")
        runner.send("where", where=["calf"])
        page = text(runner.send("about-you", age="old"))
        assert 'value="old" checked' in page
        assert runner.answers.keys() == {"emergency-now", "where"}

    def test_of_several_questions_the_error_names_the_one(self, runner):
        runner.send("emergency-now", emergency_now="none")
        runner.send("where", where=["calf"])
        page = text(runner.send("about-you"))
        summary = page[page.index("error-summary") : page.index("<form")]
        assert "Age?" in summary and "Sex?" in summary

    def test_one_by_one_names_what_is_missing(self, runner):
        response = runner.send(
            "emergency-now", **{"mode": "each", "emergency-now:collapsed": "no"}
        )
        assert response.status_code == 422
        assert "Say yes, no or not sure for “Confused”." in text(response)
        assert 'href="#emergency-now--confused--yes"' in text(response)


class TestPagesThatAreNotDue:
    @pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
    @pytest.mark.parametrize("page", ["weather", "pregnancy", "nonsense"])
    def test_nothing_is_stored_and_the_due_page_is_shown(self, runner, headers, page):
        runner.headers = headers
        response = runner.send(page, weather=["hot-day"], pregnancy=["pregnant"])
        assert response.status_code == 409
        assert "That answer was not saved" in text(response)
        assert f'action="{runner.url("q/emergency-now/")}"' in text(response)
        assert runner.answers == {}

    def test_after_a_stop_the_emergency_page_stays(self, runner):
        runner.send("emergency-now", emergency_now=["collapsed"])
        response = runner.send("where", where=["calf"])
        assert response.status_code == 409
        assert "Call an ambulance now" in text(response)


class TestSentTwice:
    def test_the_same_answer_again_changes_nothing(self, runner):
        first = runner.send("emergency-now", emergency_now="none")
        answers = runner.answers
        second = runner.send("emergency-now", emergency_now="none")
        assert first["Location"] == second["Location"]
        assert runner.answers == answers


class TestTwoTabs:
    def test_each_tab_keeps_the_answers_of_the_other(self, runner):
        runner.pass_screens()
        runner.send("timing", timing=["in-a-race"])  # first tab
        runner.send("where", where=["calf", "lower-back"])  # second tab, opened before
        runner.send("side", side="one-side")  # first tab again
        assert runner.answers["where"]["chosen"] == ["calf", "lower-back"]
        assert runner.answers["timing"]["chosen"] == ["in-a-race"]
        assert runner.answers["side"]["chosen"] == ["one-side"]

    @pytest.mark.django_db(transaction=True)
    def test_the_row_is_read_inside_the_transaction_that_writes_it(
        self, runner, django_assert_max_num_queries
    ):
        """Read before it, the row would be older than the other tab's answer, and writing it back would undo that."""
        with django_assert_max_num_queries(4) as queries:
            runner.send("emergency-now", emergency_now="none")
        words = [query["sql"].split()[0] for query in queries.captured_queries]
        assert words == ["BEGIN", "SELECT", "UPDATE", "COMMIT"]


class TestOversizedBodies:
    @pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
    def test_too_many_bytes(self, runner, headers):
        runner.headers = headers
        size = settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1
        response = runner.send("emergency-now", emergency_now="x" * size)
        assert response.status_code == 413
        assert "nothing was saved" in text(response)

    def test_too_many_fields(self, runner):
        body = "&".join(["a=1"] * (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1))
        response = runner.client.post(
            runner.url("q/emergency-now/"),
            body,
            content_type="application/x-www-form-urlencoded",
        )
        assert response.status_code == 413

    def test_a_length_that_lies(self, runner):
        response = runner.client.post(
            runner.url("q/emergency-now/"),
            "a=1",
            content_type="application/x-www-form-urlencoded",
            CONTENT_LENGTH="9" * 12,
        )
        assert response.status_code == 413

    def test_on_the_start_page(self, client, db):
        size = settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1
        assert client.post("/check/", {"a": "x" * size}).status_code == 413
        assert Assessment.objects.count() == 0


class TestOddRequests:
    @pytest.mark.parametrize("path", ["review/", ""])
    def test_a_post_where_there_is_nothing_to_post(self, runner, path):
        assert runner.client.post(runner.url(path)).status_code == 405

    def test_a_body_that_is_no_form(self, runner):
        response = runner.client.post(
            runner.url("q/emergency-now/"), b"{]", content_type="application/json"
        )
        assert response.status_code == 422

    def test_a_broken_multipart_body(self, runner):
        response = runner.client.post(
            runner.url("q/emergency-now/"),
            b"--x\r\nbroken",
            content_type="multipart/form-data; boundary=",
        )
        assert response.status_code == 400

    def test_the_token_is_still_asked_for(self, runner):
        strict = Client(enforce_csrf_checks=True)
        response = strict.post(
            runner.url("q/emergency-now/"), {"emergency-now": "none"}
        )
        assert response.status_code == 403
        assert runner.answers == {}

    def test_head(self, runner):
        assert runner.client.head(runner.url("q/emergency-now/")).status_code == 200


class TestReleases:
    def test_no_live_release_is_a_clear_page(self, runner, monkeypatch):
        def none(language="en"):
            raise releases.NoLiveRelease

        monkeypatch.setattr(releases, "live", none)
        for path in ("/check/", runner.url("report/")):
            response = runner.client.get(path)
            assert response.status_code == 503
            assert 'href="tel:112"' in text(response)

    def test_an_answer_that_a_new_release_no_longer_offers_is_asked_again(
        self, runner, known, monkeypatch
    ):
        row = Assessment.objects.get(key=runner.key)
        row.put({"emergency-now": {"chosen": ["gone"], "unsure": []}})
        row.save()
        assert runner.get()["Location"] == runner.url("q/emergency-now/")


class TestWhatCannotBeRead:
    @pytest.mark.parametrize("path", ["/check/", "/feedback/", "/admin/login/"])
    @pytest.mark.parametrize("charset", ["latin-1", "utf_8"])
    def test_another_charset_is_a_bad_request_and_no_crash(self, db, path, charset):
        kind = f"application/x-www-form-urlencoded; charset={charset}"
        client = Client(raise_request_exception=False)
        response = client.generic("POST", path, b"a=b", content_type=kind)
        assert response.status_code == 400
        assert "could not be read" in text(response)

    def test_a_refused_post_leaves_no_key_in_the_log(self, runner, caplog, capfd):
        client = Client(enforce_csrf_checks=True)
        response = client.post(
            runner.url("q/emergency-now/"), {"emergency-now": "none"}
        )
        assert response.status_code == 403
        output = capfd.readouterr()
        assert runner.key not in output.out + output.err

    def test_a_link_that_was_cut_short_is_not_kept_by_any_cache(self, client, db):
        assert client.get("/check/short/")["Cache-Control"] == "no-store"
        assert client.put("/check/short/").status_code == 404
