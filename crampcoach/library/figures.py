"""Draws a pose as inline SVG: a stick figure whose limbs keep their lengths. The poses themselves are in poses/."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from math import cos, hypot, radians, sin, sqrt

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from crampcoach.library.poses import FIGURES, Point, Pose

WIDTH, HEIGHT = 200, 140
TORSO, NECK, HEAD = 36.0, 13.0, 8.0
UPPER_ARM, FOREARM = 16.0, 15.0
THIGH, SHIN, FOOT, HAND = 26.0, 25.0, 10.0, 9.0
SHOULDERS, HIPS = 10.0, 6.0  # half of the width, seen from the front
ARROW = 5.0


def figure_svg(slug: str) -> SafeString:
    """The picture of an exercise or of first aid; nothing where there is none."""
    return _figure_svg(slug, get_language() or "")


@lru_cache(maxsize=512)
def _figure_svg(slug: str, language: str) -> SafeString:
    figure = FIGURES.get(slug)
    if figure is None:
        return SafeString("")
    frames = "".join(
        f'<g transform="translate({i * WIDTH})">{_drawn(pose)}</g>'
        if i
        else _drawn(pose)
        for i, pose in enumerate(figure.frames)
    )
    name = f"figure-{slug}"
    return mark_safe(  # noqa: S308 - numbers, and our own words escaped
        f'<svg class="pose pose--{len(figure.frames)}" role="img" focusable="false"'
        f' viewBox="0 {figure.top} {WIDTH * len(figure.frames)} {HEIGHT - figure.top}"'
        f' aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{escape(str(figure.title))}</title>'
        f'<desc id="{name}-desc">{escape(str(figure.desc))}</desc>{frames}</svg>'
    )


def _drawn(pose: Pose) -> str:
    """From back to front: floor and props, who stays with the person, the person."""
    ground = _path("pose__prop", (pose.floor, *pose.props))
    beside = ""
    if pose.beside:
        mirrored = f'transform="translate({WIDTH}) scale(-1 1)"'
        beside = f'<g class="pose__beside" {mirrored}>{_person(pose.beside)}</g>'
    return ground + beside + _person(pose)


def _person(pose: Pose) -> str:
    """From back to front: far limbs, trunk and head, near limbs, arrows."""
    shoulder = away(pose.hip, pose.torso, TORSO)
    parts = _limbs(pose, shoulder)
    trunk = parts.pop("torso")
    far = [name for name in parts if name.startswith("far") and not pose.front]
    near = [name for name in parts if name not in far]
    works = "work" if "torso" in pose.work else "body"
    return "".join(
        (
            _path("pose__far", [parts[n] for n in far if n not in pose.work]),
            _path("pose__work", [parts[n] for n in far if n in pose.work]),
            _path("pose__body", [parts[n] for n in near if n not in pose.work]),
            _path(f"pose__trunk pose__{works}", [trunk]),
            _head(pose, shoulder),
            _path("pose__work", [parts[n] for n in near if n in pose.work]),
            _path("pose__arrow", [_arrow(*arrow) for arrow in pose.arrows]),
        )
    )


def _limbs(pose: Pose, shoulder: Point) -> dict[str, str]:
    """The path of each part by its name, limbs cut at the knee and elbow."""
    parts = {"torso": _spine(pose, shoulder)}
    if pose.front:
        for name, middle, half in (
            ("shoulders", shoulder, SHOULDERS),
            ("hips", pose.hip, HIPS),
        ):
            parts[name] = _line(
                _side(pose, middle, 1, half), _side(pose, middle, -1, half)
            )
    foot = FOOT * 0.7 if pose.front else FOOT
    for side, name, leg in zip((1, -1), ("near", "far"), pose.legs, strict=False):
        hip = _side(pose, pose.hip, side, HIPS) if pose.front else pose.hip
        knee = leg.via or joint(hip, leg.end, THIGH, SHIN, leg.bend)
        ankle = leg.end if leg.via else away_to(knee, leg.end, SHIN)
        parts[f"{name}-thigh"] = _line(hip, knee)
        parts[f"{name}-shin"] = _line(knee, ankle)
        parts[f"{name}-foot"] = _line(ankle, away(ankle, leg.foot, foot))
    for side, name, arm in zip((1, -1), ("near", "far"), pose.arms, strict=False):
        top = _side(pose, shoulder, side, SHOULDERS) if pose.front else shoulder
        elbow = arm.via or joint(top, arm.end, UPPER_ARM, FOREARM, -arm.bend)
        hand = arm.end if arm.via else away_to(elbow, arm.end, FOREARM)
        parts[f"{name}-arm"] = _line(top, elbow) + _line(elbow, hand)
        if arm.hand is not None:
            parts[f"{name}-hand"] = _line(hand, away(hand, arm.hand, HAND))
    return parts


def joint(start: Point, end: Point, first: float, second: float, bend: int) -> Point:
    """The knee or elbow between two points; on the straight line when `end` is out of reach."""
    reach = hypot(end[0] - start[0], end[1] - start[1]) or 0.1
    along = (first**2 - second**2 + reach**2) / (2 * reach)
    along = min(along, first)
    out = bend * sqrt(first**2 - along**2)
    x, y = (end[0] - start[0]) / reach, (end[1] - start[1]) / reach
    return start[0] + along * x + out * y, start[1] + along * y - out * x


def away(start: Point, angle: float, length: float) -> Point:
    return (
        start[0] + length * cos(radians(angle)),
        start[1] - length * sin(radians(angle)),
    )


def away_to(start: Point, end: Point, length: float) -> Point:
    """`length` from the start towards the end."""
    reach = hypot(end[0] - start[0], end[1] - start[1]) or 0.1
    return (
        start[0] + length * (end[0] - start[0]) / reach,
        start[1] + length * (end[1] - start[1]) / reach,
    )


def _side(pose: Pose, middle: Point, side: int, half: float) -> Point:
    """A shoulder or hip of somebody seen from the front, at right angles to the trunk."""
    return away(middle, pose.torso - 90 * side, half)


def _spine(pose: Pose, shoulder: Point) -> str:
    """Straight, or curved towards the person's back by `curve`."""
    if not pose.curve:
        return _line(pose.hip, shoulder)
    middle = (pose.hip[0] + shoulder[0]) / 2, (pose.hip[1] + shoulder[1]) / 2
    bow = away(middle, pose.torso + 90, pose.curve)
    return f"M{_at(pose.hip)}Q{_at(bow)} {_at(shoulder)}"


