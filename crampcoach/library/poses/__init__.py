"""The poses of every picture: one figure per exercise step and per first-aid row. figures.py draws them."""

from __future__ import annotations

from crampcoach.library.poses import first_aid, floor, moving, resting, upright
from crampcoach.library.poses.pose import Figure, Limb, Point, Pose

__all__ = ["FIGURES", "Figure", "Limb", "Point", "Pose"]

FIGURES: dict[str, Figure] = {
    **upright.FIGURES,
    **moving.FIGURES,
    **floor.FIGURES,
    **first_aid.FIGURES,
    **resting.FIGURES,
}
