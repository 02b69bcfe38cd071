"""The form for mistakes: what it keeps, what it never keeps, and what it says when something is wrong with it."""

import logging
import re

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from crampcoach.content import feedback, releases
from crampcoach.content.admin_feedback import ROWS_OF_PAGES
from crampcoach.content.models import Feedback
from crampcoach.library.site_map import is_public, pages_in_every_language
from tests.library.conftest import ROWS, make_knowledge

PAGE = "/causes/tired-muscle/"
KEY = "hZ3kQ_x8Tn-4wLr0bVfYs7PdMj2GcEa9"
TELL_US = re.compile(r'href="(/[a-z/]*feedback/)\?page=([^"]+)"')
GOOD = {"page": PAGE, "kind": "fact", "text": "It is the nerve.", "trap": ""}


@pytest.fixture
def told(live, client, db):
    """Sends the form with these values in place of good ones."""

    def send(path="/feedback/", **values):
        return client.post(path, GOOD | values)

    return send


def text_of(response):
    return response.content.decode()


class TestTheWayThere:
    @pytest.mark.parametrize(
        "path",
        [f"/{row}/" for row in ROWS]
        + ["/about/", "/accuracy/", "/privacy/", "/accessibility/", "/help/"],
    )
    @pytest.mark.parametrize("language", ["", "/nl"])
    def test_a_page_leads_to_the_form_and_names_itself(
        self, live, client, path, language
    ):
        html = text_of(client.get(language + path))
        assert TELL_US.findall(html) == [(f"{language}/feedback/", language + path)]

    def test_no_header_gets_into_the_kept_page(self, live, client):
        odd = {"referer": f"http://x/check/{KEY}/", "x-original-url": "/x/"}
        first = client.get(f"{PAGE}?page=/x/", headers=odd).content
        assert KEY.encode() not in first
        assert client.get(PAGE).content == first

    def test_the_form_names_the_page(self, live, client):
        html = text_of(client.get(f"/feedback/?page={PAGE}"))
        assert f"<strong>{PAGE}</strong>" in html
        assert f'name="page" value="{PAGE}"' in html

    @pytest.mark.parametrize(
        "path",
        [
            f"/check/{KEY}/",
            f"/check/shared/{KEY}/",
            f"{PAGE}?key={KEY}",
            f"http://testserver{PAGE}",
            "//evil.example/causes/",
            "/causes/clot-in-leg/",
            "/admin/",
            "/feedback/thanks/",
            "/style-guide/",
            "<script>alert(1)</script>",
            "\x00",
            "x" * 5000,
            "",
        ],
    )
    def test_any_other_path_is_not_shown(self, live, client, path):
        html = text_of(client.get("/feedback/", {"page": path}))
        assert 'name="page"' not in html
        assert not path or path not in html

    def test_get_help_and_the_check_come_before_the_form(self, live, client):
        html = text_of(client.get("/feedback/")).partition("<main")[2]
        notice = html[: html.index("<form")]
        assert 'href="/help/"' in notice
        assert 'href="/check/"' in notice


class TestHeaders:
    def test_nothing_on_the_way_keeps_the_form(self, live, client):
        response = client.get("/feedback/")
        assert response["Cache-Control"] == "no-store"
        assert "Cookie" in response["Vary"]
        assert "ETag" not in response
        assert "library.pages" not in live.kept

    def test_the_only_cookie_is_the_one_against_forgery(self, told, client):
        client.get("/feedback/")
        told()
        assert set(client.cookies) == {"csrftoken"}
        assert not Session.objects.exists()

    def test_search_engines_index_the_form_once(self, live, client):
        assert "X-Robots-Tag" not in client.get("/feedback/")
        response = client.get(f"/feedback/?page={PAGE}")
        assert response["X-Robots-Tag"] == "noindex"

    def test_showing_the_form_asks_no_database(self, live, client):
        """Without the db fixture a query would fail."""
        assert client.get("/feedback/").status_code == 200

    def test_head_is_answered_and_other_methods_are_not(self, live, client):
        assert client.head("/feedback/").status_code == 200
        assert client.put("/feedback/").status_code == 405

    def test_without_a_release_the_emergency_numbers_are_there(
        self, client, monkeypatch
    ):
        def nothing(language="en"):
            raise releases.NoLiveRelease

        monkeypatch.setattr(releases, "live", nothing)
        for response in (client.get("/feedback/"), client.post("/feedback/", GOOD)):
            assert response.status_code == 503
            assert b'href="tel:112"' in response.content


