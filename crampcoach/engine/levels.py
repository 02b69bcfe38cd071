"""The closed lists that rows are described with: urgencies, kinds, strengths, grades, families and kinds of advice.

What does not fit them, or rows that do not fit together, is a KnowledgeError.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum, StrEnum


class KnowledgeError(ValueError):
    """Rows that do not fit together; `problems` has one plain sentence for each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(self.problems))


class Urgency(IntEnum):
    """How soon to get help; a higher number is more urgent."""

    SELF_CARE = 0
    SEE_DOCTOR = 1
    URGENT_TODAY = 2
    EMERGENCY_DEPARTMENT = 3
    CALL_AMBULANCE = 4

    @property
    def slug(self) -> str:
        return self.name.lower().replace("_", "-")

    @property
    def is_emergency(self) -> bool:
        """At these levels the interview stops at once."""
        return self >= Urgency.EMERGENCY_DEPARTMENT

    @classmethod
    def of(cls, slug: str) -> Urgency:
        """The level with this slug. Raises KnowledgeError."""
        try:
            return cls[slug.upper().replace("-", "_")]
        except KeyError:
            raise KnowledgeError([f"no urgency {slug!r}"]) from None


class Kind(StrEnum):
    """How a question is answered."""

    ONE = "one"
    MANY = "many"
    MAP = "map"


class Stage(StrEnum):
    SAFETY = "safety"
    PROBLEM = "problem"
    RUNNING = "running"
    YOU = "you"


class Role(StrEnum):
    """A condition competes to explain the problem, a contributor adds up, a danger is only named by warning signs."""

    CONDITION = "condition"
    CONTRIBUTOR = "contributor"
    DANGER = "danger"


class Strength(StrEnum):
    """How much a finding speaks for or against a cause."""

    STRONGLY_FOR = "strongly_for"
    FOR = "for"
    SLIGHTLY_FOR = "slightly_for"
    SLIGHTLY_AGAINST = "slightly_against"
    AGAINST = "against"
    STRONGLY_AGAINST = "strongly_against"

    @property
    def log_odds(self) -> float:
        """Weight of evidence in natural log-odds: 0.9 multiplies the odds by about 2.5."""
        return LOG_ODDS[self]

    @property
    def is_for(self) -> bool:
        return self.log_odds > 0


LOG_ODDS: Mapping[Strength, float] = {
    Strength.STRONGLY_FOR: 1.9,
    Strength.FOR: 0.9,
    Strength.SLIGHTLY_FOR: 0.4,
    Strength.SLIGHTLY_AGAINST: -0.4,
    Strength.AGAINST: -0.9,
    Strength.STRONGLY_AGAINST: -1.6,
}


class StepKind(StrEnum):
    HABIT = "habit"
    EXERCISE = "exercise"
    LOAD = "load"
    FUEL = "fuel"
    GEAR = "gear"
    MEDICAL = "medical"


class Evidence(StrEnum):
    """How well a step is known to work, best first."""

    STRONG = "strong"
    MODERATE = "moderate"
    LIMITED = "limited"
    EXPERT = "expert"
    AGAINST = "against"


class Effort(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class When(StrEnum):
    NOW = "now"
    THIS_WEEK = "this-week"
    COMING_WEEKS = "coming-weeks"


class Verdict(StrEnum):
    SUPPORTED = "supported"
    PARTLY = "partly"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"
    HARMFUL = "harmful"


FAMILIES = (
    "training",
    "environment",
    "fuel",
    "technique",
    "muscle",
    "joint-bone",
    "nerve",
    "medical",
    "other",
)

# The kinds of advice that a warning sign can withhold: a closed list, in the order of showing.
ADVICE_TAGS: Mapping[str, str] = {
    "run": "Any running",
    "race": "Races, intervals, hills and other hard efforts",
    "walk": "Walking or standing on the leg",
    "cross-train": "Cycling, swimming or other sport instead",
    "strength": "Strength, balance and hopping exercises",
    "stretch": "Stretching",
    "arch-back": "Bending the back backwards",
    "bend-lift": "Bending forward under load, twisting, lifting",
    "massage": "Massage, foam roller or massage gun",
    "manipulation": "Cracking the back or neck",
    "heat": "Heat pad, hot bath or sauna",
    "ice": "Ice or a cold pack on the sore part",
    "compress": "Compression socks, tight bandage or tape",
    "raise": "Raising the limb",
    "fluids": "Drinking more than thirst asks for",
    "salt": "Extra salt",
    "supplements": "Magnesium, potassium and other supplements",
    "ibuprofen": "Ibuprofen and other anti-inflammatory painkillers",
    "other-medicine": "Any other medicine without asking first",
    "eat-drink": "Eating or drinking",
    "weight-loss": "Eating less or losing weight",
    "caffeine": "Coffee, energy drinks, caffeine gels",
    "drive": "Driving yourself",
    "travel-alone": "Going anywhere alone",
    "fly-dive": "Flying or diving",
    "wait-and-see": "Waiting some days first",
}
