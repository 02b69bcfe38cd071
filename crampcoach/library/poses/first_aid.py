"""First aid: the stretch that a row tells."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from crampcoach.library.poses.pose import Figure, Limb, Pose
from crampcoach.library.poses.stances import (
    CALVES_ON_CHAIR,
    FIGURE_FOUR_IN,
    FRONT_THIGH,
    ON_FLOOR,
    SEATED,
    SIT,
    STAND,
    TO_THE_TOES,
    TOWEL,
    WALL_STRETCH,
    waves,
)

TOWEL_IN_BED = replace(
    TOWEL,
    hip=(62, 102),
    legs=(Limb((113, 102), 100), Limb((113, 102), 85)),
    arms=(Limb((93, 80)), Limb((93, 78))),
    props=("M93 80L113 90M28 132V74M28 108H172V132",),
    arrows=(((128, 84), (124, 77), (114, 76)),),
)

AFLOAT = Pose(
    hip=(92, 109),
    torso=176,
    head=160,
    legs=(Limb((143, 105), 105), Limb((143, 112), 10)),
    arms=(Limb((66, 78), via=(58, 92)), Limb((84, 116))),
    work=("near-shin",),
    arrows=(
        ((160, 108), (159, 97), (149, 91)),
        ((54, 78), (58, 66), (68, 65)),
        ((74, 65), (81, 70), (80, 80)),
    ),
    floor=waves(114) + waves(126),
)

FIGURES: dict[str, Figure] = {
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
            "A person leans on a wall with one straight leg behind and the heel down. Or the person sits up in bed with a straight knee and pulls the toes back with a towel."
        ),
        (WALL_STRETCH, TOWEL_IN_BED),
    ),
    "cramp-in-pregnancy": Figure(
        _("Stretch for a leg cramp in pregnancy"),
        _(
            "A person sits on a chair, straightens one knee and pulls the toes up towards the shin."
        ),
        (
            replace(
                SIT,
                legs=(Limb((126, 109), 85), Limb((101, 125))),
                work=("near-shin",),
                arrows=(((142, 106), (140, 97), (132, 94)),),
            ),
        ),
        top=SEATED,
    ),
    "hamstring-cramp": Figure(
        _("Stretches for the back of the thigh"),
        _(
            "A person sits with one straight leg and leans over it. Or the person stands with one heel on a low step and tips forward."
        ),
        (
            replace(
                TO_THE_TOES,
                work=("near-thigh",),
                arrows=(((92, 70), (104, 76), (108, 88)),),
            ),
            Pose(
                hip=(84, 74),
                torso=46,
                legs=(Limb((125, 106), 75), Limb((84, 125))),
                arms=(Limb((115, 79)), Limb((112, 78))),
                work=("near-thigh",),
                props=("M114 132V110H156V132",),
                arrows=(((125, 28), (136, 36), (139, 48)),),
            ),
        ),
    ),
    "front-thigh-cramp": Figure(
        _("Stretch for the front of the thigh"),
        _(
            "A person holds a wall, bends one knee and brings the heel towards the buttock with one hand."
        ),
        (FRONT_THIGH,),
    ),
    "foot-and-toe-cramp": Figure(
        _("Stretches for the arch of the foot"),
        _(
            "A person stands and puts weight through the flat foot. Or the person, seen from the front, sits with one ankle across the other knee and pulls the toes up with a hand."
        ),
        (
            Pose(
                hip=(100, 77),
                torso=84,
                legs=(Limb((112, 125)), Limb((72, 121), -50)),
                arms=(Limb((118, 80)), Limb((114, 80))),
                work=("near-foot",),
                arrows=(((134, 92), (134, 102), (132, 114)),),
            ),
            Pose(
                hip=(100, 102),
                front=True,
                legs=(
                    Limb((90, 100), 150, via=(122, 107)),
                    Limb((88, 124), -115, via=(88, 107)),
                ),
                arms=(Limb((119, 99), via=(122, 82)), Limb((81, 93), via=(75, 80))),
                work=("near-foot",),
                props=("M76 132V110H124V132",),
                arrows=(((74, 106), (67, 100), (68, 90)),),
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
        top=SEATED,
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
                arrows=(((63, 119), (54, 117), (46, 124)),),
            ),
        ),
        top=SEATED,
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
                legs=(Limb((124, 122), -70), Limb((93, 124), -110)),
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
            "A person lies on the back with the calves resting on a chair. Then, seen from above, one ankle is across the other knee and both hands draw the leg in."
        ),
        (CALVES_ON_CHAIR, FIGURE_FOUR_IN),
        top=ON_FLOOR,
    ),
    "cramp-in-the-cold": Figure(
        _("Cramp in the water, and on land"),
        _(
            "In the water, a person floats on the back, waves for help and pulls one foot up towards the shin. On land, the person leans on a wall with one straight leg behind and the heel down."
        ),
        (AFLOAT, WALL_STRETCH),
    ),
    "several-muscles": Figure(
        _("One muscle after the other"),
        _(
            "For the calf, a person leans on a wall with one straight leg behind and the heel down. For the front of the thigh, the person holds a wall and brings one heel towards the buttock."
        ),
        (WALL_STRETCH, FRONT_THIGH),
    ),
}