class TestSending:
    def test_it_is_kept_and_thanked(self, told, client, live):
        response = told()
        assert response.status_code == 303
        assert response["Location"] == "/feedback/thanks/"
        assert "Nobody can answer" in text_of(client.get("/feedback/thanks/"))
        one = Feedback.objects.get()
        assert (one.page, one.kind, one.text) == (PAGE, "fact", "It is the nerve.")
        assert (one.release, one.language) == (live.release, "en")
        assert one.day == timezone.localdate()

    def test_the_dutch_form_says_so(self, told):
        response = told("/nl/feedback/", page=f"/nl{PAGE}")
        assert response["Location"] == "/nl/feedback/thanks/"
        one = Feedback.objects.get()
        assert (one.page, one.language) == (f"/nl{PAGE}", "nl")

    def test_a_choice_alone_is_enough_when_the_page_is_known(self, told):
        assert told(text="").status_code == 303

    def test_the_address_of_a_visit_is_not_kept(self, told):
        path = f"/check/{KEY}/report/"
        assert told(page=path, text=f"See {path}").status_code == 303
        one = Feedback.objects.get()
        assert (one.page, one.text) == ("", "See /check/[removed]/report/")

    def test_contacts_are_not_kept(self, told):
        told(text="I am at ann@example.org or 06-12345678")
        assert Feedback.objects.get().text == "I am at [removed] or [removed]"

    def test_control_characters_and_line_breaks_become_spaces(self, told):
        told(text="one\x00two\r\nthree\x07\u202efour")
        assert Feedback.objects.get().text == "one two three four"

    def test_markup_is_kept_as_text(self, told):
        told(text="<b>x</b> {{ 1 }}")
        assert Feedback.objects.get().text == "<b>x</b> {{ 1 }}"

    def test_who_sent_it_is_nowhere_in_the_row(self, live, client, db):
        address, browser = "203.0.113.77", "Very Special Browser"
        headers = {"user-agent": browser, "referer": f"http://x/check/{KEY}/"}
        client.post("/feedback/", GOOD, REMOTE_ADDR=address, headers=headers)
        row = str(Feedback.objects.values().get())
        assert not [secret for secret in (address, browser, KEY) if secret in row]

    def test_a_robot_is_thanked_and_nothing_is_kept(self, told):
        response = told(trap="http://buy.example/")
        assert response.status_code == 303
        assert response["Location"] == "/feedback/thanks/"
        assert not Feedback.objects.exists()

    def test_people_do_not_meet_the_trap(self, live, client):
        html = text_of(client.get("/feedback/"))
        (trap,) = re.findall(r"<p class=\"for-robots\">.*?</p>", html)
        assert 'tabindex="-1"' in trap
        assert 'autocomplete="off"' in trap


