from crampcoach.engine.answers import Answers
from crampcoach.engine.interview import MAX_PAGES, replay
from crampcoach.engine.knowledge import Kind, Urgency
from tests.builders import (
    answered,
    cause,
    knowledge,
    option,
    pattern,
    question,
    sign,
)


def known():
    return knowledge(
        question(
            "emergency",
            option("chest", unsure=Urgency.URGENT_TODAY),
            option("breathless"),
            screen=True,
        ),
        question("where", "calf", "back", kind=Kind.MAP, screen=True),
        question("age", "young", "old", kind=Kind.ONE, screen=True, page="you"),
        question("sex", "female", "male", kind=Kind.ONE, screen=True, page="you"),
        question(
            "pregnancy",
            "pregnant",
            screen=True,
            asked_if={"female"},
            not_asked_if={"old"},
        ),
        question(
            "limb", "swollen", "hot", screen=True, asked_if={"calf", "breathless"}
        ),
        question("feel", "knot", "ache"),
        question("timing", "late", "night", safety_if={"hot"}),
        question("back-day", "stiff", asked_if={"back"}),
        causes=[
            cause("cramp", ("knot", "strongly_for"), ("late", "for")),
            cause("night-cramp", ("night", "strongly_for")),
            cause("stiff-back", ("stiff", "strongly_for")),
        ],
        warning_signs=[
            sign("heart", "chest", urgency="call-ambulance"),
            sign("clot", "swollen"),
        ],
    )


KNOWN = known()
QUIET = {"emergency": (), "where": ("calf",), "age": ("young",), "sex": ("male",)}


def page_after(**answers):
    return replay(KNOWN, answered(KNOWN, **answers)).next_page


def test_screens_come_first_and_in_file_order():
    assert page_after().slug == "emergency"
    assert page_after(emergency=()).slug == "where"
    assert page_after(emergency=(), where=("calf",)).slug == "you"


def test_short_questions_share_a_page():
    page = page_after(emergency=(), where=("calf",))
    interview = replay(KNOWN, answered(KNOWN, emergency=(), where=("calf",)))
    assert [q.slug for q in interview.questions_on(page)] == ["age", "sex"]


def test_an_emergency_stops_the_interview_and_can_be_corrected():
    stopped = replay(KNOWN, answered(KNOWN, emergency=("chest",)))
    assert stopped.is_stopped
    assert stopped.next_page is None
    assert stopped.is_open("emergency")
    assert not stopped.is_open("where")


def test_a_screen_opens_only_when_its_finding_holds():
    assert page_after(**QUIET).slug == "limb"
    assert page_after(**QUIET | {"where": ("back",)}).slug != "limb"


def test_doubt_opens_a_screen_and_counts_less_than_a_yes():
    answers = Answers()
    for slug in ("emergency", "where", "age", "sex"):
        options = [o.slug for o in KNOWN.question[slug].options]
        answers = answers.with_answer(KNOWN, slug, (), options)
    interview = replay(KNOWN, answers)
    assert interview.next_page.slug == "pregnancy"
    assert interview.triage.urgency is Urgency.URGENT_TODAY


def test_a_later_answer_may_open_an_earlier_screen():
    answers = QUIET | {"where": ("back",), "emergency": ("breathless",)}
    assert page_after(**answers).slug == "limb"


def test_changing_an_answer_drops_later_ones():
    answers = answered(KNOWN, **QUIET | {"where": ("back",)}, back_day=("stiff",))
    assert "stiff" in replay(KNOWN, answers).established
    changed = replay(KNOWN, answers.with_answer(KNOWN, "where", ["calf"]))
    assert "stiff" not in changed.established
    back = changed.answers.with_answer(KNOWN, "where", ["back"])
    assert "stiff" not in replay(KNOWN, back).established
    again = answers.with_answer(KNOWN, "where", ["calf"])
    again = again.with_answer(KNOWN, "where", ["back"])
    assert replay(KNOWN, again).established == replay(KNOWN, answers).established


