import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crampcoach.engine.answers import Answers
from crampcoach.engine.knowledge import Kind, Urgency
from crampcoach.engine.report import assess
from crampcoach.engine.running import (
    NAMES_A_RACE,
    REST_UNTIL_SEEN,
    SEVERITY,
    Go,
)
from tests.builders import answered, cause, knowledge, question, sign, step

KNOWN = knowledge(
    question("where", "calf", kind=Kind.MAP, screen=True),
    question(
        "screen",
        "swollen",
        "collapsed",
        "numb",
        "long-cramps",
        "bone-spot",
        "shin-ache",
        screen=True,
    ),
    question(
        "severity",
        "can-run-on",
        "must-slow-or-stop",
        "limping",
        "severe-uncontrolled",
        kind=Kind.ONE,
        screen=True,
    ),
    question(
        "trend",
        "getting-better",
        "no-better",
        "getting-worse",
        kind=Kind.ONE,
        screen=True,
    ),
    question("timing", "race-or-hard-effort", screen=True),
    causes=[
        cause("cramp", prior=300, typical_areas={"calf"}),
        cause(
            "bone-stress-fracture",
            ("shin-ache", "strongly_for"),
            ("shin-ache", "strongly_for", "again"),
            prior=200,
            typical_areas={"calf"},
        ),
    ],
    warning_signs=[
        sign("down", "collapsed", urgency="call-ambulance"),
        sign("clot", "swollen", withholds={"run", "race"}),
        sign("nerve", "numb", urgency="see-doctor", withholds={"run"}),
        sign("often", "long-cramps", urgency="see-doctor", withholds={"race"}),
    ],
    steps=[
        step("walk", rung=1, tags={"walk"}),
        step("walk-run", rung=2, tags={"run"}, unsafe_with={"bone-spot"}),
        step("easy", rung=3, tags={"run"}, unsafe_with={"bone-spot"}),
        step("longer", rung=4, tags={"run"}, unsafe_with={"bone-spot"}),
        step("race", rung=6, tags={"run", "race"}, unsafe_with={"bone-spot"}),
    ],
)


def report(*found, severity="can-run-on", trend="getting-better", timing=()):
    return assess(
        KNOWN,
        answered(
            KNOWN,
            where=("calf",),
            screen=found,
            severity=(severity,),
            trend=(trend,),
            timing=timing,
        ),
    )


@pytest.mark.parametrize(
    ("found", "severity", "go"),
    [
        ((), "can-run-on", Go.WITH_LIMITS),
        ((), "must-slow-or-stop", Go.EASY_ONLY),
        ((), "limping", Go.NOT_NOW),
        ((), "severe-uncontrolled", Go.NOT_NOW),
        (("long-cramps",), "can-run-on", Go.EASY_ONLY),
        (("numb",), "can-run-on", Go.NOT_UNTIL_SEEN),
        (("numb",), "limping", Go.NOT_UNTIL_SEEN),
        (("swollen",), "can-run-on", Go.NOT_UNTIL_SEEN),
        (("collapsed",), "can-run-on", Go.NOT_UNTIL_SEEN),
        (("bone-spot",), "can-run-on", Go.NOT_UNTIL_SEEN),
        (("shin-ache",), "can-run-on", Go.NOT_UNTIL_SEEN),
    ],
)
def test_the_strictest_consideration_decides(found, severity, go):
    assert report(*found, severity=severity).running.go is go


def test_it_says_what_decided():
    assert report("numb").running.because == ("Nerve",)
    assert report(severity="limping").running.because == ("Limping",)
    assert report("shin-ache").running.because == ("Bone stress fracture",)


def test_a_doubt_is_told_as_a_doubt_and_not_as_if_it_were_so():
    answers = answered(KNOWN, where=("calf",), severity=("can-run-on",))
    doubting = answers.with_answer(KNOWN, "screen", (), ("numb",))
    running = assess(KNOWN, doubting).running
    assert running.go is Go.NOT_UNTIL_SEEN
    assert running.because == ()
    assert running.in_doubt == ("Numb",)


def test_without_a_word_on_how_bad_it_is_only_easy_running_is_left():
    unknown = assess(KNOWN, answered(KNOWN, where=("calf",), screen=()))
    assert unknown.running.go is Go.EASY_ONLY


def test_skipping_how_bad_it_is_does_not_count_as_the_worst():
    answers = answered(KNOWN, where=("calf",), screen=())
    options = [option.slug for option in KNOWN.question["severity"].options]
    answers = answers.with_answer(KNOWN, "severity", (), options)
    assert assess(KNOWN, answers).running.go is Go.EASY_ONLY


def test_getting_worse_leaves_easy_running_at_most():
    assert report(trend="getting-worse").running.go is Go.EASY_ONLY


def test_a_race_is_answered_where_one_was_named():
    assert report(timing=("race-or-hard-effort",)).running.names_a_race
    assert not report().running.names_a_race


@pytest.mark.parametrize(
    ("severity", "trend", "rung"),
    [
        ("limping", "getting-better", 1),
        ("must-slow-or-stop", "no-better", 1),
        ("must-slow-or-stop", "getting-better", 3),
        ("can-run-on", "no-better", 3),
        ("can-run-on", "getting-better", 4),
    ],
)
def test_the_ladder_starts_where_severity_and_trend_fit(severity, trend, rung):
    assert report(severity=severity, trend=trend).plan.ladder_start == rung


def test_before_being_seen_the_ladder_has_walking_only():
    plan = report("shin-ache").plan
    assert [s.rung for s in plan.ladder] == [1]
    assert plan.ladder_start == 1


def test_every_slug_it_names_exists_in_the_content(real):
    assert {*SEVERITY, *NAMES_A_RACE, "getting-better", "getting-worse"} <= set(
        real.finding
    )
    assert set(REST_UNTIL_SEEN) <= set(real.cause)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_more_told_never_makes_running_freer_where_a_sign_is_raised(data, real):
    """Adding a danger sign to any answers never turns a stricter answer into a freer one."""
    screens = [q for q in real.questions if q.screen and q.kind is Kind.MANY]
    chosen = data.draw(
        st.lists(st.sampled_from([o for q in screens for o in q.options]), max_size=4)
    )
    answers = Answers()
    for option in chosen:
        before = answers.given.get(option.question)
        old = before.chosen if before else ()
        answers = answers.with_answer(real, option.question, (*old, option.slug))
    result = assess(real, answers)
    if result.urgency >= Urgency.URGENT_TODAY or "run" in result.triage.withheld:
        assert result.running.go is Go.NOT_UNTIL_SEEN
        assert not any("run" in rung.tags for rung in result.plan.ladder)
    if "race" in result.triage.withheld:
        assert result.running.go <= Go.EASY_ONLY
