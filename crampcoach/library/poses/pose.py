"""The parts of a picture: limbs, the pose they make, and the figure of one or two poses. figures.py draws them.

A frame is 200 by 140 with the floor at 132; y grows downward. People face right, so that a knee bends forward and an
elbow back by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Limb:
    """A leg or arm that reaches for `end`. `foot`: where the toes point (degrees); `bend`: -1 folds it the other way; `via`: the middle joint, for a limb that comes towards the viewer; `hand`: where the fingers point, if that matters."""

    end: Point
    foot: float = -17
    bend: int = 1
    via: Point | None = None
    hand: float | None = None


@dataclass(frozen=True, slots=True)
class Pose:
    """Angles in degrees, anticlockwise from the right; the first leg and arm are nearer. `work`: parts that stretch or work, as in `near-thigh`; `floor`: what the person is on; `beside`: who stays with the person, facing left once drawn."""

    hip: Point
    legs: tuple[Limb, ...]
    arms: tuple[Limb, ...]
    torso: float = 90
    head: float | None = None
    curve: float = 0
    front: bool = False
    work: tuple[str, ...] = ()
    props: tuple[str, ...] = ()
    arrows: tuple[tuple[Point, Point, Point], ...] = ()
    floor: str = "M12 132H188"
    beside: Pose | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One frame, or start and end. `top`: where the picture begins, for people on the floor."""

    title: Promise
    desc: Promise
    frames: tuple[Pose, ...]
    top: int = 0
