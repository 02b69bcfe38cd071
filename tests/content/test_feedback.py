from datetime import date, timedelta

import pytest
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from crampcoach.content import feedback
from crampcoach.content.feedback import KEPT_DAYS, BoxIsFull, Kind, keep
from crampcoach.content.fixture_files import files_of
from crampcoach.content.models import Feedback
from crampcoach.content.releases import publish
from crampcoach.content.rows import rows_from_database

TOLD = {
    "page": "/causes/cramp/",
    "kind": "fact",
    "text": "It is the nerve.",
    "release": 3,
    "language": "nl",
}


def kept_on(day, **values):
    return Feedback.objects.create(**TOLD | {"day": day} | values)


def test_a_message_is_kept_with_its_day(db):
    keep(**TOLD)
    one = Feedback.objects.values(*TOLD, "day", "is_handled", "note").get()
    rest = {"day": timezone.localdate(), "is_handled": False, "note": ""}
    assert one == TOLD | rest


def test_no_column_has_room_for_a_person_or_a_time():
    columns = {field.name for field in Feedback._meta.get_fields()}
    assert columns == {*TOLD, "id", "day", "is_handled", "note"}
    day = Feedback._meta.get_field("day")
    assert not isinstance(day, models.DateTimeField)


def test_contacts_in_the_text_are_not_kept(db):
    keep(**TOLD | {"text": f"/check/{'k' * 32}/ mail a@b.nl or call 0612345678"})
    text = Feedback.objects.get().text
    assert text == "/check/[removed]/ mail [removed] or call [removed]"


def test_beyond_the_number_of_a_day_nothing_is_kept(db, monkeypatch):
    monkeypatch.setattr(feedback, "ROWS_A_DAY", 2)
    kept_on(timezone.localdate() - timedelta(days=1))
    keep(**TOLD)
    keep(**TOLD)
    with pytest.raises(BoxIsFull):
        keep(**TOLD)
    assert Feedback.objects.count() == 3


def test_a_new_message_lets_go_of_those_older_than_a_year(db):
    today = timezone.localdate()
    for is_handled in (True, False):
        kept_on(today - timedelta(days=KEPT_DAYS + 1), is_handled=is_handled)
    last = kept_on(today - timedelta(days=KEPT_DAYS))
    keep(**TOLD)
    assert Feedback.objects.count() == 2
    assert Feedback.objects.last() == last


def test_the_newest_comes_first(db):
    for day in (1, 3, 2):
        kept_on(date(2026, 11, day))
    assert [one.day.day for one in Feedback.objects.all()] == [3, 2, 1]


def test_its_name_does_not_give_its_text_away(db):
    assert TOLD["text"] not in str(kept_on(date(2026, 11, 1)))


def test_the_database_refuses_an_unknown_kind(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        kept_on(date(2026, 11, 1), kind="spam")


@pytest.mark.parametrize("kind", Kind)
def test_the_database_takes_every_kind(db, kind):
    keep(**TOLD | {"kind": kind})


def test_it_is_no_content(content, tmp_path):
    """Neither releases nor fixtures change with it, and no history is kept of it."""
    release, rows = publish(), rows_from_database()
    keep(**TOLD)
    assert publish() == release
    assert rows_from_database() == rows
    assert TOLD["text"] not in "".join(files_of(rows_from_database()).values())
    assert not hasattr(Feedback, "history")
