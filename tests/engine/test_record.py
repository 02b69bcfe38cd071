"""What a release keeps of its scorecard on top of the printed figures."""

import pytest

from crampcoach.engine.evaluation import Scorecard, evaluate, read_vignettes
from crampcoach.engine.record import FAULTS, faults_of, record_of
from tests.engine.test_evaluation import KNOWN, row

CASES = {
    "fine": row(
        "fine", {"urgency": "self-care", "causes": ["cramp"]}, feel=["knot"], screen=[]
    ),
    "urgency-too-low": row("too-low", {"urgency": "see-doctor"}, screen=[], feel=[]),
    "urgency-too-high": row("too-high", {"urgency": "self-care"}, screen=["swollen"]),
    "danger-not-named": row(
        "unnamed",
        {"urgency": "self-care", "conditions": ["heart-attack"]},
        screen=[],
        feel=[],
    ),
    "cause-not-first": row(
        "second",
        {"urgency": "self-care", "causes": ["nerve"]},
        screen=[],
        where=["calf"],
        feel=["knot", "burn"],
    ),
    "cause-not-listed": row(
        "unlisted", {"urgency": "call-ambulance", "causes": ["nerve"]}, screen=["chest"]
    ),
    "contributor-missed": row(
        "unfed",
        {"urgency": "self-care", "contributors": ["late-fade"]},
        screen=[],
        feel=["knot"],
    ),
}


def measured(*rows) -> Scorecard:
    return evaluate(KNOWN, read_vignettes(KNOWN, rows))


@pytest.mark.parametrize("fault", [name for name in CASES if name != "fine"])
def test_a_case_that_goes_wrong_says_how(fault):
    (outcome,) = measured(CASES[fault]).outcomes
    assert list(faults_of(outcome)) == [fault]
    assert fault in FAULTS


def test_a_case_that_goes_right_is_no_failure():
    assert record_of(measured(CASES["fine"]))["failures"] == []


def test_the_printed_figures_are_kept_as_they_are():
    scorecard = measured(*CASES.values())
    record = record_of(scorecard)
    figures = scorecard.to_json()
    assert {name: record[name] for name in figures} == figures


def test_too_low_and_too_high_are_counted_by_the_level_that_was_expected():
    levels = record_of(measured(*CASES.values()))["levels"]
    assert list(levels)[0] == "call-ambulance"
    assert levels["self-care"] == {"low": 0, "right": 4, "high": 1}
    assert levels["see-doctor"] == {"low": 1, "right": 0, "high": 0}


def test_an_accepted_level_counts_as_right():
    expect = {"urgency": "self-care", "urgency_also": ["urgent-today"]}
    levels = record_of(measured(row("both", expect, screen=["swollen"])))["levels"]
    assert levels["self-care"] == {"low": 0, "right": 1, "high": 0}


def test_a_failure_tells_the_story_the_pages_and_both_results():
    (failure,) = record_of(measured(CASES["cause-not-first"]))["failures"]
    assert failure == {
        "slug": "second",
        "story": "A story.",
        "faults": ["cause-not-first"],
        "trace": ["screen", "where", "feel"],
        "expected": {
            "urgency": ["self-care"],
            "causes": ["nerve"],
            "contributors": [],
            "conditions": [],
        },
        "given": {
            "urgency": "self-care",
            "causes": ["cramp", "nerve", "late-fade"],
            "conditions": [],
        },
    }


def test_the_record_counts_what_each_share_is_about():
    assert record_of(measured(*CASES.values()))["counts"] == {
        "causes": 3,
        "contributors": 1,
        "conditions": 1,
        "finished": 6,
    }
