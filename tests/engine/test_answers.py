import pytest

from crampcoach.engine.answers import AnswerError, Answers, Given, unsure_about
from crampcoach.engine.knowledge import Kind
from tests.builders import knowledge, question

KNOWN = knowledge(
    question("where", "calf", "shin", kind=Kind.MAP),
    question("age", "young", "old", kind=Kind.ONE),
)


def test_answers_keep_the_order_of_the_options_and_drop_repeats():
    answers = Answers().with_answer(KNOWN, "where", ["shin", "calf", "shin"])
    assert answers.given["where"] == Given(chosen=("calf", "shin"))


def test_an_answer_given_again_keeps_its_place():
    answers = Answers().with_answer(KNOWN, "where", ["calf"])
    answers = answers.with_answer(KNOWN, "age", ["old"])
    answers = answers.with_answer(KNOWN, "where", ["shin"])
    assert list(answers.given) == ["where", "age"]
    assert answers.given["where"].chosen == ("shin",)


@pytest.mark.parametrize(
    ("slug", "chosen", "words"),
    [
        ("shoes", [], "not part of the questionnaire"),
        ("where", ["old"], "not offered"),
        ("age", ["young", "old"], "one answer only"),
        ("age", [], "choose an answer"),
    ],
)
def test_an_answer_that_is_not_offered_is_refused(slug, chosen, words):
    with pytest.raises(AnswerError, match=words) as caught:
        Answers().with_answer(KNOWN, slug, chosen)
    assert caught.value.question == slug


def test_not_sure_about_a_pick_one_question_is_an_answer():
    doubt = unsure_about(KNOWN.question["age"])
    answers = Answers().with_answer(KNOWN, "age", doubt.chosen, doubt.unsure)
    assert answers.given["age"] == Given(unsure=("young", "old"))


def test_a_ticked_option_is_not_in_doubt():
    answers = Answers().with_answer(KNOWN, "where", ["calf"], ["calf", "shin"])
    assert answers.given["where"] == Given(("calf",), ("shin",))


def test_stored_answers_come_back_the_same():
    answers = Answers().with_answer(KNOWN, "where", ["calf"], ["shin"])
    assert Answers.from_json(KNOWN, answers.to_json()).given == answers.given


def test_a_stored_answer_that_the_release_no_longer_offers_is_left_out():
    stored = {
        "where": {"chosen": ["gone"], "unsure": []},
        "lost": {"chosen": [], "unsure": []},
        "age": {"chosen": ["old"], "unsure": []},
    }
    assert list(Answers.from_json(KNOWN, stored).given) == ["age"]


def test_what_was_told_in_passing_comes_back_the_same():
    answers = Answers().with_told(KNOWN, ["calf"])
    assert answers.answered == frozenset()
    assert Answers.from_json(KNOWN, answers.to_json()).given == answers.given
