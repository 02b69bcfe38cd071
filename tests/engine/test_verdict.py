import pytest

from crampcoach.engine.answers import AnswerError, Answers
from crampcoach.engine.evaluation import read_vignettes
from crampcoach.engine.interview import replay
from crampcoach.engine.knowledge import Kind, Urgency
from crampcoach.engine.report import assess
from crampcoach.engine.verdict import TOLD_BEFORE, reach_verdict
from tests.builders import answered, cause, knowledge, question

KNOWN = knowledge(
    question("where", "calf", kind=Kind.MAP, screen=True),
    question("feel", "pressure", screen=True),
    question("history", "past-cramps", screen=True),
    causes=[
        cause("cramp", ("past-cramps", "strongly_for"), typical_areas={"calf"}),
        cause(
            "compartment",
            ("pressure", "for"),
            care_floor=Urgency.SEE_DOCTOR,
            typical_areas={"calf"},
        ),
    ],
)


def test_a_cause_told_before_may_lead_and_never_lowers_the_urgency():
    known = answered(KNOWN, where=("calf",), feel=("pressure",))
    told = known.with_answer(KNOWN, "history", ("past-cramps",))
    verdict = reach_verdict(replay(KNOWN, told))
    assert verdict.first.slug == "cramp"
    assert verdict.urgency is Urgency.SEE_DOCTOR
    assert verdict.floor_cause.slug == "compartment"


def test_what_runners_were_told_before_is_offered_by_the_content(real):
    assert set(real.finding) >= TOLD_BEFORE


@pytest.mark.parametrize("told", sorted(TOLD_BEFORE))
def test_no_prior_diagnosis_or_self_check_lowers_an_urgency(real, real_rows, told):
    question = real.finding[told].question
    for vignette in read_vignettes(real, real_rows["vignettes"])[::4]:
        answers = _all_of(real, vignette.answers)
        given = answers.given.get(question)
        chosen = (*(given.chosen if given else ()), told)
        more = answers.with_answer(real, question, chosen)
        assert assess(real, more).urgency >= assess(real, answers).urgency


def _all_of(real, told) -> Answers:
    answers = Answers()
    for slug, chosen in told.items():
        try:
            answers = answers.with_answer(real, slug, chosen)
        except AnswerError:
            continue
    return answers
