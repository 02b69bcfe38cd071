"""Pictures: every exercise and stretch has one that stays in its frame, says what it shows, and needs no style of its own."""

import re

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from crampcoach.engine.knowledge import StepKind
from crampcoach.library.figures import HEIGHT, WIDTH, figure_svg, joint
from crampcoach.library.poses import FIGURES

NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
MOVES = re.compile(r"([MLQHVZl])([^MLQHVZl]*)")


@pytest.fixture
def exercises(real):
    return {step.slug for step in real.steps if step.kind is StepKind.EXERCISE}


@pytest.fixture
def stretches(real):
    """First-aid rows that tell to stretch."""
    return {
        aid.slug
        for aid in real.first_aid
        if any("stretch" in action.tags for action in aid.actions)
    }


def test_every_exercise_has_a_figure(exercises):
    assert sorted(exercises - FIGURES.keys()) == []


def test_every_stretch_in_first_aid_has_a_figure(stretches):
    assert sorted(stretches - FIGURES.keys()) == []


def test_every_figure_is_of_an_exercise_or_of_first_aid(exercises, real):
    known = exercises | {aid.slug for aid in real.first_aid}
    assert sorted(FIGURES.keys() - known) == []


def test_no_exercise_shares_its_slug_with_first_aid(real):
    """Or their pictures would share ids on the report."""
    steps = {step.slug for step in real.steps}
    assert steps & {aid.slug for aid in real.first_aid} == set()


@pytest.mark.parametrize("slug", FIGURES)
def test_a_figure_has_a_title_and_says_what_it_shows(slug):
    svg = figure_svg(slug)
    named = re.search(r'role="img".* aria-labelledby="(\S+) (\S+)"', svg)
    assert f'<title id="{named[1]}">{FIGURES[slug].title}</title>' in svg
    assert f'<desc id="{named[2]}">' in svg
    assert str(FIGURES[slug].desc).endswith(".")


@pytest.mark.parametrize("slug", FIGURES)
def test_a_figure_is_drawn_inside_its_frame(slug):
    for x, y in points(figure_svg(slug)):
        assert 3 <= x <= WIDTH - 3
        assert FIGURES[slug].top + 3 <= y <= HEIGHT - 3


@pytest.mark.parametrize("slug", FIGURES)
def test_a_figure_takes_its_colours_from_the_style_sheet(slug):
    svg = figure_svg(slug)
    assert not re.search(r"style|fill=|stroke=|#", svg)


def test_no_two_figures_share_an_id():
    ids = re.findall(r' id="([^"]+)"', "".join(map(figure_svg, FIGURES)))
    assert len(ids) == len(set(ids))


def test_a_companion_stands_behind_the_person():
    svg = figure_svg("guided-spine-exercise")
    assert svg.index("pose__beside") < svg.index("pose__work")


def test_a_slug_without_a_figure_draws_nothing():
    assert figure_svg("no-such-step") == ""


def test_a_figure_is_kept_per_language():
    with translation.override("nl"):
        other = figure_svg("bird-dog")
    assert other.count("<path") == figure_svg("bird-dog").count("<path")


def test_a_knee_bends_forward_for_one_who_faces_right():
    x, _y = joint((100, 80), (100, 120), 26, 25, 1)
    assert x > 100


def test_a_limb_is_straight_when_its_end_is_out_of_reach():
    assert joint((0, 0), (0, 90), 26, 25, 1) == pytest.approx((0, 26))


def test_a_step_of_the_plan_shows_its_figure_with_the_how_to(real):
    step = next(s for s in real.steps if s.slug == "bird-dog")
    html = render_to_string("assessments/_step_rest.html", {"row": step})
    assert html.index("<details>") < html.index("<svg") < html.index("</details>")


def points(svg):
    """Every point of every path and head, in the frame it is drawn in."""
    for cx, cy in re.findall(r'cx="(\d+)" cy="(\d+)"', svg):
        yield from ((int(cx) + d, int(cy) + d) for d in (-8, 8))
    for path in re.findall(r' d="([^"]+)"', svg):
        at = (0.0, 0.0)
        for move, rest in MOVES.findall(path):
            numbers = [float(n) for n in NUMBERS.findall(rest)]
            if move == "H":
                at = numbers[0], at[1]
            elif move == "V":
                at = at[0], numbers[0]
            elif move == "l":
                at = at[0] + numbers[0], at[1] + numbers[1]
            else:
                for at in zip(numbers[::2], numbers[1::2], strict=True):
                    yield at
            yield at
