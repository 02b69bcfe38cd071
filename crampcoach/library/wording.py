"""The fixed vocabulary of rows (urgency, evidence, verdict, family ...) in words for runners."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, Mapping[str, str | Promise]] = {
    "urgency": {
        "call-ambulance": _("Call an ambulance now"),
        "emergency-department": _("Go to an emergency department now"),
        "urgent-today": _("Get medical advice today"),
        "see-doctor": _("Book a visit with a doctor or physiotherapist"),
        "self-care": _("You can look after this yourself for now"),
    },
    "urgency_short": {
        "call-ambulance": _("Ambulance now"),
        "emergency-department": _("Emergency department"),
        "urgent-today": _("Advice today"),
        "see-doctor": _("Book a visit"),
        "self-care": _("Self-care"),
    },
    "urgency_time": {
        "call-ambulance": _("Now: minutes matter"),
        "emergency-department": _("Leave now; be seen within hours"),
        "urgent-today": _("The same day, within 24 hours at most"),
        "see-doctor": _("Usually within two weeks"),
        "self-care": _("Start today; check again in one to two weeks"),
    },
    "evidence": {
        "strong": _("Strong evidence"),
        "moderate": _("Moderate evidence"),
        "limited": _("Limited evidence"),
        "expert": _("Expert judgement"),
        "against": _("Evidence against it"),
    },
    "evidence_meaning": {
        "strong": _("Several good trials, or a review of them, agree."),
        "moderate": _("One good trial, or several other studies that agree."),
        "limited": _("Small, indirect or mixed studies."),
        "expert": _("Accepted practice or reasoning; hardly tested."),
        "against": _("Good studies found that it does not work."),
    },
    "effort": {
        "low": _("Little effort"),
        "medium": _("Some effort"),
        "high": _("Much effort"),
    },
    "when": {
        "now": _("Now"),
        "this-week": _("This week"),
        "coming-weeks": _("In the coming weeks"),
    },
    "step_kind": {
        "habit": _("Habits"),
        "exercise": _("Exercises"),
        "load": _("Training load and return to running"),
        "fuel": _("Food and drink"),
        "gear": _("Shoes and kit"),
        "medical": _("With a doctor, physiotherapist or pharmacist"),
    },
    "verdict": {
        "harmful": _("Can do harm"),
        "contradicted": _("Studies say otherwise"),
        "unsupported": _("No good evidence"),
        "partly": _("Partly true"),
        "supported": _("Supported"),
    },
    "family": {
        "training": _("Training and pacing"),
        "environment": _("Heat, cold and surroundings"),
        "fuel": _("Fluids, salt and food"),
        "technique": _("Form, posture and kit"),
        "muscle": _("Muscles and tendons"),
        "joint-bone": _("Joints, discs and bones"),
        "nerve": _("Nerves"),
        "medical": _("Health and medicines"),
        "other": _("Other"),
    },
    "role": {
        "condition": _("Can explain the problem by itself"),
        "contributor": _("Adds to the problem"),
        "danger": _("Needs help"),
    },
    "strength": {
        "strongly_for": _("Speaks strongly for it"),
        "for": _("Speaks for it"),
        "slightly_for": _("Speaks a little for it"),
        "slightly_against": _("Speaks a little against it"),
        "against": _("Speaks against it"),
        "strongly_against": _("Speaks strongly against it"),
    },
    "source_kind": {
        "guideline": _("Guideline"),
        "review": _("Review"),
        "trial": _("Trial"),
        "cohort": _("Cohort study"),
        "study": _("Other study"),
        "lab": _("Laboratory study"),
        "reference": _("Reference work"),
        "website": _("Website"),
        "judgement": _("Judgement"),
    },
    "grade": {
        "A": _("guideline, systematic review, trial or large cohort"),
        "B": _("smaller study, narrative review or well-kept reference"),
        "C": _("copy, blog, single case or vendor"),
    },
    "topic": {
        "cramps": _("Cramps"),
        "back": _("Back"),
        "warning-signs": _("Warning signs"),
        "causes": _("Causes"),
        "drink-and-salt": _("Drink and salt"),
        "food-and-supplements": _("Food and supplements"),
        "posture-and-form": _("Posture and form"),
        "recovery": _("Recovery"),
        "stretching-and-warm-up": _("Stretching and warm-up"),
        "training": _("Training"),
        "treatment": _("Treatment"),
        "when-to-worry": _("When to worry"),
    },
    "fault": {
        "urgency-too-low": _("Told too little urgency"),
        "danger-not-named": _("Danger not named"),
        "urgency-too-high": _("Told too much urgency"),
        "cause-not-listed": _("Right cause not in the list"),
        "cause-not-in-three": _("Right cause not among the first three"),
        "cause-not-first": _("Right cause in the list, but not first"),
        "contributor-missed": _("Something that fed the problem was missed"),
    },
    "page_kind": {
        "cause": _("Cause"),
        "symptom": _("Symptom"),
        "danger": _("Needs help"),
        "warning_sign": _("Warning sign"),
        "step": _("Prevention"),
        "claim": _("Claim, checked"),
        "page": _("Help"),
    },
    "trigger_rate": {
        "common": _("Often raised"),
        "occasional": _("Raised now and then"),
        "uncommon": _("Seldom raised"),
        "rare": _("Rarely raised"),
        "very-rare": _("Very rarely raised"),
    },
}


def in_words(value: str, vocabulary: str) -> str | Promise:
    """The words for a value; the value itself, readable, where none are written."""
    words = WORDS[vocabulary].get(str(value))
    return words or str(value).replace("-", " ").replace("_", " ").capitalize()
