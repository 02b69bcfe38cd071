import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from crampcoach.content import models, releases
from crampcoach.content.releases import (
    NoLiveRelease,
    PublishRefused,
    live,
    make_live,
    publish,
)


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = 1000.0

        def monotonic(self):
            return self.now

    clock = Clock()
    monkeypatch.setattr(releases, "time", clock)
    return clock


def rename(name):
    cause = models.Cause.objects.get(slug="cramp")
    cause.name_en = name
    cause.save()


def break_live_release():
    """As after an update of the code that reads an old release no more."""
    release = models.Release.objects.get(is_live=True)
    release.rows["causes"][0]["role"] = "gone"
    models.Release.objects.filter(pk=release.pk).update(
        rows=release.rows, digest="broken"
    )


def test_without_a_release_there_is_a_clear_error(db):
    with pytest.raises(NoLiveRelease, match="run load_content, then publish"):
        live()


def test_publishing_makes_the_rows_live(content, editor):
    release = publish(editor, "First")
    assert (release.number, release.author, release.note) == (1, editor, "First")
    assert release.scorecard["n"] == 2
    knowledge = live()
    assert knowledge.cause["cramp"].name == "Cramp"
    assert (knowledge.release, knowledge.digest) == (1, release.digest)
    assert knowledge.published_on == release.created.date().isoformat()


def test_editing_a_row_shows_nothing_before_it_is_published(content, clock):
    publish()
    rename("Knot")
    clock.now += 10
    assert live().cause["cramp"].name == "Cramp"


def test_publishing_the_same_rows_again_makes_no_release(content):
    assert publish() == publish()
    assert models.Release.objects.count() == 1


def test_each_language_is_held_and_an_unknown_one_falls_back(content):
    models.Cause.objects.filter(slug="cramp").update(name_nl="Kramp")
    publish()
    assert live("nl").cause["cramp"].name == "Kramp"
    assert live("nl") is live("nl")
    assert live("fr") is live("en")


def test_a_new_release_is_seen_within_two_seconds(content, clock):
    publish()
    assert live().release == 1
    rename("Knot")
    publish()
    assert live().release == 1  # looked a moment ago
    clock.now += 1.5
    assert live().release == 2
    assert live().cause["cramp"].name == "Knot"


def test_live_asks_the_database_once_a_second_at_most(
    content, clock, django_assert_num_queries
):
    publish()
    live()
    with django_assert_num_queries(0):
        live()
        live("nl")
    clock.now += 1.1
    with django_assert_num_queries(1):
        live()
        live()


def test_the_look_reads_no_rows(content, clock):
    publish()
    live()
    clock.now += 2
    with CaptureQueriesContext(
        connection,
    ) as queries:
        live()
    assert '"rows"' not in queries[0]["sql"]


def test_rolling_back_brings_the_earlier_release(content, clock):
    first = publish()
    rename("Knot")
    publish()
    make_live(first)
    clock.now += 2
    assert live().release == 1
    assert models.Release.objects.filter(is_live=True).count() == 1
    assert models.Cause.objects.get(slug="cramp").name_en == "Knot"


def test_rows_that_break_a_rule_are_refused_and_nothing_changes(content):
    publish()
    models.WarningSign.objects.filter(slug="heart").update(do_now_en="")
    with pytest.raises(PublishRefused) as error:
        publish()
    assert error.value.problems == ("warning sign heart: does not say what to do now",)
    assert models.Release.objects.get().is_live


def test_a_lost_safety_vignette_stops_a_release(content):
    publish()
    models.WarningSign.objects.filter(slug="heart").update(urgency="see-doctor")
    models.Finding.objects.filter(slug="chest-pressure").update(unsure="")
    with pytest.raises(PublishRefused) as error:
        publish()
    assert error.value.problems == (
        "vignette pressure: should be told call-ambulance, but is told see-doctor",
    )


def test_a_release_that_does_not_compile_leaves_the_one_before(content, clock, caplog):
    publish()
    live()
    break_live_release()
    for _ in range(3):
        clock.now += 2
        assert live().cause["cramp"].name == "Cramp"
    assert len([r for r in caplog.records if "does not compile" in r.message]) == 1


def test_a_broken_release_is_never_made_live(content):
    first = publish()
    rename("Knot")
    second = publish()
    first.rows["causes"][0]["role"] = "gone"
    with pytest.raises(PublishRefused, match="role: no choice 'gone'"):
        make_live(first)
    second.refresh_from_db()
    assert second.is_live


def test_a_database_that_fails_for_a_moment_is_not_noticed(
    content, clock, monkeypatch, caplog
):
    publish()
    live()
    clock.now += 2

    def fail():
        raise DatabaseError("gone away")

    monkeypatch.setattr(releases, "_live_number_and_digest", fail)
    assert live().release == 1
    assert "what is held stays" in caplog.text


def test_the_database_refuses_two_live_releases(content):
    publish()
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Release.objects.create(number=9, digest="x", rows={}, is_live=True)


def test_changes_name_what_editors_did(content):
    publish()
    assert releases.changes() == []
    rename("Knot")
    models.Claim.objects.all().delete()
    models.Question.objects.filter(slug="weak").update(position=1)
    assert releases.changes() == [
        "order of questions: changed",
        "cause cramp: changed",
        "claim bananas: deleted",
    ]


def test_a_release_keeps_its_scorecard_with_counts_by_level_and_failures(content):
    card = publish().scorecard
    assert card["levels"]["call-ambulance"] == {"low": 0, "right": 1, "high": 0}
    assert card["failures"] == []


def test_the_scorecards_come_with_the_live_release_and_cost_no_query(
    content, clock, django_assert_num_queries
):
    publish(note="First")
    rename("Knot")
    publish(note="Second")
    live()
    with django_assert_num_queries(0):
        newest, oldest = releases.scorecards(2)
    assert (newest.number, newest.note, oldest.note) == (2, "Second", "First")
    assert newest.card["levels"] and not oldest.card
    assert newest.figures["n"] == oldest.figures["n"] == 2
    assert oldest.figures["under_triage"] == []


def test_a_release_shows_no_scorecard_of_a_later_one(content, clock):
    """Its pages are kept as long as it is live, so nothing on them may change."""
    first = publish()
    rename("Knot")
    publish()
    make_live(first)
    assert [card.number for card in releases.scorecards(live().release)] == [1]


def test_a_release_from_before_a_figure_was_measured_has_none_of_it(content, clock):
    publish()
    models.Release.objects.update(scorecard={"n": 2})
    live()
    (only,) = releases.scorecards(1)
    assert (only.figures["n"], only.figures["top1"]) == (2, None)
