"""The smallest set of rows that holds every content rule, made anew for each test to spoil."""

from typing import Any

from crampcoach.content.fixture_files import Rows


def option(finding: str, **fields: Any) -> dict[str, Any]:
    return {"finding": finding, "text": finding.replace("-", " ").capitalize()} | fields


def small_rows() -> Rows:
    return {
        "sources": [
            {
                "slug": "expert",
                "topic": "cramps",
                "title": "Judgement",
                "kind": "judgement",
                "grade": "C",
            },
            {
                "slug": "miller2010",
                "topic": "cramps",
                "title": "Pickle juice",
                "kind": "trial",
                "grade": "A",
            },
        ],
        "questions": [
            {
                "slug": "emergency-now",
                "stage": "safety",
                "kind": "many",
                "screen": True,
                "text": "Any of this?",
                "options": [
                    option("chest-pressure", unsure="emergency-department"),
                    option("seizure", implies=["feels-weak"]),
                ],
            },
            {
                "slug": "where",
                "stage": "problem",
                "kind": "map",
                "screen": True,
                "text": "Where is it?",
                "options": [option("calf"), option("shin")],
            },
            {
                "slug": "onset",
                "stage": "problem",
                "kind": "one",
                "asked_if": ["region-limb"],
                "text": "How did it start?",
                "options": [option("sudden-in-run"), option("slow")],
            },
            {
                "slug": "weak",
                "stage": "you",
                "kind": "many",
                "text": "How is your strength?",
                "options": [option("feels-weak")],
            },
        ],
        "findings": [
            {
                "finding": "region-limb",
                "text": "In a limb",
                "any_of": ["calf", "shin"],
            }
        ],
        "causes": [
            {
                "slug": "cramp",
                "role": "condition",
                "family": "muscle",
                "name": "Cramp",
                "typical_areas": ["calf", "shin"],
                "prior": 300,
                "confused_with": ["heart-attack"],
                "summary": "A muscle that will not let go.",
                "help_now": "Stop.\nStretch.",
                "sources": ["expert", "miller2010"],
            },
            {"slug": "heart-attack", "role": "danger", "name": "Heart attack"},
        ],
        "indicators": [
            {
                "cause": "cramp",
                "finding": "sudden-in-run",
                "strength": "for",
                "source": "expert",
                "why": "It strikes at once",
            },
            {
                "cause": "cramp",
                "finding": "slow",
                "strength": "against",
                "source": "expert",
                "why": "It strikes at once",
            },
        ],
        "warning_signs": [
            {
                "slug": "heart",
                "urgency": "call-ambulance",
                "title": "Chest pressure",
                "say": "This can be the heart.",
                "do_now": "Call the emergency number.",
                "patterns": [
                    {"all_of": ["chest-pressure"]},
                    {"all_of": ["seizure"], "one_of": ["feels-weak"]},
                ],
                "conditions": ["heart-attack"],
                "withholds": ["race", "run"],
                "sources": ["expert"],
            }
        ],
        "prevention_steps": [
            {
                "slug": "ease-off",
                "kind": "habit",
                "name": "Ease off",
                "evidence": "expert",
                "effort": "low",
                "when": "now",
                "causes": ["cramp"],
            }
        ],
        "first_aid": [
            {
                "slug": "leg-cramp",
                "name": "A leg that cramps",
                "areas": ["calf", "shin"],
                "actions": [
                    {"text": "Stop."},
                    {"text": "Stretch.", "tags": ["stretch"]},
                ],
            }
        ],
        "symptoms": [
            {
                "slug": "knot",
                "name": "A hard knot",
                "areas": ["calf"],
                "findings": ["sudden-in-run"],
                "sources": ["expert"],
            }
        ],
        "claims": [
            {
                "slug": "bananas",
                "statement": "Bananas stop cramps",
                "verdict": "unsupported",
                "heard_in": ["forums"],
                "causes": ["cramp"],
                "sources": ["miller2010"],
            }
        ],
        "vignettes": [
            {
                "slug": "km-34",
                "topic": "cramps",
                "story": "A knot at km 34.",
                "answers": {
                    "emergency-now": [],
                    "where": ["calf"],
                    "onset": ["sudden-in-run"],
                },
                "expect": {"causes": ["cramp"], "urgency": "self-care"},
            },
            {
                "slug": "pressure",
                "topic": "dangers",
                "story": "Pressure on the chest.",
                "answers": {"emergency-now": ["chest-pressure"]},
                "expect": {
                    "conditions": ["heart-attack"],
                    "urgency": "call-ambulance",
                },
            },
        ],
    }
