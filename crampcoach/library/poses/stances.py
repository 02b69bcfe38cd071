"""The stances and props that several pictures start from: standing, sitting, on hands and knees, on the back."""

from __future__ import annotations

from dataclasses import replace
from math import cos, radians, sin

from crampcoach.library.poses.pose import Limb, Pose

UP = 90
ON_FLOOR = 58  # the top of a picture of somebody lying down
SEATED = 34  # and of somebody on a chair or kneeling

CHAIR = "M58 132V64M58 106H88V132"  # its back on the left, for one who faces right
STEP = "M108 132V118H176V132"


def wall(x: int) -> str:
    hatching = "".join(f"M{x} {y}l7 -7" for y in range(22, 133, 10))
    return f"M{x} 132V12{hatching}"


def waves(y: int) -> str:
    starts = range(20, 180, 20)
    return "".join(
        f"M{x} {y}Q{x + 5} {y - 5} {x + 10} {y}Q{x + 15} {y + 5} {x + 20} {y}"
        for x in starts
    )


def ring(x: int, y: int, radius: float) -> str:
    """A circle as eight curves."""
    turns = [radians(45 * n) for n in range(9)]
    out = radius / cos(radians(22.5))
    start = f"M{x + radius:g} {y}"
    return start + "".join(
        f"Q{x + out * cos(a - radians(22.5)):.1f} {y + out * sin(a - radians(22.5)):.1f}"
        f" {x + radius * cos(a):.1f} {y + radius * sin(a):.1f}"
        for a in turns[1:]
    )


# --- standing ---
STAND = Pose(
    hip=(96, 74), legs=(Limb((97, 125)), Limb((92, 125))), arms=(Limb((100, 68)),) * 2
)
WALL_STRETCH = Pose(
    hip=(92, 86),
    torso=66,
    legs=(Limb((59, 125)), Limb((112, 125))),
    arms=(Limb((136, 54)), Limb((136, 50))),
    work=("near-shin",),
    props=(wall(141),),
)
HEEL_ON_CHAIR = Pose(
    hip=(78, 74),
    torso=46,
    legs=(Limb((125, 96), 75), Limb((78, 125))),
    arms=(Limb((110, 79)), Limb((107, 78))),
    work=("near-thigh",),
    props=("M114 132V101H152M152 132V62",),
    arrows=(((119, 28), (130, 36), (133, 48)),),
)

FRONT_THIGH = Pose(
    hip=(96, 74),
    legs=(Limb((78, 82), 110, via=(94, 100)), Limb((97, 125))),
    arms=(Limb((80, 70), bend=1), Limb((122, 50))),
    work=("near-thigh",),
    props=(wall(127),),
    arrows=(((66, 98), (60, 88), (66, 78)),),
)
SQUAT = Pose(
    hip=(76, 97),
    torso=62,
    head=72,
    legs=(Limb((96, 125)), Limb((93, 125))),
    arms=(Limb((124, 66)),) * 2,
    work=("near-thigh",),
    props=(CHAIR,),
    arrows=(((76, 58), (69, 66), (69, 79)),),
)

# --- on hands and knees ---
ALL_FOURS = Pose(
    hip=(70, 102),
    torso=7,
    legs=(Limb((45, 128), 180), Limb((43, 128), 180)),
    arms=(Limb((112, 128)), Limb((114, 128))),
)

# --- on the back, head to the left ---
ON_BACK = Pose(
    hip=(92, 126),
    torso=180,
    head=172,
    legs=(Limb((117, 125)), Limb((119, 125))),
    arms=(Limb((88, 128)),) * 2,
)
BRIDGE = replace(
    ON_BACK, hip=(88, 111), torso=204, head=178, work=("near-thigh", "torso")
)
CALVES_ON_CHAIR = replace(
    ON_BACK,
    legs=(Limb((116, 98), UP), Limb((118, 98), UP)),
    props=("M106 132V104H148M148 132V62",),
)
LEAN_ON_WALL = Pose(
    hip=(88, 76),
    torso=62,
    head=45,
    legs=(Limb((82, 125)), Limb((78, 125))),
    arms=(Limb((134, 50)), Limb((134, 46))),
    props=(wall(139),),
)

# --- sitting ---
SIT = Pose(
    hip=(76, 101),
    legs=(Limb((104, 125)), Limb((101, 125))),
    arms=(Limb((96, 95)),) * 2,
    props=(CHAIR,),
)
LONG_SIT = Pose(
    hip=(62, 126),
    torso=78,
    legs=(Limb((113, 126), 100), Limb((113, 126), 85)),
    arms=(Limb((97, 110)), Limb((97, 108))),
)
TO_THE_TOES = replace(
    LONG_SIT, torso=58, head=50, arms=(Limb((109, 114)), Limb((107, 113)))
)
TOWEL = replace(
    LONG_SIT,
    torso=84,
    arms=(Limb((93, 104)), Limb((93, 102))),
    work=("near-shin",),
    props=("M93 104L113 114",),
    arrows=(((128, 108), (124, 101), (114, 100)),),
)

# --- on the back, seen from above ---
MAT = "M16 66H184V130H16Z"
FIGURE_FOUR = Pose(
    hip=(92, 100),
    torso=180,
    front=True,
    legs=(
        Limb((120, 101), -70, via=(114, 78)),
        Limb((136, 107), 0, via=(116, 105)),
    ),
    arms=(Limb((88, 84), via=(72, 82)), Limb((88, 116), via=(72, 118))),
    work=("near-thigh", "near-shin", "near-foot"),
    floor=MAT,
)
FIGURE_FOUR_IN = replace(
    FIGURE_FOUR,
    legs=(
        Limb((104, 103), -70, via=(104, 77)),
        Limb((121, 107), 0, via=(100, 105)),
    ),
    arms=(Limb((97, 96), via=(76, 88)), Limb((97, 113), via=(76, 120))),
    arrows=(((134, 90), (124, 87), (114, 90)),),
)
