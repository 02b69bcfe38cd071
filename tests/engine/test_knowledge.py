import pytest

from crampcoach.engine.knowledge import KnowledgeError, Urgency
from tests.builders import cause, derived, knowledge, option, question, sign, step


def test_references_that_lead_nowhere_are_all_named():
    with pytest.raises(KnowledgeError) as caught:
        knowledge(
            question("where", "calf", asked_if={"nothing"}),
            causes=[cause("cramp", ("unknown-finding", "for"), typical_areas={"arm"})],
            warning_signs=[sign("clot", "swollen", withholds={"cake"})],
            steps=[step("rest", causes=("sprain",))],
        )
    assert set(caught.value.problems) == {
        "question where: no finding 'nothing'",
        "cause cramp: no finding 'unknown-finding'",
        "cause cramp: no area 'arm'",
        "warning sign clot: no finding 'swollen'",
        "warning sign clot: no advice tag 'cake'",
        "prevention step rest: no cause 'sprain'",
    }


def test_a_slug_used_twice_is_named():
    with pytest.raises(KnowledgeError, match="finding calf: stands twice"):
        knowledge(question("a", "calf"), question("b", "calf"))


def test_an_empty_pattern_would_always_hold():
    with pytest.raises(KnowledgeError, match="always hold"):
        knowledge(question("a", "calf"), warning_signs=[sign("all", *[])])


def test_closure_follows_implied_and_derived_findings_to_a_fixed_point():
    known = knowledge(
        question("a", option("statin", implies=("medicine",)), "medicine", "pain"),
        derived=(
            derived("both", all_of=("medicine", "pain")),
            derived("any", any_of=("both", "other-derived")),
            derived("other-derived", all_of=("nowhere-else", "pain")),
            derived("nowhere-else", all_of=("both", "any")),
        ),
    )
    assert known.closure(["statin"]) == {"statin", "medicine"}
    assert known.closure(["statin", "pain"]) == {
        "statin",
        "medicine",
        "pain",
        "both",
        "any",
        "nowhere-else",
        "other-derived",
    }


def test_urgencies_are_ordered_and_named_by_slug():
    assert Urgency.of("call-ambulance") > Urgency.of("emergency-department")
    assert Urgency.SEE_DOCTOR.slug == "see-doctor"
    with pytest.raises(KnowledgeError):
        Urgency.of("tomorrow")
