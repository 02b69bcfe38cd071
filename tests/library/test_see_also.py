"""Related rows, situations and the claims of a release."""

from crampcoach.library import see_also
from crampcoach.library.situations import (
    SITUATIONS,
    conditions_by_situation,
    symptoms_by_situation,
)
from tests.library.conftest import make_knowledge


def by_slug(groups):
    return {
        situation.slug: {row.slug for row in rows} for situation, rows in groups.items()
    }


def test_every_situation_names_findings_and_symptoms_that_exist(real):
    for situation in SITUATIONS:
        assert situation.findings <= set(real.finding), situation.slug
        assert situation.symptoms <= set(real.symptom), situation.slug


def test_causes_stand_where_their_timing_speaks_for_them(real):
    found = by_slug(conditions_by_situation(real))
    assert "night-cramps" in found["at-night"]
    assert "stretch-spasm" in found["after-stretching"]
    assert "muscle-fatigue" in found["during-a-run"]
    assert "delayed-soreness" in found["after-a-run"]


def test_every_situation_has_causes_and_symptoms(real):
    for groups in (conditions_by_situation(real), symptoms_by_situation(real)):
        assert list(groups) == list(SITUATIONS)


def test_the_causes_page_lists_them_by_situation(publish, client, real):
    publish(real)
    html = client.get("/causes/").content.decode()
    assert "By when it comes" in html
    assert "While or after stretching" in html


def test_a_cause_names_its_symptoms_and_the_signs_it_is_mistaken_for():
    known = make_knowledge()
    row = known.cause["tired-muscle"]
    assert [s.slug for s in see_also.symptoms_of(known, row)] == ["hard-knot"]
    assert [s.slug for s in see_also.signs_mistaken_for(known, row)] == ["clot"]


def test_what_shares_most_stands_first_and_never_the_row_itself():
    known = make_knowledge()
    row = known.symptom["hard-knot"]
    beside = see_also.symptoms_beside(known, row)
    assert [symptom.slug for symptom in beside] == ["swollen-calf"]


def test_the_claims_of_a_release_stay_the_same_and_change_with_it(real):
    first = see_also.highlighted_claims(real)
    assert first == see_also.highlighted_claims(real)
    assert len(first) == see_also.HIGHLIGHTS
