"""The runner's distances, if told: was one run a jump? Told in the runner's own unit throughout, since only ratios count.

It explains and never decides: urgency, causes and plan come from answers alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Jump(Enum):
    """How far a run went beyond the longest of the 30 days before, in the steps of the study (frandsen2025)."""

    NONE = "none"  # up to a tenth longer
    SMALL = "small"  # up to 30 % longer
    MODERATE = "moderate"  # up to twice as long
    LARGE = "large"


# Jump -> up to which ratio, boundary included.
LIMITS = ((Jump.NONE, 1.1), (Jump.SMALL, 1.3), (Jump.MODERATE, 2.0))


@dataclass(frozen=True, slots=True)
class Load:
    """`weeks`: distance per week, oldest first, the last one being the week it came; None = not told.

    `longest_run`: the longest run of the 30 days before. `that_run`: the run it came in or after.
    """

    weeks: tuple[float | None, ...] = ()
    longest_run: float | None = None
    that_run: float | None = None

    @property
    def is_told(self) -> bool:
        return any(
            v is not None for v in (*self.weeks, self.longest_run, self.that_run)
        )

    @property
    def run_ratio(self) -> float | None:
        """How many times as long as the longest run of the month before; None when one of them is not told."""
        if not self.longest_run or self.that_run is None:
            return None
        return self.that_run / self.longest_run

    @property
    def jump(self) -> Jump | None:
        """How much of a jump that run was; None when it cannot be told.

        17.6 after 16 is a tenth longer and no jump, although 17.6 / 16 is a little more than 1.1 in binary.
        """
        ratio = self.run_ratio
        if ratio is None:
            return None
        rounded = round(ratio, 6)
        return next((jump for jump, most in LIMITS if rounded <= most), Jump.LARGE)

    @property
    def usual_week(self) -> float | None:
        """The mean of the weeks told before the last; None without any."""
        told = [week for week in self.weeks[:-1] if week is not None]
        return sum(told) / len(told) if told else None
