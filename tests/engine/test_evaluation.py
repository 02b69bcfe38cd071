import pytest

from crampcoach.engine.evaluation import VignetteError, evaluate, read_vignettes
from crampcoach.engine.knowledge import Kind
from tests.builders import cause, knowledge, option, question, sign

KNOWN = knowledge(
    question("screen", "chest", option("swollen"), screen=True),
    question("where", "calf", kind=Kind.MAP, screen=True),
    question("feel", "knot", "burn"),
    causes=[
        cause("cramp", ("knot", "strongly_for"), prior=300),
        cause("nerve", ("burn", "strongly_for")),
        cause("late-fade", ("burn", "for"), role="contributor"),
        cause("heart-attack", role="danger", prior=0),
    ],
    warning_signs=[
        sign("heart", "chest", urgency="call-ambulance", conditions=("heart-attack",)),
        sign("clot", "swollen"),
    ],
)


def row(slug, expect, **answers):
    return {"slug": slug, "story": "A story.", "answers": answers, "expect": expect}


def score(*rows):
    return evaluate(KNOWN, read_vignettes(KNOWN, rows)).to_json()


def test_each_measure_is_counted_over_the_cases_it_is_about():
    figures = score(
        row(
            "plain",
            {"urgency": "self-care", "causes": ["cramp"]},
            screen=[],
            where=["calf"],
            feel=["knot"],
        ),
        row(
            "second",
            {
                "urgency": "self-care",
                "causes": ["nerve"],
                "contributors": ["late-fade"],
            },
            screen=[],
            where=["calf"],
            feel=["knot", "burn"],
        ),
        row(
            "heart",
            {"urgency": "call-ambulance", "conditions": ["heart-attack"]},
            screen=["chest"],
        ),
        row("too-high", {"urgency": "self-care"}, screen=["swollen"], where=[]),
        row("too-low", {"urgency": "see-doctor"}, screen=[], where=[], feel=[]),
        row(
            "both-fine",
            {"urgency": "self-care", "urgency_also": ["urgent-today"]},
            screen=["swollen"],
            where=[],
            feel=[],
        ),
    )
    assert figures["n"] == 6
    assert figures["top1"] == 0.5
    assert figures["top3"] == figures["listed"] == 1.0
    assert figures["list_length_mean"] == 2.0
    assert figures["contributor_recall"] == 1.0
    assert figures["conditions_named"] == 1.0
    assert figures["urgency_exact"] == 0.5
    assert figures["urgency_accepted"] == pytest.approx(4 / 6, abs=1e-4)
    assert figures["under_triage"] == ["too-low"]
    assert figures["over_triage"] == ["too-high"]
    assert figures["self_care_over_triaged"] == 0.25
    assert figures["safe_gilbert"] == 1.0
    assert figures["pages_median"] == figures["pages_p90"] == 3
    heart = next(case for case in figures["cases"] if case["slug"] == "heart")
    assert heart["stopped_early"] and heart["pages"] == 1
    assert heart["conditions"] == ["heart-attack"]


def test_a_question_left_out_is_answered_with_not_sure():
    figures = score(row("quiet", {"urgency": "self-care"}, screen=[]))
    assert figures["cases"][0]["pages"] == 3


@pytest.mark.parametrize(
    ("answers", "expect", "words"),
    [
        ({"screan": []}, {"urgency": "self-care"}, "question 'screan'.*'screen'"),
        ({"feel": ["knott"]}, {"urgency": "self-care"}, "'knott'.*'knot'"),
        ({"feel": []}, {"urgency": "selfcare"}, "urgency 'selfcare'.*'self-care'"),
        ({"feel": []}, {"urgency": "self-care", "causes": ["crampp"]}, "'cramp'"),
    ],
)
def test_an_unknown_slug_names_the_case_and_the_nearest(answers, expect, words):
    with pytest.raises(VignetteError, match=f"case-7: .*{words}"):
        score(row("case-7", expect, **answers))


@pytest.mark.parametrize(
    ("chosen", "words"), [("knot", "must be a list"), (["calf", "thigh"], "one answer")]
)
def test_an_answer_of_the_wrong_shape_names_the_case(chosen, words):
    known = knowledge(question("side", "calf", "thigh", kind=Kind.ONE))
    rows = [row("case-8", {"urgency": "self-care"}, side=chosen)]
    with pytest.raises(VignetteError, match=f"case-8: .*{words}"):
        read_vignettes(known, rows)


def test_an_empty_answer_to_a_pick_one_question_is_not_sure():
    known = knowledge(question("side", "calf", "thigh", kind=Kind.ONE))
    rows = [row("case-9", {"urgency": "self-care"}, side=[])]
    assert evaluate(known, read_vignettes(known, rows)).to_json()["n"] == 1
