import pytest

from crampcoach.engine.load import Jump, Load


@pytest.mark.parametrize(
    ("before", "that_run", "jump"),
    [
        (16, 10, Jump.NONE),
        (16, 17.6, Jump.NONE),  # 17.6 / 16 = 1.1000000000000001
        (16, 17.7, Jump.SMALL),
        (10, 13, Jump.SMALL),
        (10, 13.1, Jump.MODERATE),
        (10, 20, Jump.MODERATE),
        (10, 20.5, Jump.LARGE),
    ],
)
def test_a_run_is_measured_against_the_longest_of_the_month_before(
    before, that_run, jump
):
    assert Load(longest_run=before, that_run=that_run).jump is jump


@pytest.mark.parametrize("load", [Load(), Load(longest_run=10), Load(that_run=10)])
def test_a_jump_is_not_guessed_from_half_of_the_numbers(load):
    assert load.jump is None


def test_a_month_without_running_gives_nothing_to_measure_against():
    assert Load(longest_run=0, that_run=10).jump is None


def test_the_usual_week_leaves_out_the_last_and_what_is_not_told():
    assert Load(weeks=(30, None, 40, 35, 60)).usual_week == 35
    assert Load(weeks=(None, None, None, None, 60)).usual_week is None


def test_nothing_told_is_no_load():
    assert not Load(weeks=(None,) * 5).is_told
    assert Load(weeks=(None, 0.0)).is_told
