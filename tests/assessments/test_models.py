"""The one row of a visit."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from crampcoach.assessments.models import KEY_LENGTH, Assessment

pytestmark = pytest.mark.django_db


def make(**fields):
    return Assessment.objects.create(release=1, **fields)


def test_keys_are_long_and_differ():
    one, other = make(), make()
    assert len(one.key) == KEY_LENGTH == len(one.read_key)
    assert len({one.key, one.read_key, other.key, other.read_key}) == 4


def test_it_expires_after_the_days_of_the_settings(settings):
    settings.ASSESSMENT_DAYS = 3
    left = make().expires - timezone.now()
    assert timedelta(days=2, hours=23) < left <= timedelta(days=3)


def test_answers_keep_their_order_in_the_database():
    row = make()
    row.put({"where": {"chosen": ["calf"]}})
    row.put({"a": {"chosen": []}})
    row.put({"where": {"chosen": ["shin"]}})
    row.save()
    stored = Assessment.objects.get()
    assert list(stored.given) == ["where", "a"]
    assert stored.given["where"] == {"chosen": ["shin"]}
    assert isinstance(stored.answers, list)


def test_its_name_does_not_give_the_key_away():
    row = make()
    assert row.key not in str(row)
    assert row.key not in repr(row)


def test_purging_deletes_the_expired_and_counts_them():
    past = timezone.now() - timedelta(minutes=1)
    kept = make()
    make(expires=past)
    make(expires=past)
    out = StringIO()
    call_command("purge_assessments", stdout=out)
    assert out.getvalue() == "2 expired assessments deleted\n"
    assert Assessment.objects.get() == kept