def _head(pose: Pose, shoulder: Point) -> str:
    """A circle; seen from the side, a nose shows where the person looks."""
    up = pose.torso if pose.head is None else pose.head
    centre = away(shoulder, up, NECK)
    x, y = _at(centre).split()
    circle = f'<circle class="pose__head" cx="{x}" cy="{y}" r="{HEAD:g}"/>'
    if pose.front:
        return circle
    nose = _line(away(centre, up - 90, HEAD - 2), away(centre, up - 90, HEAD + 1))
    return circle + _path("pose__nose", [nose])


def _arrow(start: Point, bow: Point, end: Point) -> str:
    back = away_to(end, bow, ARROW)
    x, y = back[0] - end[0], back[1] - end[1]
    left = end[0] + x - y * 0.8, end[1] + y + x * 0.8
    right = end[0] + x + y * 0.8, end[1] + y - x * 0.8
    return f"M{_at(start)}Q{_at(bow)} {_at(end)}M{_at(left)}L{_at(end)} {_at(right)}"


def _line(start: Point, end: Point) -> str:
    return f"M{_at(start)}L{_at(end)}"


def _at(point: Point) -> str:
    return f"{round(point[0])} {round(point[1])}"


def _path(css_class: str, paths: list[str] | tuple[str, ...]) -> str:
    return f'<path class="{css_class}" d="{"".join(paths)}"/>' if paths else ""
