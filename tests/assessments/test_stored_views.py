"""A runner can see everything that is stored about their check, and nobody else can."""

import pytest
from django.utils.html import escape

from crampcoach.assessments.models import Assessment
from crampcoach.assessments.stored_views import MEANINGS

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment(db):
    return Assessment.objects.create(
        release=7, answers=[["where", ["calf"]], ["age", "x"]]
    )


def path_of(assessment):
    return f"/check/{assessment.key}/stored/"


def test_every_column_of_the_row_is_shown(client, assessment):
    html = client.get(path_of(assessment)).content.decode()
    for field in Assessment._meta.concrete_fields:
        assert f"<code>{field.attname}</code>" in html
    assert escape('["where", ["calf"]]') in html
    assert assessment.key in html


def test_every_column_is_explained():
    columns = {field.attname for field in Assessment._meta.concrete_fields}
    assert columns == set(MEANINGS)


def test_it_needs_no_live_release(client, assessment):
    assert client.get(path_of(assessment)).status_code == 200


def test_an_unknown_key_is_answered_like_any_other_missing_check(client, db):
    assert client.get(f"/check/{'x' * 32}/stored/").status_code == 404


def test_it_is_neither_kept_nor_indexed(client, assessment):
    response = client.get(path_of(assessment))
    assert response.headers["Cache-Control"] == "no-store"
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert 'hx-history="false"' in response.content.decode()


def test_nothing_can_be_changed_here(client, assessment):
    assert client.post(path_of(assessment)).status_code == 405
