"""Words of the check for what the engine knows as levels, bands and stages.

The vocabulary of rows (the names of urgencies, evidence, strengths) is said by the filter `words` of the library.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from crampcoach.assessments.countries import NUMBERS
from crampcoach.engine.knowledge import Stage, Urgency
from crampcoach.engine.ranking import Band
from crampcoach.engine.running import Go

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
        "Speak to a health professional today: your doctor, an advice line or an out-of-hours service."
    ),
    Urgency.SEE_DOCTOR: _(
        "Most causes of this are not dangerous, but it deserves a check that a website cannot do."
    ),
    Urgency.SELF_CARE: _(
        "Nothing you told us matches a warning sign we check for. That is not a guarantee, so look at"
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
    Urgency.SELF_CARE: (),
}

ALSO_DO_NOT: Mapping[Urgency, tuple[Promise, ...]] = {
    Urgency.CALL_AMBULANCE: (_("Do not drive yourself."),),
    Urgency.EMERGENCY_DEPARTMENT: (
        _("Do not drive yourself if you are weak, faint, numb or in severe pain."),
    ),
    Urgency.URGENT_TODAY: (),
    Urgency.SEE_DOCTOR: (),
    Urgency.SELF_CARE: (),
}

BANDS: Mapping[Band, Promise] = {
    Band.FITS_WELL: _("Fits well"),
    Band.FITS_PARTLY: _("Fits partly"),
    Band.LESS_LIKELY: _("Less likely, but worth knowing"),
}

# "Can I run?", in a word, and what it means.
RUNNING: Mapping[Go, tuple[Promise, Promise]] = {
    Go.NOT_UNTIL_SEEN: (
        _("Not until you have been seen."),
        _("Ask the person who sees you when and how to begin again."),
    ),
    Go.NOT_NOW: (
        _("Not now."),
        _(
            "Walk only as far as it does not make it worse. Think of running again when you walk without a limp and"
            " hop ten times without pain."
        ),
    ),
    Go.EASY_ONLY: (
        _("Easy running only."),
        _(
            "Slow enough to talk, on flat ground, shorter than usual. Stop when pain rises above 4 out of 10 or"
            " changes how you run. If it is worse the next morning, leave a few days out."
        ),
    ),
    Go.WITH_LIMITS: (
        _("Yes, with these limits."),
        _(
            "Pain stays at 4 out of 10 or less, does not change how you run, and is no worse the next morning. Add"
            " nothing new. Run hard again only after two easy runs went well."
        ),
    ),
}

RACING: Mapping[Go, Promise] = {
    Go.NOT_UNTIL_SEEN: _("No. Ask about it when you are seen."),
    Go.NOT_NOW: _(
        "Not now. A race started with a limp is usually a race not finished, and a longer break after it."
    ),
    Go.EASY_ONLY: _("Not yet. First two weeks of full training without trouble."),
    Go.WITH_LIMITS: _(
        "Only if two easy runs and a few short fast stretches went well in the days before. Start slower than"
        " planned, and stop if it comes back."
    ),
}

# The same of somebody else.
RUNNING_OF_OTHERS: Mapping[Go, tuple[Promise, Promise]] = {
    Go.NOT_UNTIL_SEEN: (
        _("Not until a professional has had a look."),
        _("Let them ask when and how to begin again."),
    ),
    Go.NOT_NOW: (
        _("Not now."),
        _(
            "Walking is fine as far as it does not make it worse. Running can wait until they walk without a limp and"
            " hop ten times without pain."
        ),
    ),
    Go.EASY_ONLY: (
        _("Easy running only."),
        _(
            "Slow enough to talk, on flat ground, shorter than usual. They should stop when pain rises above 4 out of"
            " 10 or changes how they run. If it is worse the next morning, leave a few days out."
        ),
    ),
    Go.WITH_LIMITS: (
        _("Yes, with these limits."),
        _(
            "Pain stays at 4 out of 10 or less, does not change how they run, and is no worse the next morning."
            " Nothing new for now. Running hard can come back after two easy runs went well."
        ),
    ),
}

RACING_OF_OTHERS: Mapping[Go, Promise] = {
    **RACING,
    Go.NOT_UNTIL_SEEN: _("No. Let them ask about it at that visit."),
}

# What to do, said to somebody who is with the runner.
ADVICE_TO_COMPANION: Mapping[Urgency, Promise] = {
    Urgency.CALL_AMBULANCE: _(
        "Stay with them and call your local emergency number now. Put the phone on speaker."
    ),
    Urgency.EMERGENCY_DEPARTMENT: _(
        "Stay with them and take them straight to a hospital emergency department. If you cannot get there"
        " quickly, or they get worse, call an ambulance."
    ),
    Urgency.URGENT_TODAY: _(
        "Help them to speak to a health professional today: their doctor, an advice line or an out-of-hours service."
    ),
}

COMPANION_DOES: Mapping[Urgency, tuple[Promise, ...]] = {
    Urgency.CALL_AMBULANCE: (
        _(
            "If they do not respond and do not breathe normally: call, press hard and fast on the middle of the"
            " chest, and send someone for a defibrillator (AED)."
        ),
        _(
            "Keep them safe from traffic, heat and cold, in the position that is easiest."
        ),
        _("Remember when it began, and what they take as medicine."),
    ),
    Urgency.EMERGENCY_DEPARTMENT: (
        _("Do not leave them alone, and do not let them drive."),
        _("Take their medicines, or a list of them, along."),
    ),
}

EMERGENCY_NUMBERS = NUMBERS


def standing(is_reviewed: bool) -> str:
    """What this is and is not, for every report and export."""
    if is_reviewed:
        return gettext("Information, not a diagnosis.")
    return gettext("Information, not a diagnosis. Not yet reviewed by a clinician.")
