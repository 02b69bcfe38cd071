"""Each kind of page, from a tiny release and without a database."""

import re
from dataclasses import replace

import pytest
from django.urls import Resolver404, resolve
from django.utils.translation import override

from crampcoach.content import releases
from tests.library.conftest import LISTS, PATHS, ROWS, make_dated, make_knowledge

INLINE = re.compile(
    r"<script(?! type=\"application/ld)|<style|\sstyle=|\son[a-z]+=|javascript:",
    re.IGNORECASE,
)
LINK = re.compile(r'<(?:a|link) [^>]*?href="([^"]+)"')


def text_of(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


@pytest.mark.parametrize("path", PATHS + [f"/nl{path}" for path in PATHS])
def test_every_page_stands_whole_in_both_languages(live, client, path):
    html = text_of(client, path)
    assert html.count("<h1") == 1
    assert 'id="main"' in html
    assert "Not yet reviewed by a clinician" in html or path.startswith("/nl")
    assert f'<html lang="{"nl" if path.startswith("/nl") else "en"}">' in html
    assert f'rel="canonical" href="http://testserver{path}"' in html


@pytest.mark.parametrize("path", PATHS)
def test_no_page_needs_what_the_content_security_policy_forbids(live, client, path):
    assert not INLINE.search(text_of(client, path))


@pytest.mark.parametrize("path", PATHS)
def test_no_page_sets_a_cookie(live, client, path):
    assert not client.get(path).cookies


def test_every_internal_link_leads_to_a_page_and_every_anchor_to_its_place(
    live, client
):
    todo, html = {"/", "/nl/"}, {}
    while todo:
        path = todo.pop()
        html[path] = text_of(client, path)
        for link in LINK.findall(html[path]):
            target = re.split("[?#]", link.removeprefix("http://testserver"))[0]
            if not target.startswith("/") or target.startswith("/static/"):
                continue
            with override("nl" if target.startswith("/nl/") else "en"):
                assert resolve(target)
            if "check/" not in target and target not in html:
                todo.add(target)
    for path, page in html.items():
        for link in LINK.findall(page):
            target, _, anchor = link.partition("#")
            if anchor and not target.startswith("http"):
                assert f'id="{anchor}"' in html[target or path], link


def test_a_cause_says_what_speaks_for_and_against_it_with_numbered_sources(
    live, client
):
    html = text_of(client, "/causes/tired-muscle/")
    assert "Speaks strongly for it" in html
    assert "Speaks against it" in html
    assert 'href="#source-2"' in html
    assert 'id="source-1"' in html


def test_a_cause_links_to_its_steps_with_the_evidence_in_words(live, client):
    html = text_of(client, "/causes/tired-muscle/")
    assert "/prevention/easy-start/" in html
    assert "Moderate evidence" in html
    assert html.index("easy-start") < html.index("Popular, but not worth doing")


def test_a_cause_leaves_out_sections_it_has_nothing_for(live, client):
    html = text_of(client, "/causes/too-fast/")
    assert "What it feels like" not in html
    assert "Often confused with" not in html


def test_markdown_of_editors_is_made_safe(live, client):
    html = text_of(client, "/causes/tired-muscle/")
    assert "<strong>hard</strong>" in html
    assert "alert(1)</script>" not in html


def test_a_danger_has_a_place_among_the_warning_signs_and_no_page(live, client):
    assert client.get("/causes/clot-in-leg/").status_code == 404
    assert "/causes/clot-in-leg/" not in text_of(client, "/causes/")
    assert 'id="clot-in-leg"' in text_of(client, "/warning-signs/")
    assert "/warning-signs/#clot-in-leg" in text_of(client, "/causes/tired-muscle/")


def test_a_warning_sign_says_what_to_do_and_which_answers_raise_it(live, client):
    html = text_of(client, "/warning-signs/clot/")
    for words in (
        "Go to an emergency department now",
        "Go now.",
        "Do not rub it.",
        "My calf is swollen.",
        "Any one of these is enough:",
        "together with any one of these:",
        "Massage, foam roller or massage gun",
    ):
        assert words in html


def test_warning_signs_come_by_urgency(live, client):
    html = text_of(client, "/warning-signs/")
    assert html.index("Call an ambulance now") < html.index("Go to an emergency dep")


def test_a_symptom_shows_the_causes_that_its_findings_speak_for(live, client):
    html = text_of(client, "/symptoms/hard-knot/")
    assert "/causes/tired-muscle/" in html
    assert "Pull your toes up." in html
    assert "/warning-signs/clot/" in html


def test_a_symptom_that_needs_help_today_shows_no_first_aid(live, client):
    assert "Pull your toes up." not in text_of(client, "/symptoms/swollen-calf/")


def test_a_source_shows_everything_that_rests_on_it(live, client):
    html = text_of(client, "/sources/miller2022/")
    for path in (
        "/causes/tired-muscle/",
        "/warning-signs/clot/",
        "/prevention/easy-start/",
        "/claims/salt/",
    ):
        assert path in html
    assert 'rel="noreferrer external"' in html


def test_a_row_without_translation_says_so_and_marks_its_language(live, client):
    html = text_of(client, "/nl/causes/tired-muscle/")
    assert "notice--quiet" in html
    assert '<h1 lang="en">' in html
    assert "notice--quiet" not in text_of(client, "/causes/tired-muscle/")
    assert "notice--quiet" not in text_of(client, "/nl/causes/too-fast/")


@pytest.mark.parametrize("path", ROWS)
def test_a_page_of_one_row_says_when_its_text_last_changed(publish, client, path):
    publish(make_dated())
    html = text_of(client, f"/{path}/")
    assert (
        "This text last changed with content release 3, on "
        '<time datetime="2026-12-02">2 December 2026</time>.'
    ) in html
    assert html.count("Content release") == 1  # the one it is published with


@pytest.mark.parametrize("path", ROWS)
def test_a_page_of_a_row_without_a_date_names_none(live, client, path):
    html = text_of(client, f"/{path}/")
    assert "last changed" not in html
    assert "<time" not in html


@pytest.mark.parametrize("path", [*LISTS, "help", "feedback", "accessibility"])
def test_a_page_that_is_not_of_one_row_has_no_date_of_change(publish, client, path):
    publish(make_dated())
    assert "last changed" not in text_of(client, f"/{path}/")


def test_a_language_without_a_translation_says_so_on_every_page(publish, client):
    english = make_knowledge()
    untranslated = tuple(replace(row, is_fallback=True) for row in english.causes)
    publish(english, nl=make_knowledge("nl", causes=untranslated))
    assert "Nog niet vertaald" in text_of(client, "/nl/about/")
    assert "Nog niet vertaald" not in text_of(client, "/about/")


def test_the_page_of_the_other_language_is_one_link_away(live, client):
    assert 'href="/nl/causes/too-fast/"' in text_of(client, "/causes/too-fast/")
    assert 'href="/causes/too-fast/"' in text_of(client, "/nl/causes/too-fast/")


def test_help_names_the_emergency_numbers_and_the_signs_that_cannot_wait(live, client):
    html = text_of(client, "/help/")
    for number in ("112", "999", "911", "000", "111", "116117"):
        assert f'href="tel:{number}"' in html
    assert "/warning-signs/clot/" in html
    assert "/warning-signs/dark-pee/" in html


def test_privacy_names_the_days_that_answers_are_kept(live, client, settings):
    settings.ASSESSMENT_DAYS = 17
    assert "17 days" in text_of(client, "/privacy/")


def test_pages_stand_with_an_almost_empty_release(publish, client):
    publish(make_knowledge(**dict.fromkeys(("symptoms", "claims", "steps"), ())))
    for path in ("/symptoms/", "/prevention/", "/", "/about/", "/help/"):
        text_of(client, path)


def test_health_is_ok_while_a_release_is_live(live, client):
    assert client.get("/healthz/").content == b"ok"


def test_health_fails_without_a_release(monkeypatch, client):
    monkeypatch.setattr(releases, "live", _nothing)
    assert client.get("/healthz/").status_code == 503


def test_without_a_release_the_emergency_numbers_are_still_there(monkeypatch, client):
    monkeypatch.setattr(releases, "live", _nothing)
    response = client.get("/causes/")
    assert response.status_code == 503
    assert b'href="tel:112"' in response.content
    assert response.headers["Cache-Control"] == "no-store"


def test_no_address_of_the_library_takes_a_slug_with_odd_characters(live):
    with pytest.raises(Resolver404):
        resolve("/causes/<script>/")


def _nothing(language="en"):
    raise releases.NoLiveRelease
