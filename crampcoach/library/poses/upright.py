"""Exercises done standing or on a chair."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from crampcoach.library.poses.pose import Figure, Limb, Pose
from crampcoach.library.poses.stances import (
    CHAIR,
    HEEL_ON_CHAIR,
    SEATED,
    SIT,
    SQUAT,
    STAND,
    WALL_STRETCH,
    wall,
)

HEELS_DOWN = Pose(
    hip=(92, 74),
    legs=(Limb((92, 125)), Limb((88, 125))),
    arms=(Limb((120, 52)), Limb((120, 48))),
    work=("near-shin",),
    props=(wall(125),),
)
HEELS_UP = replace(
    HEELS_DOWN,
    hip=(96, 67),
    legs=(Limb((95, 118), -50), Limb((91, 118), -50)),
    arms=(Limb((120, 46)), Limb((120, 42))),
    arrows=(((80, 128), (78, 119), (80, 110)),),
)
RAIL = "M112 122V44"
ON_EDGE = Pose(
    hip=(90, 71),
    legs=(Limb((90, 122), 22), Limb((86, 122), 22)),
    arms=(Limb((111, 54)),) * 2,
    work=("near-shin",),
    props=("M95 132V122H176V132", RAIL),
    arrows=(((76, 112), (74, 120), (76, 129)),),
)
ON_EDGE_UP = replace(
    ON_EDGE,
    hip=(93, 61),
    legs=(Limb((92, 112), -42), Limb((88, 112), -42)),
    arms=(Limb((111, 48)),) * 2,
    arrows=(((76, 124), (74, 116), (76, 107)),),
)

FIGURES: dict[str, Figure] = {
    "achilles-loading": Figure(
        _("Slow heel raises"),
        _(
            "A person stands flat with both hands on a wall, then rises onto the balls of the feet."
        ),
        (HEELS_DOWN, HEELS_UP),
    ),
    "bedtime-calf-stretch": Figure(
        _("Calf and hamstring stretch"),
        _(
            "A person leans on a wall with one straight leg behind. Then one heel is on a low chair and the person leans forward over that leg."
        ),
        (WALL_STRETCH, HEEL_ON_CHAIR),
    ),
    "calf-raises": Figure(
        _("Calf raises on a step"),
        _(
            "A person stands with the toes on the edge of a step and holds a rail, rises onto the toes, and lowers the heels below the edge."
        ),
        (ON_EDGE_UP, ON_EDGE),
    ),
    "foot-and-shin-strength": Figure(
        _("Foot and shin drills"),
        _(
            "A person stands on the heels with the front of both feet lifted, then stands on one leg."
        ),
        (
            replace(
                STAND,
                legs=(Limb((97, 125), 28), Limb((92, 125), 28)),
                work=("near-shin", "near-foot"),
                arrows=(((122, 128), (124, 121), (121, 113)),),
            ),
            replace(
                STAND,
                legs=(Limb((96, 125)), Limb((100, 108), -40)),
                arms=(Limb((118, 58)), Limb((72, 56))),
                work=("near-shin", "near-foot"),
            ),
        ),
    ),
    "hip-hinge": Figure(
        _("Hip hinge"),
        _(
            "A person stands with a weight in both hands, then pushes the hips back and tips the chest forward with soft knees."
        ),
        (
            replace(
                STAND,
                arms=(Limb((106, 66)), Limb((106, 66))),
                props=("M101 72H113V80H101Z",),
            ),
            Pose(
                hip=(76, 82),
                torso=32,
                head=40,
                legs=(Limb((92, 125)), Limb((88, 125))),
                arms=(Limb((105, 93)), Limb((105, 93))),
                work=("near-thigh",),
                props=("M99 98H111V106H99Z",),
                arrows=(((70, 68), (60, 70), (52, 78)),),
            ),
        ),
    ),
    "hip-tendon-loading": Figure(
        _("Hip strength in standing"),
        _(
            "Seen from the front, a person stands beside a wall and presses one lifted knee into it. Then the person steps to the side."
        ),
        (
            Pose(
                hip=(110, 72),
                front=True,
                legs=(Limb((132, 109), -60, via=(131, 84)), Limb((104, 124), -110)),
                arms=(Limb((122, 70), via=(124, 55)), Limb((106, 68), via=(92, 56))),
                work=("near-thigh",),
                props=(wall(138),),
                arrows=(((110, 105), (117, 104), (125, 97)),),
            ),
            Pose(
                hip=(96, 77),
                front=True,
                legs=(
                    Limb((122, 123), -60, via=(112, 99)),
                    Limb((72, 123), -120, via=(80, 99)),
                ),
                arms=(Limb((108, 72), via=(118, 58)), Limb((84, 72), via=(74, 58))),
                work=("near-thigh",),
                arrows=(((134, 116), (146, 112), (158, 116)),),
            ),
        ),
    ),
    "nerve-slider": Figure(
        _("Nerve slider for the leg"),
        _(
            "A person sits on a chair with bent knees and looks down, then straightens one leg a little and looks up."
        ),
        (
            replace(
                SIT,
                head=48,
                work=("near-thigh",),
                arrows=(((99, 44), (107, 50), (107, 61)),),
            ),
            replace(
                SIT,
                head=122,
                legs=(Limb((122, 116), 45), Limb((101, 125))),
                work=("near-thigh", "near-shin"),
                arrows=(
                    ((92, 55), (99, 50), (99, 40)),
                    ((120, 130), (132, 127), (138, 116)),
                ),
            ),
        ),
        top=SEATED,
    ),
    "shoulder-blade-moves": Figure(
        _("Shoulder loosening"),
        _(
            "Seen from the front, a person rolls both shoulders, then crosses the arms and turns the chest to the side."
        ),
        (
            Pose(
                hip=(100, 72),
                front=True,
                legs=(Limb((109, 124), -65), Limb((91, 124), -115)),
                arms=(Limb((117, 69), via=(115, 54)), Limb((83, 69), via=(85, 54))),
                work=("shoulders", "near-arm", "far-arm"),
                arrows=(
                    ((124, 48), (132, 34), (118, 27)),
                    ((76, 48), (68, 34), (82, 27)),
                ),
            ),
            Pose(
                hip=(100, 72),
                front=True,
                legs=(Limb((109, 124), -65), Limb((91, 124), -115)),
                arms=(Limb((91, 55), via=(116, 58)), Limb((109, 55), via=(84, 58))),
                work=("shoulders", "near-arm", "far-arm"),
                arrows=(
                    ((126, 42), (150, 48), (127, 56)),
                    ((74, 56), (50, 50), (73, 42)),
                ),
            ),
        ),
    ),
    "slow-squats": Figure(
        _("Slow squats"),
        _(
            "A person stands in front of a chair, then sits back slowly until the seat is almost touched."
        ),
        (
            replace(STAND, props=(CHAIR,), arms=(Limb((127, 40)),) * 2),
            SQUAT,
        ),
    ),
}
