"""First aid that begins with rest: an easy position, the weight off the leg, shade, somebody who stays."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from crampcoach.library.poses.pose import Figure, Limb, Pose
from crampcoach.library.poses.stances import (
    CALVES_ON_CHAIR,
    CHAIR,
    LEAN_ON_WALL,
    LONG_SIT,
    ON_BACK,
    ON_FLOOR,
    SEATED,
    SIT,
    STAND,
    TO_THE_TOES,
    ring,
)

POSITIONS_FOR_THE_BACK = (
    _(
        "A person lies on the back with the calves resting on a chair. Then the person stands and leans on a wall with both hands."
    ),
    (CALVES_ON_CHAIR, LEAN_ON_WALL),
)

# --- with somebody ---
SIT_BACK = replace(SIT, hip=(70, 101), torso=97, head=92, arms=(Limb((90, 96)),) * 2)
ON_THE_PHONE = replace(
    STAND,
    hip=(56, 74),
    legs=(Limb((57, 125)), Limb((52, 125))),
    arms=(Limb((63, 33), hand=122, via=(73, 46)), Limb((62, 68))),
    work=("near-hand",),  # the phone
)
KNEEL_BY = Pose(
    hip=(50, 101),
    torso=72,
    legs=(Limb((26, 127), 180), Limb((76, 125))),
    arms=(Limb((88, 84)), Limb((84, 88))),
)
TWO_CHAIRS = "M28 132V64M28 106H58V132M172 132V64M172 106H142V132"
NO_DRINK = ring(100, 64, 22) + "M84 80L116 48M93 79V62L97 56V49H103V56L107 62V79Z"

# --- in the shade ---
TREE = "M40 132V58M14 58Q8 42 22 36Q24 16 46 19Q64 8 78 22Q98 22 94 40Q104 50 94 58Z"
SUN = (
    ring(160, 34, 9)
    + "M160 18V13M176 34H181M160 50V55M144 34H139M171 23L175 19M171 45L175 49M149 45L145 49M149 23L145 19"
)
BOTTLE = "M129 131V114L132 109V104H138V109L141 114V131Z"

CALF_BY_HAND = replace(
    TO_THE_TOES,
    work=("near-shin",),
    arrows=(((130, 110), (126, 102), (117, 102)),),
)

FIGURES: dict[str, Figure] = {
    "ankle-heel-pain": Figure(
        _("Take the weight off the foot"),
        _(
            "A person sits on a chair and loosens a shoe. Then the person sits back with that foot resting on a stool."
        ),
        (
            replace(
                SIT,
                torso=28,
                head=10,
                legs=(Limb((110, 125)), Limb((98, 125))),
                arms=(Limb((116, 116)), Limb((113, 115))),
            ),
            replace(
                SIT_BACK,
                legs=(Limb((118, 111), 75), Limb((96, 125))),
                props=(CHAIR, "M108 132V117H142V132"),
            ),
        ),
        top=SEATED,
    ),
    "chest-cramp": Figure(
        _("Sit down, and do not stay alone"),
        _(
            "A person sits back on a chair. Another person stands close by, with a phone at the ear."
        ),
        (replace(SIT_BACK, beside=ON_THE_PHONE),),
    ),
    "cramp-in-the-heat": Figure(
        _("Into the shade, then stretch"),
        _(
            "A person sits in the shade of a tree with a drink. Then the person sits with a straight knee and pulls the toes up towards the shin."
        ),
        (
            Pose(
                hip=(64, 126),
                torso=101,
                legs=(Limb((107, 125)), Limb((102, 125))),
                arms=(Limb((84, 106)), Limb((82, 105))),
                props=(TREE, SUN, BOTTLE),
            ),
            CALF_BY_HAND,
        ),
    ),
    "cramps-all-over": Figure(
        _("Sit down with somebody, then stretch"),
        _(
            "A person sits on the ground, and another person kneels close by. Then the person straightens one knee and pulls the toes up towards the shin."
        ),
        (
            Pose(
                hip=(62, 126),
                torso=104,
                legs=(Limb((105, 125)), Limb((100, 125))),
                arms=(Limb((82, 106)), Limb((80, 105))),
                beside=KNEEL_BY,
            ),
            CALF_BY_HAND,
        ),
        top=SEATED,
    ),
    "drank-too-much": Figure(
        _("Stop drinking, and do not stay alone"),
        _("Two people sit together. Between them, a bottle is crossed out."),
        (
            replace(
                SIT,
                hip=(46, 101),
                legs=(Limb((74, 125)), Limb((71, 125))),
                arms=(Limb((66, 95)),) * 2,
                props=(TWO_CHAIRS, NO_DRINK),
                beside=replace(
                    SIT,
                    hip=(46, 101),
                    legs=(Limb((74, 125)), Limb((71, 125))),
                    arms=(Limb((66, 95)),) * 2,
                ),
            ),
        ),
        top=SEATED,
    ),
    "knee-pain": Figure(
        _("An easy position for the knee"),
        _(
            "A person sits on the ground, leans back on the hands, and rests one knee on a rolled-up jacket."
        ),
        (
            replace(
                LONG_SIT,
                hip=(70, 126),
                torso=122,
                head=104,
                legs=(Limb((118, 124), 75), Limb((121, 126), 75)),
                arms=(Limb((41, 127)), Limb((37, 127))),
                props=(ring(94, 126, 5),),
            ),
        ),
        top=SEATED,
    ),
    "torn-muscle": Figure(
        _("Rest with the leg raised"),
        _("A person lies on the back with one leg resting on a big cushion."),
        (
            replace(
                ON_BACK,
                legs=(Limb((141, 109), 85), Limb((105, 125))),
                props=("M118 131Q112 122 120 117Q138 113 152 116Q160 122 154 131Z",),
            ),
        ),
        top=ON_FLOOR,
    ),
    "upper-back-spasm": Figure(
        _("Sit with the arms supported"),
        _(
            "A person sits with both forearms on a table and breathes out. Then the person sits back and lets the shoulders and arms hang."
        ),
        (
            replace(
                SIT,
                torso=56,
                head=62,
                arms=(Limb((121, 86), via=(107, 86)), Limb((124, 86), via=(110, 86))),
                props=(CHAIR, "M98 91H160M154 91V132"),
                arrows=(((118, 60), (127, 60), (136, 62)),),
            ),
            replace(
                SIT_BACK,
                arms=(Limb((77, 95)), Limb((79, 94))),
                arrows=(((86, 58), (89, 66), (88, 76)),),
            ),
        ),
        top=SEATED,
    ),
    "low-back-spasm": Figure(_("Easy positions for the back"), *POSITIONS_FOR_THE_BACK),
    "spasm-after-stretching": Figure(
        _("Easy positions for the back"), *POSITIONS_FOR_THE_BACK
    ),
    "strain-after-lifting": Figure(
        _("Easy positions for the back"), *POSITIONS_FOR_THE_BACK
    ),
}
