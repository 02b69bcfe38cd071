import math

import pytest

from crampcoach.engine.knowledge import Kind
from crampcoach.engine.ranking import (
    Band,
    prior_log_odds,
    rank_causes,
    score_conditions,
)
from tests.builders import cause, derived, knowledge, option, question


def known_with(*causes, derived_rows=()):
    return knowledge(
        question("where", "calf", "side", "knee", kind=Kind.MAP, screen=True),
        question("feel", "knot", "pop", "burn", "cold", "statin"),
        derived=tuple(derived_rows),
        causes=causes,
    )


def scores(known, *found):
    rows = score_conditions(known, known.closure(found))
    return {row.cause.slug: row for row in rows}


def test_a_cause_starts_at_its_prior_and_at_a_tenth_of_it_away_from_home():
    cramp = cause("cramp", prior=200, typical_areas={"calf"})
    assert prior_log_odds(cramp, frozenset({"calf"})) == pytest.approx(
        math.log(0.2 / 0.8)
    )
    assert prior_log_odds(cramp, frozenset({"side"})) == pytest.approx(
        math.log(0.02 / 0.98)
    )


def test_a_group_counts_the_strongest_plus_half_of_the_next():
    cramp = cause(
        "cramp",
        ("knot", "strongly_for", "g"),
        ("pop", "for", "g"),
        ("burn", "slightly_for", "g"),
    )
    evidence = scores(known_with(cramp), "knot", "pop", "burn")["cramp"].evidence
    assert evidence == pytest.approx(1.9 + 0.9 / 2)


def test_a_pattern_cap_holds_until_an_extra_is_told():
    slow = cause(
        "slow",
        ("knot", "for", "pattern"),
        ("pop", "for", "pattern"),
        ("burn", "slightly_for", "extra"),
        pattern_cap=1.1,
    )
    known = known_with(slow)
    assert scores(known, "knot", "pop")["slow"].evidence == pytest.approx(1.1)
    with_extra = scores(known, "knot", "pop", "burn")["slow"].evidence
    assert with_extra == pytest.approx(1.35 + 0.4)


def test_absence_counts_nothing():
    known = known_with(cause("cramp", ("knot", "for"), ("pop", "against")))
    assert scores(known)["cramp"].evidence == 0


def test_a_contributor_needs_a_finding_of_its_own():
    worn = cause("worn", ("knot", "slightly_for"), ("cold", "for"), role="contributor")
    known = known_with(worn)
    assert rank_causes(known, frozenset({"knot"})).contributors == ()
    listed = rank_causes(known, frozenset({"cold"})).contributors
    assert [entry.cause.slug for entry in listed] == ["worn"]


def test_a_condition_marked_so_needs_its_own_finding_too():
    tablet = cause("tablet", ("statin", "for"), needs_own_finding=True, prior=900)
    known = known_with(tablet, cause("cramp"))
    assert "tablet" not in scores(known, "knot")
    assert "tablet" in scores(known, "statin")


def test_of_causes_shown_one_at_a_time_only_the_better_stays():
    known = known_with(
        cause("facet", ("knot", "for"), show_one_of="spine"),
        cause("worn-spine", show_one_of="spine"),
    )
    assert list(scores(known, "knot")) == ["facet"]


def test_ties_are_broken_by_slug():
    known = known_with(cause("b", ("knot", "for")), cause("a", ("knot", "for")))
    ranking = rank_causes(known, frozenset({"knot"}))
    assert [entry.cause.slug for entry in ranking.conditions] == ["a", "b"]


def test_a_condition_that_nothing_speaks_for_is_not_shown():
    common = cause("common", prior=900)
    known = known_with(common, cause("told", ("knot", "slightly_for"), prior=5))
    shown = rank_causes(known, frozenset({"knot"})).conditions
    assert [entry.cause.slug for entry in shown] == ["told"]


def test_two_separate_problems_do_not_cancel_out():
    known = known_with(
        cause(
            "cramp",
            ("knot", "for"),
            ("side", "strongly_against"),
            typical_areas={"calf"},
            prior=300,
        ),
        cause(
            "stitch",
            ("burn", "for"),
            ("calf", "strongly_against"),
            typical_areas={"side"},
            prior=300,
        ),
        cause("other", typical_areas={"calf", "knee"}, prior=200),
    )
    told = frozenset({"calf", "side", "knot", "burn"})
    first_two = [e.cause.slug for e in rank_causes(known, told).conditions[:2]]
    assert sorted(first_two) == ["cramp", "stitch"]


def test_reasons_name_the_parent_and_not_the_finding_derived_from_it():
    rows = (derived("organ", any_of=("statin", "cold")),)
    kidney = cause("kidney", ("statin", "for"), ("organ", "for"))
    known = known_with(kidney, derived_rows=rows)
    [ranked] = rank_causes(known, known.closure(["statin"])).conditions
    assert [r.finding.slug for r in ranked.reasons_for] == ["statin"]


def test_reasons_stand_apart_for_and_against_and_not_asked():
    known = known_with(
        cause("cramp", ("knot", "strongly_for"), ("pop", "against"), ("burn", "for"))
    )
    ranked = rank_causes(known, frozenset({"knot", "pop"})).conditions[0]
    assert [r.finding.slug for r in ranked.reasons_for] == ["knot"]
    assert [r.finding.slug for r in ranked.reasons_against] == ["pop"]
    assert [f.slug for f in ranked.not_asked] == ["burn"]


def test_bands_are_words_for_how_far_ahead_a_condition_is():
    known = known_with(
        cause("cramp", ("knot", "strongly_for"), ("pop", "strongly_for")),
        cause("second", ("knot", "for"), ("pop", "strongly_for")),
    )
    ranking = rank_causes(known, frozenset({"knot", "pop"}))
    bands = [entry.band for entry in ranking.conditions]
    assert bands == [Band.FITS_WELL, Band.FITS_PARTLY]


def test_an_option_text_is_what_a_reason_quotes():
    known = knowledge(
        question("feel", option("knot", text="It goes hard")),
        causes=[cause("cramp", ("knot", "for"))],
    )
    ranked = rank_causes(known, frozenset({"knot"})).conditions[0]
    assert ranked.reasons_for[0].finding.text == "It goes hard"
    assert ranked.reasons_for[0].why == "knot points to it"
