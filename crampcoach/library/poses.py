"""The poses of every picture: one entry per exercise step and per first-aid row. figures.py draws them.

A frame is 200 by 140 with the floor at 132; y grows downward. People face right, so that a knee bends forward and an
elbow back by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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
    """Angles in degrees, anticlockwise from the right; the first leg and arm are nearer. `work`: parts that stretch or work, as in `near-thigh`."""

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


@dataclass(frozen=True, slots=True)
class Figure:
    """One frame, or start and end. `top`: where the picture begins, for people on the floor."""

    title: Promise
    desc: Promise
    frames: tuple[Pose, ...]
    top: int = 0


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

POSITIONS_FOR_THE_BACK = (
    _(
        "A person lies on the back with the calves resting on a chair. Then the person stands and leans on a wall with both hands."
    ),
    (CALVES_ON_CHAIR, LEAN_ON_WALL),
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
        (WALL_STRETCH, HEEL_UP_HIGH),
    ),
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
    "calf-raises": Figure(
        _("Calf raises on a step"),
        _(
            "A person stands with the toes on the edge of a step and holds a rail, rises onto the toes, and lowers the heels below the edge."
        ),
        (ON_EDGE_UP, ON_EDGE),
    ),
    "cat-camel": Figure(
        _("Cat-camel"),
        _(
            "A person on hands and knees rounds the back up with the head down, then lets the back dip and looks ahead."
        ),
        (
            replace(
                ALL_FOURS,
                curve=26,
                head=-50,
                work=("torso",),
                arrows=(((86, 82), (87, 74), (88, 66)),),
            ),
            replace(
                ALL_FOURS,
                curve=-24,
                head=40,
                work=("torso",),
                arrows=(((86, 84), (87, 92), (88, 99)),),
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
            "A person lies on the back with one ankle across the other knee, then draws that thigh towards the chest with both hands."
        ),
        FIGURE_FOUR,
        top=ON_FLOOR,
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
                arrows=(((150, 84), (146, 84), (141, 84)),),
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
    "nerve-slider": Figure(
        _("Nerve slider for the leg"),
        _(
            "A person sits on a chair with bent knees and looks down, then straightens one leg a little and looks up."
        ),
        (
            replace(SIT, head=52, work=("near-thigh",)),
            replace(
                SIT,
                head=122,
                legs=(Limb((122, 116), 45), Limb((101, 125))),
                work=("near-thigh", "near-shin"),
                arrows=(((120, 130), (132, 127), (138, 116)),),
            ),
        ),
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
                head=8,
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
                arms=(Limb((91, 45), via=(115, 54)), Limb((109, 45), via=(85, 54))),
                work=("shoulders", "near-arm", "far-arm"),
                arrows=(
                    ((126, 62), (146, 50), (130, 36)),
                    ((74, 36), (54, 50), (70, 62)),
                ),
            ),
        ),
    ),
    "side-lying-leg-raise": Figure(
        _("Side-lying leg raise"),
        _(
            "A person lies on one side with the lower knee bent and lifts the straight upper leg."
        ),
        (
            Pose(
                hip=(92, 122),
                torso=178,
                head=170,
                front=False,
                legs=(Limb((143, 119), 60), Limb((126, 128), 0, via=(114, 127))),
                arms=(Limb((80, 128), via=(68, 116)), Limb((28, 127), via=(42, 128))),
            ),
            Pose(
                hip=(92, 122),
                torso=178,
                head=170,
                legs=(Limb((138, 99), 80), Limb((126, 128), 0, via=(114, 127))),
                arms=(Limb((80, 128), via=(68, 116)), Limb((28, 127), via=(42, 128))),
                work=("near-thigh",),
                arrows=(((156, 122), (160, 110), (156, 98)),),
            ),
        ),
        top=ON_FLOOR,
    ),
    "side-plank": Figure(
        _("Side plank from the knees"),
        _(
            "A person lies on one side on the elbow with bent knees, then lifts the hips into a straight line."
        ),
        (
            Pose(
                hip=(96, 126),
                torso=148,
                head=135,
                legs=(
                    Limb((132, 121), -20, via=(121, 127)),
                    Limb((134, 124), -20, via=(121, 127)),
                ),
                arms=(Limb((78, 128), via=(64, 127)), Limb((93, 120), via=(80, 113))),
            ),
            Pose(
                hip=(98, 117),
                torso=162,
                head=158,
                legs=(
                    Limb((132, 119), -20, via=(122, 127)),
                    Limb((134, 122), -20, via=(122, 127)),
                ),
                arms=(Limb((78, 128), via=(64, 126)), Limb((95, 112), via=(81, 94))),
                work=("torso", "near-thigh"),
                arrows=(((100, 104), (101, 96), (102, 86)),),
            ),
        ),
        top=ON_FLOOR,
    ),
    "slow-squats": Figure(
        _("Slow squats"),
        _(
            "A person stands in front of a chair, then sits back slowly until the seat is almost touched."
        ),
        (
            replace(STAND, props=(CHAIR,), arms=(Limb((127, 40)),) * 2),
            Pose(
                hip=(76, 97),
                torso=62,
                head=72,
                legs=(Limb((96, 125)), Limb((93, 125))),
                arms=(Limb((124, 66)),) * 2,
                work=("near-thigh",),
                props=(CHAIR,),
                arrows=(((66, 62), (61, 72), (62, 84)),),
            ),
        ),
    ),
    "small-hops": Figure(
        _("Small hops"),
        _("A person with soft knees hops a little off the ground with both feet."),
        (
            Pose(
                hip=(92, 78),
                torso=82,
                legs=(Limb((94, 125)), Limb((90, 125))),
                arms=(Limb((110, 66)), Limb((104, 68))),
            ),
            Pose(
                hip=(96, 62),
                torso=86,
                legs=(Limb((93, 112), -55), Limb((89, 112), -55)),
                arms=(Limb((116, 48)), Limb((112, 50))),
                work=("near-shin",),
                arrows=(((74, 128), (72, 116), (74, 104)),),
            ),
        ),
    ),
    "step-up": Figure(
        _("Step-up"),
        _("A person puts one foot on a low step, then pushes up to stand tall on it."),
        (
            Pose(
                hip=(96, 77),
                torso=78,
                legs=(Limb((118, 112)), Limb((86, 125))),
                arms=(Limb((100, 68)), Limb((116, 62))),
                work=("near-thigh",),
                props=(STEP,),
            ),
            Pose(
                hip=(122, 62),
                legs=(Limb((122, 112)), Limb((108, 106), -60)),
                arms=(Limb((130, 54)), Limb((116, 56))),
                work=("near-thigh",),
                props=(STEP,),
                arrows=(((84, 86), (82, 70), (88, 56)),),
            ),
        ),
    ),
    "supervised-walking": Figure(
        _("Walk, rest, walk on"),
        _("A person walks, then rests on a chair."),
        (
            Pose(
                hip=(96, 76),
                torso=86,
                legs=(Limb((116, 124), 10), Limb((74, 121), -55)),
                arms=(Limb((80, 62)), Limb((118, 62))),
                arrows=(((136, 74), (148, 74), (160, 74)),),
            ),
            SIT,
        ),
    ),
    "walk-then-run-walk": Figure(
        _("Walk first, then run"),
        _("A person walks. Then the person runs."),
        (
            Pose(
                hip=(96, 76),
                torso=86,
                legs=(Limb((116, 124), 10), Limb((74, 121), -55)),
                arms=(Limb((80, 62)), Limb((118, 62))),
                arrows=(((136, 74), (148, 74), (160, 74)),),
            ),
            Pose(
                hip=(92, 74),
                torso=76,
                legs=(Limb((110, 112), -10), Limb((52, 94), -120)),
                arms=(Limb((82, 54)), Limb((124, 44))),
                arrows=(((138, 74), (152, 74), (168, 74)),),
            ),
        ),
    ),
    # --- first aid ---
    "calf-cramp": Figure(
        _("Stretches for a calf cramp"),
        _(
            "A person leans on a wall with the cramped leg straight behind and the heel down. Or the person sits with a straight knee and pulls the toes back with a towel."
        ),
        (WALL_STRETCH, TOWEL),
    ),
    "night-cramp": Figure(
        _("Stretches for a cramp in bed"),
        _(
            "A person leans on a wall with one straight leg behind and the heel down. Or the person sits with a straight knee and pulls the toes back with a towel."
        ),
        (WALL_STRETCH, TOWEL),
    ),
    "cramp-in-pregnancy": Figure(
        _("Stretch for a leg cramp in pregnancy"),
        _(
            "A person sits on a chair, straightens one knee and pulls the toes up towards the shin."
        ),
        (
            replace(
                SIT,
                legs=(Limb((123, 112), 85), Limb((101, 125))),
                work=("near-shin",),
                arrows=(((140, 108), (137, 99), (129, 97)),),
            ),
        ),
    ),
    "hamstring-cramp": Figure(
        _("Stretches for the back of the thigh"),
        _(
            "A person sits with one straight leg and leans over it. Or the person stands with one heel on a low step and tips forward."
        ),
        (
            replace(
                LONG_SIT,
                torso=58,
                head=50,
                work=("near-thigh",),
                arms=(Limb((109, 114)), Limb((107, 113))),
                arrows=(((92, 70), (104, 76), (108, 88)),),
            ),
            HEEL_UP_HIGH,
        ),
    ),
    "front-thigh-cramp": Figure(
        _("Stretch for the front of the thigh"),
        _(
            "A person holds a wall, bends one knee and brings the heel towards the buttock with one hand."
        ),
        (
            Pose(
                hip=(96, 74),
                legs=(Limb((78, 82), 110, via=(94, 100)), Limb((97, 125))),
                arms=(Limb((80, 70), bend=1), Limb((122, 50))),
                work=("near-thigh",),
                props=(wall(127),),
                arrows=(((66, 98), (60, 88), (66, 78)),),
            ),
        ),
    ),
    "foot-and-toe-cramp": Figure(
        _("Stretch for the arch of the foot"),
        _(
            "A person sits with one ankle across the other knee and pulls the toes up towards the shin with a hand."
        ),
        (
            replace(
                SIT,
                legs=(Limb((104, 96), 70, via=(96, 103)), Limb((104, 125))),
                arms=(Limb((106, 86)), Limb((101, 92))),
                work=("near-foot",),
                arrows=(((118, 94), (118, 84), (111, 78)),),
            ),
        ),
    ),
    "groin-cramp": Figure(
        _("Stretch for the inner thigh"),
        _(
            "Seen from the front, a person sits on the floor with the soles of the feet together and the knees falling outwards."
        ),
        (
            Pose(
                hip=(100, 114),
                front=True,
                legs=(
                    Limb((104, 126), -165, via=(129, 119)),
                    Limb((96, 126), -15, via=(71, 119)),
                ),
                arms=(Limb((104, 122), via=(116, 96)), Limb((96, 122), via=(84, 96))),
                work=("near-thigh", "far-thigh"),
                arrows=(
                    ((138, 104), (144, 108), (146, 117)),
                    ((62, 104), (56, 108), (54, 117)),
                ),
            ),
        ),
    ),
    "shin-tightness": Figure(
        _("Stretch for the shin"),
        _(
            "A person kneels and sits back lightly on the heels with the toes pointing away behind."
        ),
        (
            Pose(
                hip=(76, 114),
                torso=80,
                legs=(
                    Limb((78, 127), 178, via=(101, 126)),
                    Limb((80, 127), 178, via=(103, 126)),
                ),
                arms=(Limb((98, 112)),) * 2,
                work=("near-shin", "near-foot"),
            ),
        ),
    ),
    "side-stitch": Figure(
        _("Stretch for a stitch"),
        _(
            "Seen from the front, a person reaches one arm overhead and leans away to the other side."
        ),
        (
            Pose(
                hip=(108, 72),
                torso=108,
                front=True,
                legs=(Limb((118, 124), -65), Limb((98, 124), -115)),
                arms=(Limb((90, 10), via=(110, 20)), Limb((98, 66), via=(80, 55))),
                work=("torso", "near-arm"),
                arrows=(((126, 30), (122, 12), (108, 6)),),
            ),
        ),
    ),
    "arm-hand-cramp": Figure(
        _("Stretch for the forearm and hand"),
        _(
            "A person holds one arm straight out and bends the hand back with the other hand."
        ),
        (
            replace(
                STAND,
                arms=(Limb((127, 42), hand=75), Limb((132, 35), via=(114, 53))),
                work=("near-arm", "near-hand"),
                arrows=(((144, 24), (138, 18), (128, 20)),),
            ),
        ),
    ),
    "buttock-spasm": Figure(
        _("Positions for a spasm in the buttock"),
        _(
            "A person lies on the back with the calves resting on a chair. Then one ankle is across the other knee and the thigh is drawn in."
        ),
        (CALVES_ON_CHAIR, FIGURE_FOUR[1]),
        top=ON_FLOOR,
    ),
    "low-back-spasm": Figure(_("Easy positions for the back"), *POSITIONS_FOR_THE_BACK),
    "spasm-after-stretching": Figure(
        _("Easy positions for the back"), *POSITIONS_FOR_THE_BACK
    ),
    "strain-after-lifting": Figure(
        _("Easy positions for the back"), *POSITIONS_FOR_THE_BACK
    ),
}
