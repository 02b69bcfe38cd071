"""Loading, exporting and publishing the real content; loaded once for all tests here."""

import time

import pytest
from django.db import transaction

from crampcoach.content import models
from crampcoach.content.fixture_files import files_of
from crampcoach.content.loading import export, load
from crampcoach.content.releases import examine
from crampcoach.content.rows import rows_from_database


@pytest.fixture(scope="module")
def seconds(django_db_setup, django_db_blocker, request):
    """The real rows in the database, and how long loading took."""
    from django.conf import settings

    with django_db_blocker.unblock(), transaction.atomic():
        start = time.perf_counter()
        load(settings.FIXTURES_DIR)
        yield time.perf_counter() - start
        transaction.set_rollback(True)


def test_loading_takes_less_than_twenty_seconds(seconds, db):
    assert seconds < 20


def test_loading_the_real_rows_twice_changes_nothing(seconds, db, fixtures):
    history = models.Indicator.history.count()
    loaded = load(fixtures)
    assert loaded.is_nothing and not loaded.kept
    assert models.Indicator.history.count() == history


def test_the_database_holds_the_real_rows_in_their_order(seconds, db, real_rows):
    assert rows_from_database() == real_rows


def test_the_real_files_come_back_byte_for_byte(seconds, db, fixtures, tmp_path):
    export(tmp_path)
    for path in fixtures.rglob("*.yaml"):
        written = tmp_path / path.relative_to(fixtures)
        assert written.read_bytes() == path.read_bytes(), path.name
    ours = {p.relative_to(tmp_path) for p in tmp_path.rglob("*.yaml")}
    assert ours == {p.relative_to(fixtures) for p in fixtures.rglob("*.yaml")}


def test_the_real_rows_can_be_published(real_rows):
    assert files_of(real_rows)
    assert examine(real_rows)["n"] == len(real_rows["vignettes"])