def test_changing_an_earlier_answer_never_hides_a_danger_sign():
    answers = answered(KNOWN, **QUIET, limb=("swollen",))
    changed = replay(KNOWN, answers.with_answer(KNOWN, "where", ["back"]))
    assert changed.triage.urgency is Urgency.URGENT_TODAY
    assert changed.is_open("limb")


def test_the_question_that_teaches_most_comes_next():
    assert page_after(**QUIET, limb=()).slug == "timing"
    after_night = page_after(**QUIET, limb=(), timing=("night",))
    assert after_night is None or after_night.slug == "feel"


def test_a_question_that_a_sign_turns_on_is_asked_before_the_result():
    interview = replay(KNOWN, answered(KNOWN, **QUIET, limb=("hot",)))
    assert interview.next_page.slug == "timing"


def test_the_promised_number_of_questions_never_rises():
    answers, promised = Answers(), []
    interview = replay(KNOWN, answers)
    while interview.next_page:
        promised.append(interview.remaining)
        for asked in interview.questions_on(interview.next_page):
            chosen = [asked.options[0].slug] if asked.kind is not Kind.MANY else []
            answers = answers.with_answer(KNOWN, asked.slug, chosen)
        interview = replay(KNOWN, answers)
    assert promised == sorted(promised, reverse=True)
    assert promised[-1] >= 1
    assert interview.remaining == 0
    assert len(promised) <= len(KNOWN.pages) <= MAX_PAGES + 6


def test_what_comes_next_does_not_depend_on_the_order_of_answering():
    forwards = answered(KNOWN, **QUIET, limb=(), feel=("knot",))
    backwards = Answers()
    for slug in reversed(list(forwards.given)):
        backwards = backwards.with_answer(KNOWN, slug, forwards.given[slug].chosen)
    assert replay(KNOWN, forwards).next_page == replay(KNOWN, backwards).next_page


def test_back_leads_along_the_answers_as_they_were_given():
    interview = replay(KNOWN, answered(KNOWN, **QUIET))
    assert interview.page_before("you").slug == "where"
    assert interview.page_before("limb").slug == "you"
    assert interview.page_before("emergency") is None


def ambulance():
    return knowledge(
        question("first", "very-ill", "chest", screen=True),
        question("second", "fever", "cough", screen=True),
        question("third", "rash", screen=True),
        warning_signs=[
            sign("ill", "very-ill", urgency="emergency-department"),
            sign("heart", "chest", urgency="call-ambulance"),
            sign(
                "sepsis",
                pattern("very-ill", one_of=("fever", "rash")),
                urgency="call-ambulance",
            ),
        ],
    )


def test_on_the_way_to_hospital_it_asks_what_would_mean_an_ambulance():
    known = ambulance()
    interview = replay(known, answered(known, first=("very-ill",)))
    assert interview.is_stopped
    assert [option.slug for option in interview.escalations] == ["fever", "rash"]
    assert replay(known, answered(known, first=("chest",))).escalations == ()
    assert replay(known, answered(known, first=())).escalations == ()


def test_what_was_told_in_passing_counts_and_its_question_still_comes():
    known = ambulance()
    answers = answered(known, first=("very-ill",)).with_told(known, ["fever"])
    assert replay(known, answers).triage.urgency is Urgency.CALL_AMBULANCE
    corrected = replay(known, answers.with_answer(known, "first"))
    assert corrected.next_page.slug == "second"
    assert "fever" in corrected.established
    answers = corrected.answers.with_answer(known, "second", ["cough"])
    assert "fever" not in replay(known, answers).established


def test_what_was_told_in_passing_never_replaces_a_full_answer():
    known = ambulance()
    answers = answered(known, first=("very-ill",), second=("cough",))
    assert answers.with_told(known, ["fever"]).given == answers.given


def test_a_question_with_no_option_left_is_not_asked():
    known = knowledge(
        question("first", option("statin", implies=("medicine",)), screen=True),
        question("second", "medicine", screen=True),
    )
    assert replay(known, answered(known, first=("statin",))).next_page is None
    assert replay(known, answered(known, first=())).next_page.slug == "second"
