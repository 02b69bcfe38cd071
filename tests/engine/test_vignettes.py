"""The public vignettes through the real interview: safety is exact, quality has floors."""

import pytest

from crampcoach.engine.evaluation import evaluate, read_vignettes
from crampcoach.engine.knowledge import Role, Urgency


@pytest.fixture(scope="module")
def scorecard(real, real_rows):
    return evaluate(real, read_vignettes(real, real_rows["vignettes"]))


def test_nobody_is_under_triaged(scorecard):
    assert scorecard.to_json()["under_triage"] == []


def test_quality_does_not_fall_below_its_floor(scorecard):
    figures = scorecard.to_json()
    assert figures["top1"] >= 0.80
    assert figures["top3"] >= 0.95
    assert figures["self_care_over_triaged"] <= 0.05
    assert figures["urgency_accepted"] >= 0.95
    assert figures["conditions_named"] >= 0.98
    assert figures["pages_median"] <= 19
    assert figures["pages_p90"] <= 24
    assert figures["list_length_mean"] <= 6


def test_every_warning_sign_is_raised_by_a_vignette(real, scorecard):
    told = [
        real.closure(f for chosen in o.vignette.answers.values() for f in chosen)
        for o in scorecard.outcomes
    ]
    for sign in real.warning_signs:
        assert any(sign.is_raised(found) for found in told), sign.slug


def test_every_condition_is_the_right_answer_of_a_vignette(real, scorecard):
    first = {
        cause for o in scorecard.outcomes for cause in o.vignette.expect.causes[:1]
    }
    conditions = {c.slug for c in real.causes if c.role is Role.CONDITION}
    assert conditions <= first


def test_an_emergency_stops_early_and_shows_no_causes(scorecard):
    for outcome in scorecard.outcomes:
        if outcome.urgency >= Urgency.EMERGENCY_DEPARTMENT:
            assert outcome.stopped_early
            assert outcome.causes == ()


def test_numb_between_the_legs_stops_within_two_pages(scorecard):
    numb = [
        o
        for o in scorecard.outcomes
        if "saddle-numbness" in o.vignette.answers.get("nerves-muscles-bones", ())
    ]
    assert numb
    assert all(o.stopped_early and o.pages <= 2 for o in numb)
