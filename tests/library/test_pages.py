"""Pages are rendered once per release, confirmed by ETag, and a wrong address names the nearest pages."""

import gzip
from inspect import unwrap

import pytest

from crampcoach.library import pages, views
from tests.library.conftest import make_knowledge

PATH = "/causes/tired-muscle/"


@pytest.fixture
def renders(monkeypatch):
    """Counts how often a page is rendered."""
    calls = []
    real = pages.render_to_string

    def counted(template, *args):
        calls.append(template)
        return real(template, *args)

    monkeypatch.setattr(pages, "render_to_string", counted)
    return calls


def test_a_page_is_rendered_once(live, client, renders):
    first, second = client.get(PATH), client.get(f"{PATH}?utm_source=x")
    assert first.content == second.content
    assert renders == ["library/cause.html"]


def test_each_language_and_host_has_its_own_page(live, client, renders, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.get(PATH)
    client.get(f"/nl{PATH}")
    other = client.get(PATH, headers={"host": "other.example"})
    assert len(renders) == 3
    assert b"http://other.example/causes/" in other.content


def test_a_known_page_is_confirmed_without_rendering(live, client, renders):
    etag = client.get(PATH).headers["ETag"]
    renders.clear()
    again = client.get("/causes/too-fast/", headers={"if-none-match": etag})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["ETag"] == etag
    assert "Accept-Encoding" in again.headers["Vary"]
    assert renders == []


@pytest.mark.parametrize("change", [{"digest": "other"}, {"release": 2}])
def test_a_new_release_makes_a_new_page(publish, client, change):
    publish(make_knowledge())
    etag = client.get(PATH).headers["ETag"]
    publish(make_knowledge(**change))
    again = client.get(PATH, headers={"if-none-match": etag})
    assert again.status_code == 200
    assert again.headers["ETag"] != etag


def test_the_languages_have_different_etags(live, client):
    tags = {client.get(path).headers["ETag"] for path in (PATH, f"/nl{PATH}")}
    assert len(tags) == 2


def test_a_browser_that_takes_gzip_gets_the_same_page_zipped(live, client):
    plain = client.get(PATH)
    zipped = client.get(PATH, headers={"accept-encoding": "br, gzip"})
    refused = client.get(PATH, headers={"accept-encoding": "gzip;q=0, br"})
    assert gzip.decompress(zipped.content) == plain.content == refused.content
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert int(zipped.headers["Content-Length"]) == len(zipped.content)


def test_head_answers_the_headers_of_get(live, client):
    get, head = client.get(PATH), client.head(PATH)
    assert head.content == b""
    assert head.headers["Content-Length"] == str(len(get.content))
    assert head.headers["ETag"] == get.headers["ETag"]


def test_nothing_can_be_posted(live, client):
    assert client.post(PATH).status_code == 405


def test_kept_pages_are_bounded(live, client, monkeypatch):
    monkeypatch.setattr(pages, "KEPT_PAGES", 3)
    for slug in ("about", "help", "privacy", "causes", "claims"):
        client.get(f"/{slug}/")
    kept = live.kept["library.pages"]
    assert [key[2] for key in kept] == ["/privacy/", "/causes/", "/claims/"]


def test_pages_may_be_cached_for_a_minute(live, client):
    assert client.get(PATH).headers["Cache-Control"] == "public, max-age=60"


def test_a_mistyped_address_names_the_page_that_was_meant(live, client):
    response = client.get("/causes/tird-muscel/")
    assert response.status_code == 404
    assert b'href="/causes/tired-muscle/"' in response.content
    assert "ETag" not in response.headers


def test_a_mistyped_dutch_address_names_the_dutch_page(live, client):
    response = client.get("/nl/causes/tired-musle/")
    assert b'href="/nl/causes/tired-muscle/"' in response.content


def test_a_nonsense_address_names_no_page(live, client):
    response = client.get("/causes/qqqqzzzz/")
    assert response.status_code == 404
    assert b"Did you mean" not in response.content


def test_the_handler_of_unknown_addresses_names_pages_as_well(live, rf):
    response = pages.page_not_found(rf.get("/cause/tired-muscle"), Exception())
    assert response.status_code == 404
    assert b'href="/causes/tired-muscle/"' in response.content


def test_a_view_gives_its_context_from_the_release_alone():
    context = unwrap(views.cause)(make_knowledge(), "tired-muscle")
    assert [step.slug for step in context["not_worth_it"]] == ["magnesium"]
