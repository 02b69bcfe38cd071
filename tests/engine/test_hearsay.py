from crampcoach.engine.knowledge import Claim, Kind, Verdict
from crampcoach.engine.report import assess
from tests.builders import answered, cause, knowledge, question


def claim(slug, *causes, verdict=Verdict.UNSUPPORTED):
    return Claim(slug=slug, statement=slug, verdict=verdict, causes=causes)


KNOWN = knowledge(
    question("where", "calf", "back", kind=Kind.MAP, screen=True),
    question("feel", "knot", "thirsty", "jump", "hurried", screen=True),
    causes=[
        cause("cramp", ("knot", "strongly_for"), prior=300, typical_areas={"calf"}),
        cause("spasm", prior=200, typical_areas={"back"}),
        cause("dry", ("thirsty", "for"), role="contributor"),
        cause("too-much", ("jump", "for"), role="contributor"),
        cause("too-fast", ("hurried", "for"), role="contributor"),
    ],
    claims=[
        claim("cramp-right", "cramp", verdict=Verdict.SUPPORTED),
        claim("cramp-wrong", "cramp", verdict=Verdict.CONTRADICTED),
        claim("cramp-or-back", "cramp", "spasm", verdict=Verdict.HARMFUL),
        claim("drink", "dry"),
        claim("ten-percent", "too-much"),
        claim("pace", "too-fast"),
    ],
)


def heard(*found):
    report = assess(KNOWN, answered(KNOWN, where=("calf",), feel=found))
    return [row.slug for row in report.claims]


def test_the_theory_in_the_runners_own_answers_is_met_first():
    assert heard("knot", "thirsty")[0] == "drink"


def test_of_claims_about_one_cause_the_most_misleading_is_told():
    assert heard("knot") == ["cramp-wrong"]


def test_a_saying_about_another_place_is_left_out():
    assert "cramp-or-back" not in heard("knot")


def test_at_most_three_are_told():
    assert len(heard("knot", "thirsty", "jump", "hurried")) == 3
