"""Exercises done kneeling or lying on the floor."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from crampcoach.library.poses.pose import Figure, Limb, Pose
from crampcoach.library.poses.stances import (
    ALL_FOURS,
    BRIDGE,
    FIGURE_FOUR,
    FIGURE_FOUR_IN,
    ON_BACK,
    ON_FLOOR,
    SEATED,
    UP,
)

ON_SIDE = Pose(
    hip=(96, 120),
    torso=177,
    front=True,
    legs=(Limb((147, 117), 10), Limb((132, 127), 0, via=(114, 127))),
    arms=(Limb((89, 111), via=(75, 104)), Limb((31, 128), via=(45, 128))),
)

FIGURES: dict[str, Figure] = {
    "bird-dog": Figure(
        _("Bird dog"),
        _(
            "A person on hands and knees stretches one leg back and the opposite arm forward."
        ),
        (
            ALL_FOURS,
            replace(
                ALL_FOURS,
                legs=(Limb((19, 98), 190), Limb((45, 128), 180)),
                arms=(Limb((112, 128)), Limb((137, 96))),
                head=32,
                work=("near-thigh", "near-shin", "far-arm", "torso"),
                arrows=(
                    ((24, 122), (16, 118), (15, 108)),
                    ((140, 112), (147, 108), (146, 98)),
                ),
            ),
        ),
        top=ON_FLOOR,
    ),
    "cat-camel": Figure(
        _("Cat-camel"),
        _(
            "A person on hands and knees rounds the back up with the head down, then lets the back dip and looks ahead."
        ),
        (
            replace(
                ALL_FOURS,
                curve=22,
                head=-50,
                work=("torso",),
                arrows=(((86, 82), (87, 74), (88, 66)),),
            ),
            replace(
                ALL_FOURS,
                curve=-16,
                head=35,
                work=("torso",),
                arrows=(((86, 74), (87, 82), (88, 90)),),
            ),
        ),
        top=ON_FLOOR,
    ),
    "dead-bug": Figure(
        _("Dead bug"),
        _(
            "A person lies on the back with knees bent in the air and arms up, then lowers one arm behind the head and the opposite leg."
        ),
        (
            replace(
                ON_BACK,
                legs=(Limb((117, 100), UP), Limb((120, 101), UP)),
                arms=(Limb((54, 95)), Limb((58, 95))),
            ),
            replace(
                ON_BACK,
                legs=(Limb((141, 116), 80), Limb((119, 100), UP)),
                arms=(Limb((56, 95)), Limb((27, 112))),
                work=("torso",),
                arrows=(
                    ((128, 92), (142, 94), (147, 104)),
                    ((46, 92), (34, 93), (28, 102)),
                ),
            ),
        ),
        top=ON_FLOOR,
    ),
    "figure-four": Figure(
        _("Figure-four stretch"),
        _(
            "Seen from above, a person lies on the back with one ankle across the other knee, then draws the lower knee towards the chest with both hands."
        ),
        (FIGURE_FOUR, FIGURE_FOUR_IN),
        top=ON_FLOOR,
    ),
    "glute-bridge": Figure(
        _("Bridge"),
        _(
            "A person lies on the back with bent knees and flat feet, then lifts the hips to a straight line from shoulders to knees."
        ),
        (ON_BACK, replace(BRIDGE, arrows=(((74, 104), (75, 96), (76, 88)),))),
        top=ON_FLOOR,
    ),
    "hamstring-lowering": Figure(
        _("Slow-lowering hamstring slide"),
        _(
            "A person on the back with lifted hips and heels on a towel slides the heels slowly away until the legs are almost straight."
        ),
        (
            replace(
                BRIDGE,
                legs=(Limb((114, 125), 55), Limb((117, 125), 55)),
                work=("near-thigh",),
                props=("M106 130H126",),
            ),
            replace(
                BRIDGE,
                hip=(90, 119),
                torso=190,
                legs=(Limb((138, 125), 75), Limb((140, 125), 75)),
                work=("near-thigh",),
                props=("M130 130H150",),
                arrows=(((112, 104), (126, 101), (140, 104)),),
            ),
        ),
        top=ON_FLOOR,
    ),
    "hamstring-tendon-holds": Figure(
        _("Hamstring hold"),
        _(
            "A person lies on the back with the knees half bent, heels on the floor and toes up, and holds the hips off the floor."
        ),
        (
            replace(ON_BACK, legs=(Limb((129, 125), 60), Limb((131, 125), 60))),
            replace(
                BRIDGE,
                hip=(90, 115),
                torso=197,
                legs=(Limb((130, 125), 60), Limb((132, 125), 60)),
                work=("near-thigh",),
                arrows=(((76, 108), (77, 100), (78, 92)),),
            ),
        ),
        top=ON_FLOOR,
    ),
    "hip-flexor-stretch": Figure(
        _("Half-kneeling hip stretch"),
        _(
            "A person kneels on one knee with the other foot in front, then shifts the hips forward with a tall back."
        ),
        (
            Pose(
                hip=(88, 100),
                legs=(Limb((62, 127), 180), Limb((114, 125))),
                arms=(Limb((106, 92)),) * 2,
                props=("M74 131H98",),
            ),
            Pose(
                hip=(102, 104),
                legs=(Limb((62, 127), 180), Limb((122, 125))),
                arms=(Limb((116, 94)),) * 2,
                work=("near-thigh",),
                props=("M74 131H98",),
                arrows=(((70, 92), (78, 90), (88, 92)),),
            ),
        ),
        top=SEATED,
    ),
    "knees-to-chest": Figure(
        _("Knees to chest"),
        _(
            "A person lies on the back and hugs one knee, then both knees, towards the chest."
        ),
        (
            replace(
                ON_BACK,
                legs=(Limb((100, 98), 60), Limb((119, 125))),
                arms=(Limb((81, 106)), Limb((81, 104))),
                work=("torso",),
            ),
            replace(
                ON_BACK,
                legs=(Limb((98, 97), 60), Limb((101, 98), 60)),
                arms=(Limb((81, 106)), Limb((81, 104))),
                work=("torso",),
                arrows=(((102, 84), (92, 79), (82, 84)),),
            ),
        ),
        top=ON_FLOOR,
    ),
    "prone-press-up": Figure(
        _("Face-down press-up"),
        _(
            "A person lies face down with the hands beside the shoulders, then pushes the chest up while the hips stay down."
        ),
        (
            Pose(
                hip=(80, 126),
                torso=0,
                head=20,
                legs=(Limb((29, 126), 184),) * 2,
                arms=(Limb((117, 128), via=(101, 115)),) * 2,
            ),
            Pose(
                hip=(80, 126),
                torso=42,
                head=62,
                curve=-14,
                legs=(Limb((29, 126), 184),) * 2,
                arms=(Limb((112, 128)), Limb((115, 128))),
                work=("torso",),
                arrows=(((134, 112), (136, 100), (131, 90)),),
            ),
        ),
        top=ON_FLOOR,
    ),
    "side-lying-leg-raise": Figure(
        _("Side-lying leg raise"),
        _(
            "Seen from the front, a person lies on one side and lifts the straight upper leg."
        ),
        (
            ON_SIDE,
            replace(
                ON_SIDE,
                legs=(Limb((144, 97), 30), ON_SIDE.legs[1]),
                work=("near-thigh",),
                arrows=(((160, 120), (165, 108), (160, 96)),),
            ),
        ),
        top=ON_FLOOR,
    ),
    "side-plank": Figure(
        _("Side plank from the knees"),
        _(
            "Seen from the front, a person lies on one side on the elbow with bent knees, then lifts the hips into a straight line."
        ),
        (
            Pose(
                hip=(100, 121),
                torso=155,
                head=140,
                front=True,
                legs=(
                    Limb((138, 121), 0, via=(126, 121)),
                    Limb((136, 127), 0, via=(123, 127)),
                ),
                arms=(Limb((95, 112), via=(84, 101)), Limb((50, 128), via=(62, 127))),
            ),
            Pose(
                hip=(103, 114),
                torso=162,
                head=158,
                front=True,
                legs=(
                    Limb((140, 121), 0, via=(129, 118)),
                    Limb((138, 127), 0, via=(126, 127)),
                ),
                arms=(Limb((101, 104), via=(88, 92)), Limb((53, 128), via=(65, 127))),
                work=("torso", "near-thigh", "far-thigh"),
                arrows=(((114, 100), (116, 93), (116, 84)),),
            ),
        ),
        top=ON_FLOOR,
    ),
}
