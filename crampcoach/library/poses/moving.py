"""Exercises that go somewhere: walking, running, hopping, stepping up."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from crampcoach.library.poses.pose import Figure, Limb, Pose
from crampcoach.library.poses.stances import BRIDGE, SIT, SQUAT, STAND, STEP, ring

BIKE = (
    ring(60, 112, 19)
    + ring(142, 112, 19)
    + "M75 84H91M83 84L100 112H60L85 88L128 82L100 112M124 72L142 112M124 72H132"
)
RIDE = Pose(
    hip=(82, 77),
    torso=50,
    head=62,
    legs=(Limb((99, 118), -10), Limb((95, 102), -10)),
    arms=(Limb((130, 71)), Limb((128, 70))),
    work=("near-thigh", "near-shin"),
    props=(BIKE,),
    arrows=(((150, 56), (162, 56), (174, 56)),),
)
STAND_BY = replace(
    STAND,
    hip=(32, 74),
    legs=(Limb((33, 125)), Limb((28, 125))),
    arms=(Limb((60, 55)), Limb((36, 68))),
)

FIGURES: dict[str, Figure] = {
    "general-exercise-and-knowledge": Figure(
        _("Any exercise that you like"),
        _("A person rides a bike. Or the person lies on the back and lifts the hips."),
        (RIDE, replace(BRIDGE, arrows=(((74, 104), (75, 96), (76, 88)),))),
    ),
    "guided-spine-exercise": Figure(
        _("Exercise with a therapist"),
        _(
            "A person sits back slowly towards a chair while a therapist stands by. On other days the person rides a bike."
        ),
        (replace(SQUAT, beside=STAND_BY), RIDE),
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
}
