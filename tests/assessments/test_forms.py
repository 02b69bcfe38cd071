"""Reading one POST into replies."""

from django.http import QueryDict

from crampcoach.assessments.forms import (
    NO,
    NOT_SURE,
    YES,
    read_marks,
    read_ticks,
    reply_from,
)
from crampcoach.engine.answers import Given, unsure_about
from crampcoach.engine.knowledge import Kind
from tests.builders import question

MANY = question("timing", "at-night", "in-a-race", "in-heat")
ONE = question("side", "one-side", "both-sides", kind=Kind.ONE)


def test_ticks_are_read_in_the_order_of_the_question():
    reply = read_ticks(MANY, QueryDict("timing=in-heat&timing=at-night"))
    assert reply.chosen == ("at-night", "in-heat")
    assert reply.unsure_of(MANY) == ()
    assert not reply.error


def test_none_of_these_is_an_answer():
    reply = read_ticks(MANY, QueryDict("timing=none"))
    assert (reply.chosen, reply.none, reply.error) == ((), True, "")


def test_not_sure_beside_a_tick_is_doubt_about_the_others():
    reply = read_ticks(MANY, QueryDict("timing=at-night&timing=not-sure"))
    assert reply.chosen == ("at-night",)
    assert reply.unsure_of(MANY) == ("in-a-race", "in-heat")
    assert not reply.error


def test_not_sure_alone_is_doubt_about_everything():
    reply = read_ticks(ONE, QueryDict("side=not-sure"))
    assert reply.unsure_of(ONE) == ("one-side", "both-sides")
    assert not reply.error


def test_a_pick_one_question_has_no_none_of_these():
    assert read_ticks(ONE, QueryDict("side=none")).error


def test_an_answer_and_not_sure_to_a_pick_one_question_contradict():
    assert read_ticks(ONE, QueryDict("side=one-side&side=not-sure")).error


def test_marks_one_by_one():
    post = QueryDict("timing:at-night=yes&timing:in-a-race=not-sure&timing:in-heat=no")
    reply = read_marks(MANY, post)
    assert reply.chosen == ("at-night",)
    assert reply.unsure_of(MANY) == ("in-a-race",)
    assert not reply.error


def test_the_rest_is_no_only_when_the_runner_says_so():
    post = "timing:at-night=not-sure"
    assert read_marks(MANY, QueryDict(post)).wrong_option == "in-a-race"
    reply = read_marks(MANY, QueryDict(post + "&rest=no"))
    assert not reply.error
    assert reply.unsure_of(MANY) == ("at-night",)


def test_a_stored_answer_is_shown_again():
    assert reply_from(MANY, Given(("at-night",))).marks == {"at-night": YES}
    assert reply_from(MANY, Given()).none
    assert reply_from(MANY, unsure_about(MANY)).skipped
    assert reply_from(MANY, Given(("at-night",), ("in-heat",))).marks == {
        "at-night": YES,
        "in-a-race": NO,
        "in-heat": NOT_SURE,
    }
