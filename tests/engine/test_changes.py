from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crampcoach.engine.changes import with_finding
from crampcoach.engine.knowledge import Kind, Stage, Urgency
from crampcoach.engine.report import assess
from tests.builders import answered, cause, knowledge, pattern, question, sign
from tests.engine.test_properties import draw_visit

KNOWN = knowledge(
    question("where", "calf", "back", kind=Kind.MAP, screen=True),
    question("screen", "swollen", "throbs", "numb", screen=True),
    question("medicines", "thinner", screen=True, stage=Stage.YOU),
    question("feel", "knot", "pulled", "late"),
    question("severity", "mild", "severe", kind=Kind.ONE, screen=True),
    causes=[
        cause(
            "cramp",
            ("calf", "for"),
            ("knot", "for"),
            ("pulled", "against"),
            prior=300,
            typical_areas={"calf"},
            confused_with=("strain", "tear"),
        ),
        cause(
            "strain",
            ("calf", "for"),
            ("pulled", "strongly_for"),
            ("knot", "slightly_against"),
            prior=200,
            typical_areas={"calf"},
        ),
        cause(
            "tear",
            ("pulled", "for"),
            ("knot", "against"),
            prior=10,
            typical_areas={"calf"},
        ),
    ],
    warning_signs=[
        sign("bleed", pattern("thinner", "swollen"), urgency="call-ambulance"),
        sign("clot", "swollen", pattern("throbs", "late"), mimics=("cramp",)),
        sign("nerve", "numb", urgency="see-doctor"),
        sign("pain", "severe", urgency="see-doctor"),
    ],
)


def report(**answers):
    given_before = {
        "where": ("calf",),
        "screen": (),
        "medicines": (),
        "severity": ("mild",),
        "feel": ("knot",),
    }
    return assess(KNOWN, answered(KNOWN, **given_before | answers))


def urgent(result):
    return [(c.finding.slug, c.urgency) for c in result.changes.of_urgency]


def test_it_names_two_unticked_answers_that_would_raise_the_urgency():
    found = urgent(report())
    assert found[0] == ("swollen", Urgency.URGENT_TODAY)
    assert len(found) == 2


def test_signs_that_look_like_the_first_cause_come_first():
    assert dict(urgent(report())).keys() == {"swollen", "numb"}
    assert urgent(report())[0][0] == "swollen"


def test_a_pattern_that_needs_two_more_answers_is_not_named():
    assert "throbs" not in dict(urgent(report(screen=("numb",))))


def test_what_was_told_counts_towards_a_pattern():
    assert urgent(report(medicines=("thinner",)))[0] == (
        "swollen",
        Urgency.CALL_AMBULANCE,
    )


def test_medicines_age_and_illness_are_no_change_to_look_out_for():
    assert "thinner" not in dict(urgent(report(screen=("swollen",))))


def test_it_names_the_answer_that_would_put_another_cause_first():
    [change] = report().changes.of_cause
    assert change.finding.slug == "pulled"
    assert change.cause.slug == "strain"


def test_an_emergency_has_no_changes_beside_it():
    result = report(screen=("swollen",), medicines=("thinner",))
    assert result.is_stopped
    assert result.changes.of_urgency == result.changes.of_cause == ()
    assert result.why_not is None


def test_the_best_known_alternative_that_is_not_shown_has_its_reason_against():
    result = report()
    why_not = result.why_not
    assert "strain" in [ranked.cause.slug for ranked in result.conditions]
    assert why_not.cause.slug == "tear"
    assert why_not.against.finding.slug == "knot"


def test_an_alternative_with_nothing_against_it_names_what_it_lacks():
    why_not = report(feel=()).why_not
    assert why_not.cause.slug == "tear"
    assert why_not.missing.slug == "pulled"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_what_would_change_this_is_true_when_its_answer_is_given(real, data):
    answers, _, _ = draw_visit(data, real)
    before = assess(real, answers)
    for change in before.changes.of_urgency:
        after = assess(real, with_finding(real, answers, change.finding.slug))
        assert after.urgency is change.urgency > before.urgency
    for change in before.changes.of_cause:
        after = assess(real, with_finding(real, answers, change.finding.slug))
        assert after.conditions[0].cause is change.cause
        assert change.cause is not before.conditions[0].cause
