from crampcoach.engine.answers import Answers
from crampcoach.engine.knowledge import Kind, Urgency
from crampcoach.engine.report import assess
from tests.builders import answered, cause, knowledge, option, question, sign, step

KNOWN = knowledge(
    question("screen", "chest", "swollen", screen=True),
    question(
        "where", "calf", option("knee", out_of_scope=True), kind=Kind.MAP, screen=True
    ),
    question("feel", "knot", "pressure"),
    causes=[
        cause("cramp", ("knot", "strongly_for"), prior=300, typical_areas={"calf"}),
        cause(
            "compartment",
            ("pressure", "strongly_for"),
            care_floor=Urgency.SEE_DOCTOR,
            typical_areas={"calf"},
        ),
        cause("clot-itself", role="danger", prior=0),
    ],
    warning_signs=[
        sign("heart", "chest", urgency="call-ambulance"),
        sign("clot", "swollen", conditions=("clot-itself",)),
    ],
    steps=[step("warm-up", causes=("cramp",))],
)


def report(**answers):
    return assess(KNOWN, answered(KNOWN, **answers))


def test_a_leading_condition_that_needs_care_raises_the_urgency():
    result = report(screen=(), where=("calf",), feel=("pressure",))
    assert result.urgency is Urgency.SEE_DOCTOR
    assert result.floor_cause.slug == "compartment"


def test_the_floor_never_lowers_an_urgency():
    result = report(screen=("swollen",), where=("calf",), feel=("pressure",))
    assert result.urgency is Urgency.URGENT_TODAY
    assert result.floor_cause is None


def test_a_harmless_first_cause_has_no_floor():
    result = report(screen=(), where=("calf",), feel=("knot",))
    assert result.urgency is Urgency.SELF_CARE
    assert result.conditions[0].cause.slug == "cramp"


def test_raised_signs_name_their_dangers():
    result = report(screen=("swollen",), where=("calf",), feel=())
    assert [danger.slug for danger in result.dangers] == ["clot-itself"]


def test_a_danger_of_another_place_is_not_named_beside_one_of_this():
    known = knowledge(
        question("where", "calf", "arm", kind=Kind.MAP, screen=True),
        question("screen", "swollen", screen=True),
        causes=[
            cause("arm-clot", role="danger", typical_areas={"arm"}),
            cause("skin-infection", role="danger"),
        ],
        warning_signs=[
            sign("clot", "swollen", conditions=("arm-clot", "skin-infection"))
        ],
    )

    def named(*places):
        answers = answered(known, where=places, screen=("swollen",))
        return [danger.slug for danger in assess(known, answers).dangers]

    assert named("calf") == ["skin-infection"]
    assert named("calf", "arm") == ["arm-clot", "skin-infection"]
    assert named() == ["arm-clot", "skin-infection"]


def test_a_sign_always_names_something_that_it_may_mean():
    known = knowledge(
        question("where", "calf", "arm", kind=Kind.MAP, screen=True),
        question("screen", "swollen", screen=True),
        causes=[cause("arm-clot", role="danger", typical_areas={"arm"})],
        warning_signs=[sign("clot", "swollen", conditions=("arm-clot",))],
    )
    answers = answered(known, where=("calf",), screen=("swollen",))
    assert [d.slug for d in assess(known, answers).dangers] == ["arm-clot"]


def test_an_emergency_has_no_plan():
    result = report(screen=("chest",), where=("calf",), feel=("knot",))
    assert result.is_stopped
    assert result.is_complete
    assert result.plan.items == ()


def test_a_place_we_do_not_explain_gets_no_causes():
    result = report(screen=(), where=("knee",), feel=("knot",))
    assert result.conditions == ()
    assert [place.slug for place in result.out_of_scope] == ["knee"]


def test_an_unfinished_interview_says_so():
    assert not report(screen=()).is_complete
    assert report(screen=(), where=("calf",), feel=()).is_complete


def test_answers_are_listed_in_the_order_of_the_questionnaire():
    result = report(feel=("knot",), where=("calf",), screen=())
    assert [line.question.slug for line in result.lines] == ["screen", "where", "feel"]
    assert result.lines[0].chosen == ()
    assert [f.slug for f in result.lines[1].chosen] == ["calf"]


def test_what_a_runner_is_never_asked_about_is_not_named_as_not_asked():
    known = knowledge(
        question("sex", "female", "male", kind=Kind.ONE, screen=True),
        question("pregnancy", "pregnant", screen=True, asked_if=["female"]),
        question("weather", "hot"),
        causes=[
            cause("cramp", ("male", "for"), ("pregnant", "for"), ("hot", "for")),
        ],
    )
    [ranked] = assess(known, answered(known, sex=("male",))).conditions
    assert [finding.slug for finding in ranked.not_asked] == ["hot"]


def test_a_doubt_that_calls_for_help_names_what_it_may_mean():
    known = knowledge(
        question(
            "screen",
            option("numb", unsure=Urgency.EMERGENCY_DEPARTMENT),
            option("tired", unsure=Urgency.SEE_DOCTOR),
            screen=True,
        ),
        causes=[cause("nerve-crushed", role="danger"), cause("flu", role="danger")],
        warning_signs=[
            sign("cauda", "numb", conditions=("nerve-crushed",)),
            sign("illness", "tired", urgency="see-doctor", conditions=("flu",)),
        ],
    )

    def named(*unsure):
        answers = Answers().with_answer(known, "screen", (), unsure)
        return [danger.slug for danger in assess(known, answers).dangers]

    assert named("numb") == ["nerve-crushed"]
    assert named("numb", "tired") == ["nerve-crushed"]
    assert named("tired") == []