class TestWhatIsWrongIsSaidAndNothingIsLost:
    @pytest.mark.parametrize("kind", ["", "spam", "\x00", "fact " * 1000])
    def test_an_unknown_kind(self, told, kind):
        response = told(kind=kind)
        html = text_of(response)
        assert response.status_code == 422
        assert '<a href="#id_kind_0">Choose what is wrong.</a>' in html
        assert "<title>Error: Report a mistake" in html
        assert f"<strong>{PAGE}</strong>" in html
        assert "\nIt is the nerve.</textarea>" in html
        assert not Feedback.objects.exists()

    def test_a_text_that_is_too_long(self, told):
        typed = "word " * 120 + "end"
        response = told(text=typed)
        html = text_of(response)
        assert response.status_code == 422
        assert "603 characters long; there is room for 600" in html
        assert 'href="#id_text"' in html
        assert f"\n{typed}</textarea>" in html
        assert 'value="fact" checked' in html
        assert not Feedback.objects.exists()

    def test_a_text_that_just_fits(self, told):
        assert told(text="x" * 600).status_code == 303

    def test_a_hundred_kilobytes(self, told):
        response = told(text="x" * 100_000)
        assert response.status_code == 422
        assert b"x" * 100_000 in response.content

    def test_more_than_the_site_accepts(self, told, settings):
        response = told(text="x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1))
        assert response.status_code == 400
        assert "too large" in text_of(response)

    @pytest.mark.parametrize("text", ["", "  \x00\r\n"])
    def test_neither_a_page_nor_a_text(self, told, text):
        response = told(page="", text=text)
        assert response.status_code == 422
        assert "Say which page it is about." in text_of(response)

    def test_nothing_at_all(self, live, client, db):
        html = text_of(client.post("/feedback/"))
        assert "Choose what is wrong." in html
        assert "Say which page it is about." in html

    def test_a_body_that_is_no_form(self, live, client, db):
        response = client.post("/feedback/", b"{]", content_type="application/json")
        assert response.status_code == 422

    def test_markup_is_shown_as_text(self, told):
        html = text_of(told(kind="", text="</textarea><script>alert(1)</script>"))
        assert "<script>alert" not in html

    def test_without_the_token_nothing_is_kept(self, live, db):
        strict = Client(enforce_csrf_checks=True)
        assert strict.post("/feedback/", GOOD).status_code == 403
        assert not Feedback.objects.exists()

    def test_with_the_token_it_is_kept(self, live, db):
        strict = Client(enforce_csrf_checks=True)
        html = text_of(strict.get("/feedback/"))
        (token,) = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
        response = strict.post("/feedback/", GOOD | {"csrfmiddlewaretoken": token})
        assert response.status_code == 303

    def test_a_full_box_keeps_nothing_and_leaves_the_text_in_the_form(
        self, told, monkeypatch
    ):
        monkeypatch.setattr(feedback, "ROWS_A_DAY", 1)
        told()
        response = told(text="The second one")
        html = text_of(response)
        assert response.status_code == 429
        assert response["Cache-Control"] == "no-store"
        assert "Our box is full for today" in html
        assert "\nThe second one</textarea>" in html
        assert 'value="fact" checked' in html
        assert Feedback.objects.count() == 1

    def test_no_log_line_holds_a_text_or_an_address(self, told, caplog, monkeypatch):
        caplog.set_level(logging.DEBUG)
        secret = "xylophone"
        monkeypatch.setattr(feedback, "ROWS_A_DAY", 1)
        codes = [
            told(text=secret, page=f"/check/{KEY}/").status_code,
            told(text=secret).status_code,
            told(text=secret * 100).status_code,
            told(text=secret, trap="x").status_code,
        ]
        assert codes == [303, 429, 422, 303]
        assert secret not in caplog.text
        assert KEY not in caplog.text


def test_a_path_is_ours_in_either_language_and_no_other(live):
    assert is_public(live, PAGE)
    assert is_public(live, f"/nl{PAGE}")
    assert not is_public(live, PAGE.rstrip("/"))
    assert not is_public(make_knowledge(claims=()), "/claims/salt/")


def test_the_admin_knows_each_kind_of_page(live):
    """The pages of rows, by the first part of their address; /now/ has one for each area of the body map."""
    found = re.findall(r"(\S+)/[a-z0-9-]+/ ", " ".join(pages_in_every_language(live)))
    folders = {path.removeprefix("/nl").strip("/") for path in found}
    assert folders - {"", "now"} == set(ROWS_OF_PAGES)
