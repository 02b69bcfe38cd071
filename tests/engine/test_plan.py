from dataclasses import replace

from crampcoach.engine.knowledge import Effort, Evidence, Kind, StepKind, When
from crampcoach.engine.plan import MAX_STEPS
from crampcoach.engine.report import assess
from tests.builders import (
    action,
    answered,
    cause,
    first_aid,
    knowledge,
    question,
    sign,
    step,
)


def known(*steps, aid=()):
    return knowledge(
        question("where", "calf", "back", kind=Kind.MAP, screen=True),
        question("screen", "swollen", "numb", "pregnant", "knot", "late", screen=True),
        causes=[
            cause("cramp", ("knot", "strongly_for"), prior=300),
            cause("late-fade", ("late", "for"), role="contributor"),
        ],
        warning_signs=[
            sign("clot", "swollen", withholds={"massage", "run"}),
            sign("nerve", "numb", urgency="see-doctor", withholds={"run"}),
        ],
        steps=list(steps),
        first_aid=list(aid),
    )


def plan_for(known, *found):
    return assess(known, answered(known, where=("calf",), screen=found)).plan


def names(items):
    return [item.step.slug for item in items]


def test_steps_of_the_shown_causes_are_sorted_by_when():
    plan = plan_for(
        known(
            step("warm-up", causes=("cramp",), when=When.NOW),
            step("strength", causes=("cramp",), when=When.COMING_WEEKS),
            step("other", causes=("late-fade",), when=When.THIS_WEEK),
            step("elsewhere"),
        ),
        "knot",
    )
    assert names(plan.now) == ["warm-up"]
    assert names(plan.this_week) == []
    assert names(plan.coming_weeks) == ["strength"]


def test_at_most_seven_steps_the_best_known_first():
    weak = [
        step(f"weak-{n}", causes=("cramp",), evidence=Evidence.EXPERT) for n in range(9)
    ]
    strong = step("strong", causes=("cramp",), evidence=Evidence.STRONG)
    plan = plan_for(known(*weak, strong), "knot")
    assert len(plan.items) == MAX_STEPS
    assert "strong" in names(plan.items)


def test_less_effort_wins_between_equals():
    rows = [
        step(f"hard-{n}", causes=("cramp",), effort=Effort.HIGH)
        for n in range(MAX_STEPS)
    ]
    easy = step("z-easy", causes=("cramp",), effort=Effort.LOW)
    assert "z-easy" in names(plan_for(known(*rows, easy), "knot").items)


def test_no_shown_cause_goes_without_a_step():
    rows = [step(f"a-{n}", causes=("cramp",)) for n in range(12)]
    other = step("pace", causes=("late-fade",))
    plan = plan_for(known(*rows, other), "knot", "late")
    assert "pace" in names(plan.items)


def test_a_step_says_why_it_is_offered():
    pace = step("pace", causes=("cramp",), findings={"late"})
    [item] = plan_for(known(pace), "knot", "late").items
    assert [c.slug for c in item.causes] == ["cramp"]
    assert [f.slug for f in item.findings] == ["late"]


def test_withheld_advice_is_left_out_and_named_with_its_sign():
    roll = step("roll", causes=("cramp",), tags={"massage"})
    plan = plan_for(known(roll), "knot", "swollen")
    assert plan.items == ()
    [withheld] = plan.withheld
    assert withheld.name == "Roll"
    assert withheld.tags == ("massage",)
    assert [s.slug for s in withheld.signs] == ["clot"]


def test_what_is_unsafe_for_this_runner_is_left_out_also_in_doubt():
    salt = step("salt", causes=("cramp",), unsafe_with={"pregnant"})
    here = known(salt)
    answers = answered(here, where=("calf",))
    answers = answers.with_answer(here, "screen", ["knot"], ["pregnant"])
    plan = assess(here, answers).plan
    assert plan.items == ()
    assert [f.slug for f in plan.withheld[0].findings] == ["pregnant"]


def test_what_is_not_worth_doing_is_told_apart():
    plan = plan_for(
        known(step("quinine", causes=("cramp",), not_worth_it=True)), "knot"
    )
    assert plan.items == ()
    assert [s.slug for s in plan.not_worth_it] == ["quinine"]


def test_what_is_not_worth_doing_begins_with_what_fits_most():
    rows = [
        step("a-one", causes=("cramp",), evidence=Evidence.EXPERT),
        step("b-one", causes=("cramp",), evidence=Evidence.AGAINST),
        step("c-told", causes=("cramp",), findings={"late"}),
        step("d-both", causes=("cramp", "late-fade"), evidence=Evidence.AGAINST),
        step("e-one", causes=("late-fade",), evidence=Evidence.AGAINST),
    ]
    here = known(*(replace(row, not_worth_it=True) for row in rows))
    plan = plan_for(here, "knot", "late")
    listed = [s.slug for s in plan.not_worth_it]
    assert listed == ["d-both", "c-told", "b-one", "e-one"]


def test_the_ladder_is_in_order_and_goes_when_running_is_withheld():
    rungs = [
        step("jog", kind=StepKind.LOAD, rung=2, tags={"run"}),
        step("walk", kind=StepKind.LOAD, rung=1, tags={"walk"}),
    ]
    assert [s.slug for s in plan_for(known(*rungs), "knot").ladder] == ["walk", "jog"]
    held = plan_for(known(*rungs), "knot", "numb")
    assert [s.slug for s in held.ladder] == ["walk"]


def test_there_is_no_ladder_before_urgent_advice():
    walk = step("walk", kind=StepKind.LOAD, rung=1, tags={"walk"})
    assert plan_for(known(walk), "knot", "swollen").ladder == ()


def test_the_ladder_is_for_the_causes_that_it_is_meant_for():
    """Where no cause is known it is for everyone."""
    walk = step(
        "walk", kind=StepKind.LOAD, rung=1, tags={"walk"}, causes=("late-fade",)
    )
    assert plan_for(known(walk), "knot").ladder == ()
    assert [s.slug for s in plan_for(known(walk)).ladder] == ["walk"]


def test_first_aid_is_for_the_place_and_drops_what_is_withheld():
    here = known(
        aid=[
            first_aid(
                "calf", action("Rub it", "massage"), action("Stop"), areas=("calf",)
            ),
            first_aid("back", action("Lie down"), areas=("back",)),
        ]
    )
    report = assess(here, answered(here, where=("calf",), screen=("swollen",)))
    [advice] = report.first_aid
    assert advice.aid.slug == "calf"
    assert [a.text for a in advice.actions] == ["Stop"]
    assert [w.name for w in advice.withheld] == ["Rub it"]


def test_first_aid_for_the_situation_goes_before_the_general_one():
    here = known(
        aid=[
            first_aid("calf", action("Stop"), areas=("calf",)),
            first_aid("night", action("Get up"), areas=("calf",), findings={"late"}),
        ]
    )

    def chosen(*found):
        report = assess(here, answered(here, where=("calf",), screen=found))
        return [advice.aid.slug for advice in report.first_aid]

    assert chosen("late") == ["night"]
    assert chosen("knot") == ["calf"]
