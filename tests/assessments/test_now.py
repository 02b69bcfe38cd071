"""The pages for the minute a cramp comes."""

import pytest
from django.test import Client

from crampcoach.assessments.models import Assessment
from crampcoach.content import releases


def text(response):
    return response.content.decode()


def test_every_place_is_one_tap_away(client, db, known):
    page = text(client.get("/now/"))
    for area in known.areas:
        assert f'href="/now/{area.slug}/"' in page


def test_danger_signs_come_before_what_to_do(client, db):
    page = text(client.get("/now/calf/"))
    assert page.index("tel:112") < page.index("Collapsed")
    assert page.index("Collapsed") < page.index("Stretch it gently.")
    assert "Can I go on?" in page
    assert 'href="/check/"' in page


def test_with_several_muscles_it_is_over_for_today(client, db):
    assert "Stop for today, even if it goes away" in text(
        client.get("/now/many-places/")
    )


def test_a_place_without_first_aid_still_says_what_to_do(client, db):
    assert "Stop. Sit or lie down" in text(client.get("/now/lower-back/"))


def test_nothing_is_stored_and_no_cookie_is_set(client, db):
    client.get("/now/")
    client.get("/now/calf/")
    assert Assessment.objects.count() == 0
    assert not client.cookies


def test_an_unknown_place_is_not_found(client, db):
    assert client.get("/now/collapsed/").status_code == 404


def test_the_numbers_are_there_without_a_release(client, db, monkeypatch):
    def none(language="en"):
        raise releases.NoLiveRelease

    monkeypatch.setattr(releases, "live", none)
    for path in ("/now/", "/now/calf/"):
        response = client.get(path)
        assert response.status_code == 200
        assert 'href="tel:112"' in text(response)


@pytest.mark.parametrize("prefix", ["", "/nl"])
def test_the_worker_stands_in_the_folder_it_serves(db, prefix):
    client = Client()
    page = text(client.get(f"{prefix}/now/"))
    assert f'data-worker="{prefix}/now/worker.js"' in page
    response = client.get(f"{prefix}/now/worker.js")
    assert response["Content-Type"] == "text/javascript"
    assert b"caches.open" in b"".join(response)
