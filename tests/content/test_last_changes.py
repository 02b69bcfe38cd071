"""When a row got the form that it has: from release to release, and for releases that were there before anyone asked."""

from datetime import UTC, date, datetime

from django.apps import apps
from django.db.migrations.loader import MigrationLoader

from crampcoach.content import models, releases
from crampcoach.content.compiling import compile_knowledge
from crampcoach.content.loading import digest_of, load
from crampcoach.content.releases import compile_release, make_live, publish
from crampcoach.engine.knowledge import LastChanged

FIRST = LastChanged(1, "2026-12-01")
SECOND = LastChanged(2, "2026-12-02")
THIRD = LastChanged(3, "2026-12-03")


def publish_next():
    """The first release is of the first of December, the second of the second ..."""
    release = publish()
    day = datetime(2026, 12, release.number, 9, tzinfo=UTC)
    models.Release.objects.filter(pk=release.pk).update(created=day)
    return release


def knowledge(number):
    return compile_release(models.Release.objects.get(number=number))["en"]


def say(statement):
    models.Claim.objects.filter(slug="bananas").update(statement_en=statement)


def rename(name):
    models.Cause.objects.filter(slug="cramp").update(name_en=name)


def claim_dates():
    """Of the claim in each release, the oldest first."""
    numbers = models.Release.objects.order_by("number").values_list("number", flat=True)
    return [knowledge(number).claim["bananas"].last_changed for number in numbers]


def test_in_the_first_release_every_row_is_of_that_release(content):
    publish_next()
    first = knowledge(1)
    for rows in (
        first.sources,
        first.causes,
        first.warning_signs,
        first.steps,
        first.symptoms,
        first.claims,
    ):
        assert rows and all(row.last_changed == FIRST for row in rows)


def test_an_unchanged_row_keeps_its_date_over_three_releases(content):
    for name in ("Cramp", "Knot", "Lock"):
        rename(name)
        publish_next()
    assert claim_dates() == [FIRST, FIRST, FIRST]
    assert knowledge(3).cause["cramp"].last_changed == THIRD


def test_a_changed_row_gets_the_date_of_its_release_and_keeps_it(content):
    publish_next()
    say("Bananas help")
    publish_next()
    rename("Knot")
    publish_next()
    assert claim_dates() == [FIRST, SECOND, SECOND]


def test_every_language_has_the_same_date(content):
    publish_next()
    models.Claim.objects.update(statement_nl="Bananen helpen")
    publish_next()
    found = compile_release(models.Release.objects.get(number=2))
    assert {found[name].claim["bananas"].last_changed for name in found} == {SECOND}


def test_a_changed_indicator_dates_its_cause_and_no_other(content):
    publish_next()
    models.Indicator.objects.filter(finding__slug="slow").update(why_en="It creeps")
    publish_next()
    cause = knowledge(2).cause
    assert cause["cramp"].last_changed == SECOND
    assert cause["heart-attack"].last_changed == FIRST


def test_an_indicator_that_is_gone_dates_its_cause(content):
    one_more = models.Indicator.objects.get(finding__slug="sudden-in-run")
    one_more.pk, one_more.finding = None, models.Finding.objects.get(slug="feels-weak")
    one_more.save()
    publish_next()
    one_more.delete()
    publish_next()
    assert knowledge(2).cause["cramp"].last_changed == SECOND


def test_a_note_for_editors_and_a_signature_are_no_change_of_the_text(content):
    publish_next()
    day = date(2026, 12, 1)
    models.Cause.objects.update(note="Ask Ann", reviewer="Ann", reviewed_on=day)
    publish_next()
    cause = knowledge(2).cause["cramp"]
    assert (cause.reviewer, cause.last_changed) == ("Ann", FIRST)


def test_a_row_that_was_deleted_and_brought_back_dates_from_its_return(content):
    publish_next()
    models.Claim.objects.all().delete()
    publish_next()
    load(content)
    publish_next()
    assert knowledge(3).claim["bananas"].last_changed == THIRD


def test_a_row_that_was_changed_back_dates_from_that(content):
    for statement in ("Bananas help", "Bananas harm", "Bananas help"):
        say(statement)
        publish_next()
    assert claim_dates() == [FIRST, SECOND, THIRD]


def test_a_release_that_is_put_back_says_what_it_said(content):
    first = publish_next()
    say("Bananas help")
    publish_next()
    make_live(first)
    releases.forget()
    assert releases.live().claim["bananas"].last_changed == FIRST


def test_the_release_after_a_roll_back_goes_on_from_the_one_before_it(content):
    first = publish_next()
    say("Bananas help")
    publish_next()
    make_live(first)
    rename("Knot")
    publish_next()
    assert claim_dates() == [FIRST, SECOND, SECOND]


def test_a_release_that_takes_up_an_older_text_after_a_roll_back_dates_it_anew(content):
    statement = models.Claim.objects.get().statement_en
    first = publish_next()
    say("Bananas help")
    publish_next()
    make_live(first)
    say(statement)
    rename("Knot")
    publish_next()
    assert claim_dates() == [FIRST, SECOND, THIRD]


def test_the_digest_is_that_of_the_rows_alone(content):
    rename("Knot")
    release = publish_next()
    assert release.digest == digest_of(release.rows)


def test_rows_without_a_release_have_no_date(rows):
    known = compile_knowledge(rows)
    assert {row.last_changed for row in (*known.causes, *known.claims)} == {None}


def test_a_release_without_dates_has_none_and_the_next_goes_back_to_it_at_most(content):
    publish_next()
    rename("Knot")
    publish_next()
    models.Release.objects.update(since={})
    say("Bananas help")
    publish_next()
    assert knowledge(2).cause["cramp"].last_changed is None
    assert knowledge(3).cause["cramp"].last_changed == SECOND
    assert claim_dates() == [None, None, THIRD]


def test_the_migration_dates_the_releases_that_were_there_as_publishing_does(content):
    publish_next()
    models.Indicator.objects.filter(finding__slug="slow").update(why_en="It creeps")
    models.Claim.objects.all().delete()
    publish_next()
    load(content)
    models.Source.objects.filter(slug="expert").update(title="Our judgement")
    models.Cause.objects.update(note="Ask Ann")
    publish_next()
    dates = models.Release.objects.order_by("number").values_list("since", flat=True)
    published = list(dates)
    models.Release.objects.update(since={})
    date_releases()(apps, None)
    assert list(dates.all()) == published


def date_releases():
    """The function of the migration, whatever number that has by now."""
    migrations = MigrationLoader(None).disk_migrations
    (found,) = (
        migration
        for (app, name), migration in migrations.items()
        if app == "content" and name.endswith("_release_since")
    )
    return found.operations[-1].code


def test_reading_the_live_release_costs_one_query_for_the_days(
    content, django_assert_num_queries
):
    release = publish_next()
    with django_assert_num_queries(1):
        compile_release(release)
