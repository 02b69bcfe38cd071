from crampcoach.engine.knowledge import Urgency
from crampcoach.engine.triage import assess_urgency
from tests.builders import derived, knowledge, option, pattern, question, sign

KNOWN = knowledge(
    question(
        "screen",
        option("chest-pressure", unsure=Urgency.EMERGENCY_DEPARTMENT),
        "swollen",
        "flight",
        "pill",
        option("fever", unsure=Urgency.SEE_DOCTOR),
        screen=True,
    ),
    derived=(derived("clot-risk", any_of=("flight", "pill")),),
    warning_signs=[
        sign("heart", "chest-pressure", urgency="call-ambulance", withholds={"run"}),
        sign(
            "clot",
            pattern("swollen", one_of=("clot-risk",)),
            withholds={"massage", "run"},
        ),
        sign("hot", "fever", urgency="see-doctor", withholds={"heat"}),
    ],
)


def urgency(*established, unsure=()):
    return assess_urgency(KNOWN, KNOWN.closure(established), frozenset(unsure))


def test_no_sign_is_self_care():
    assert urgency("swollen").urgency is Urgency.SELF_CARE


def test_the_highest_raised_sign_wins_and_names_the_answers():
    triage = urgency("chest-pressure", "swollen", "flight")
    assert triage.urgency is Urgency.CALL_AMBULANCE
    assert [entry.sign.slug for entry in triage.raised] == ["heart", "clot"]
    assert [f.slug for f in triage.raised[1].findings] == ["swollen", "clot-risk"]
    assert [entry.sign.slug for entry in triage.leading] == ["heart"]


def test_not_sure_counts_at_its_own_lower_urgency():
    triage = urgency(unsure=["chest-pressure"])
    assert triage.urgency is Urgency.EMERGENCY_DEPARTMENT
    assert triage.raised == ()
    assert [doubt.finding.slug for doubt in triage.doubts] == ["chest-pressure"]


def test_signs_that_only_doubt_would_raise_withhold_advice_too():
    triage = urgency("swollen", unsure=["flight"])
    assert triage.urgency is Urgency.SELF_CARE
    assert [s.slug for s in triage.withheld["massage"]] == ["clot"]


def test_withheld_tags_are_the_union_over_all_signs():
    triage = urgency("chest-pressure", "swollen", "pill", "fever")
    assert set(triage.withheld) == {"run", "massage", "heat"}
    assert [s.slug for s in triage.withheld["run"]] == ["heart", "clot"]
