"""Words of the check for what the engine knows as levels, bands and stages.

The vocabulary of rows (the names of urgencies, evidence, strengths) is said by the filter `words` of the library.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from crampcoach.engine.knowledge import Stage, Urgency
from crampcoach.engine.ranking import Band

STAGES: Mapping[Stage, Promise] = {
    Stage.SAFETY: _("Safety check"),
    Stage.PROBLEM: _("What happened"),
    Stage.RUNNING: _("Your running"),
    Stage.YOU: _("About you"),
}

LEVELS: Mapping[Urgency, Promise] = {
    Urgency.CALL_AMBULANCE: _("Emergency"),
    Urgency.EMERGENCY_DEPARTMENT: _("Emergency"),
    Urgency.URGENT_TODAY: _("Urgent advice"),
    Urgency.SEE_DOCTOR: _("Not urgent, but do not leave it"),
    Urgency.SELF_CARE: _("Self-care"),
}

ADVICE: Mapping[Urgency, Promise] = {
    Urgency.CALL_AMBULANCE: _(
        "Stop and call your local emergency number. If you cannot speak, ask someone near you to call."
    ),
    Urgency.EMERGENCY_DEPARTMENT: _(
        "Go straight to a hospital emergency department, and let someone take you. If you cannot get there"
        " quickly, or you get worse, call an ambulance."
    ),
    Urgency.URGENT_TODAY: _(
        "Speak to a health professional today: your doctor, or an advice line or out-of-hours service"
        " (for example 111 in the UK, 116117 in Germany, the huisartsenpost in the Netherlands)."
    ),
    Urgency.SEE_DOCTOR: _(
        "Most causes of this are not dangerous, but it deserves a check that a website cannot do."
    ),
    Urgency.SELF_CARE: _(
        "Nothing you told us matches a warning sign we check for. That is not a guarantee: look below for"
        " when to get help."
    ),
}

ALSO_DO: Mapping[Urgency, tuple[Promise, ...]] = {
    Urgency.CALL_AMBULANCE: (
        _("Unlock the door, stay with someone, keep your phone by you."),
        _(
            "If someone does not respond and does not breathe normally: call, press on the chest, send for a"
            " defibrillator (AED)."
        ),
    ),
    Urgency.EMERGENCY_DEPARTMENT: (_("Take a list of your medicines with you."),),
    Urgency.URGENT_TODAY: (
        _("If you cannot reach anyone today, go to an emergency department."),
    ),
    Urgency.SEE_DOCTOR: (
        _("Show them this page."),
        _("If it gets worse, do not wait for the appointment: do this check again."),
    ),
    Urgency.SELF_CARE: (_("Come back sooner if something changes."),),
}

ALSO_DO_NOT: Mapping[Urgency, tuple[Promise, ...]] = {
    Urgency.CALL_AMBULANCE: (_("Do not drive yourself."),),
    Urgency.EMERGENCY_DEPARTMENT: (
        _("Do not drive yourself if you are weak, faint, numb or in severe pain."),
    ),
    Urgency.URGENT_TODAY: (_("Do not run until you have been checked."),),
    Urgency.SEE_DOCTOR: (),
    Urgency.SELF_CARE: (),
}

BANDS: Mapping[Band, Promise] = {
    Band.FITS_WELL: _("Fits well"),
    Band.FITS_PARTLY: _("Fits partly"),
    Band.LESS_LIKELY: _("Less likely, but worth knowing"),
}

EMERGENCY_NUMBERS: tuple[tuple[str, Promise], ...] = (
    ("112", _("Europe")),
    ("999", _("United Kingdom")),
    ("911", _("USA, Canada")),
    ("000", _("Australia")),
)
