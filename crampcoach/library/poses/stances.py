"""The stances and props that several pictures start from: standing, sitting, on hands and knees, on the back."""

from __future__ import annotations

from dataclasses import replace

from crampcoach.library.poses.pose import Limb, Pose

UP = 90
ON_FLOOR = 58  # the top of a picture of somebody lying down

CHAIR = "M48 132V66M48 106H88V132"  # its back on the left, for one who faces right
STEP = "M108 132V118H176V132"


def wall(x: int) -> str:
    return f"M{x} 132V12M{x} 30l8 -8M{x} 60l8 -8M{x} 90l8 -8M{x} 120l8 -8"


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
HEEL_UP_HIGH = Pose(
    hip=(78, 75),
    torso=55,
    legs=(Limb((125, 98), 75), Limb((78, 125))),
    arms=(Limb((111, 72)), Limb((108, 70))),
    work=("near-thigh",),
    props=("M112 132V102H152V132",),
    arrows=(((112, 26), (124, 32), (129, 44)),),
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
    props=("M104 104H150M108 104V132M146 132V62",),
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
TOWEL = replace(
    LONG_SIT,
    torso=84,
    arms=(Limb((93, 104)), Limb((93, 102))),
    work=("near-shin",),
    props=("M93 104L113 114",),
    arrows=(((128, 108), (124, 101), (114, 100)),),
)

FIGURE_FOUR = (
    replace(
        ON_BACK,
        legs=(Limb((111, 97), 50, via=(84, 101)), Limb((122, 125))),
        work=("near-thigh",),
    ),
    replace(
        ON_BACK,
        legs=(
            Limb((101, 95), 50, via=(74, 101)),
            Limb((121, 97), UP, via=(97, 101)),
        ),
        arms=(Limb((91, 112), via=(72, 121)), Limb((91, 110), via=(72, 119))),
        work=("near-thigh",),
        arrows=(((118, 84), (108, 77), (98, 81)),),
    ),
)
