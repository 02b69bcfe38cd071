import pytest

from crampcoach.content.compiling import compile_knowledge
from crampcoach.content.shape import ContentError
from crampcoach.engine.knowledge import LastChanged, Urgency


def problems(rows):
    with pytest.raises(ContentError) as error:
        compile_knowledge(rows)
    return error.value.problems


def test_rows_become_knowledge(rows):
    knowledge = compile_knowledge(
        rows, release=7, digest="d", published_on="2026-01-01"
    )
    cause = knowledge.cause["cramp"]
    assert cause.help_now == ("Stop.", "Stretch.")
    assert cause.typical_areas == {"calf", "shin"}
    assert [i.finding for i in cause.indicators] == ["sudden-in-run", "slow"]
    assert knowledge.finding["chest-pressure"].unsure is Urgency.EMERGENCY_DEPARTMENT
    assert knowledge.finding["chest-pressure"].question == "emergency-now"
    assert knowledge.finding["region-limb"].rule.holds({"shin"})
    assert knowledge.warning_sign["heart"].withholds == {"run", "race"}
    assert (knowledge.release, knowledge.published_on) == (7, "2026-01-01")


def test_a_row_knows_when_it_last_changed_where_a_release_says_so(rows):
    changed = LastChanged(3, "2026-12-02")
    knowledge = compile_knowledge(rows, last_changes={"claims": {"bananas": changed}})
    assert knowledge.claim["bananas"].last_changed == changed
    assert knowledge.cause["cramp"].last_changed is None
    assert compile_knowledge(rows).claim["bananas"].last_changed is None


def test_signs_come_most_urgent_first_whatever_the_order_of_the_rows(rows):
    milder = rows["warning_signs"][0] | {"slug": "mild", "urgency": "see-doctor"}
    rows["warning_signs"].insert(0, milder)
    signs = compile_knowledge(rows).warning_signs
    assert [sign.slug for sign in signs] == ["heart", "mild"]


def test_dutch_is_taken_where_it_is_and_english_is_marked(rows):
    rows["causes"][0] |= {"name_nl": "Kramp"}
    rows["causes"][1] |= {"name_nl": "Hartinfarct"}
    knowledge = compile_knowledge(rows, language="nl")
    assert knowledge.cause["cramp"].name == "Kramp"
    assert knowledge.cause["cramp"].summary == "A muscle that will not let go."
    assert knowledge.cause["cramp"].is_fallback
    assert not knowledge.cause["heart-attack"].is_fallback
    assert not compile_knowledge(rows).cause["cramp"].is_fallback


def test_a_question_is_marked_when_only_an_option_is_not_translated(rows):
    where = rows["questions"][1]
    where["text_nl"] = "Waar?"
    where["options"][0]["text_nl"] = "Kuit"
    assert compile_knowledge(rows, "nl").question["where"].is_fallback
    where["options"][1]["text_nl"] = "Scheen"
    assert not compile_knowledge(rows, "nl").question["where"].is_fallback


def test_an_unknown_slug_is_named_with_file_row_field_and_nearest(rows):
    rows["causes"][0]["sources"] = ["miler2010"]
    assert problems(rows) == (
        "causes/muscle.yaml: cramp: sources: no source 'miler2010' (nearest: miller2010)",
    )


@pytest.mark.parametrize(
    ("kind", "change", "says"),
    [
        (
            "causes",
            {"role": "conditon"},
            "role: no choice 'conditon' (nearest: condition)",
        ),
        ("causes", {"role": None}, "role is missing"),
        ("causes", {"nmae": "x"}, "unknown field 'nmae' (nearest: name)"),
        ("causes", {"prior": "many"}, "prior: must be a number"),
        ("causes", {"reviewed_on": "soon"}, "reviewed_on: must be a day"),
        ("causes", {"sources": ["expert", "expert"]}, "sources: names expert twice"),
        ("causes", {"typical_areas": ["slow"]}, "no place of the body map 'slow'"),
        ("sources", {"year": 2020}, "year: must be text (in quotes"),
        ("warning_signs", {"withholds": ["runs"]}, "withholds: no choice 'runs'"),
        ("warning_signs", {"patterns": []}, "patterns is missing"),
        ("questions", {"options": [{"text": "x"}]}, "number 1: finding is missing"),
        ("findings", {"all_of": ["calf"]}, "needs either any_of or all_of"),
        ("findings", {"any_of": [{"none_of": ["calf"]}]}, "any_of: must be a list of"),
        (
            "indicators",
            {"finding": "slwo"},
            "finding: no finding 'slwo' (nearest: slow)",
        ),
    ],
)
def test_a_wrong_shape_is_said_in_plain_words(rows, kind, change, says):
    rows[kind][0] |= change
    assert any(says in problem for problem in problems(rows)), problems(rows)


def test_a_slug_that_stands_twice_is_refused(rows):
    rows["findings"].append(rows["findings"][0] | {"finding": "calf"})
    assert "finding calf stands in questions.yaml: where too" in problems(rows)[0]
