"""The runner's distances: the small form, how they are stored, and the picture of them on the report.

Stored as {"unit": "km", "weeks": [30, null, 35, 40, 62], "longest": 16, "that_run": 42.2}, in the unit that was chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from crampcoach.engine.load import Jump, Load

WEEKS = 5
MOST = 500.0  # in either unit; more in a week is a slip of the finger
UNITS = (("km", gettext_lazy("kilometres")), ("mi", gettext_lazy("miles")))

# What a run of this length says, and what the study behind it did not look at (frandsen2025).
JUMPS: Mapping[Jump, Promise] = {
    Jump.NONE: gettext_lazy(
        "That run was no more than a tenth longer than your longest of the month before. Such runs were the safest in a study of"
        " 5,205 runners, so its length alone hardly explains the trouble."
    ),
    Jump.SMALL: gettext_lazy(
        "That run was more than a tenth longer than your longest of the month before. In a study of 5,205 runners, overuse"
        " injuries came more often after such runs."
    ),
    Jump.MODERATE: gettext_lazy(
        "That run was far longer than your longest of the month before. In a study of 5,205 runners, overuse injuries came more"
        " often after such runs."
    ),
    Jump.LARGE: gettext_lazy(
        "That run was more than twice as long as your longest of the month before. In a study of 5,205 runners, overuse injuries"
        " came about twice as often after such runs."
    ),
}


def load_of(stored: Mapping[str, Any]) -> Load:
    return Load(
        weeks=tuple(stored.get("weeks", ())),
        longest_run=stored.get("longest"),
        that_run=stored.get("that_run"),
    )


class DistanceField(forms.CharField):
    """A distance such as 12, 12.5 or 12,5; empty is None."""

    def to_python(self, value: Any) -> float | None:  # type: ignore[override]
        text = super().to_python(value).replace(",", ".").strip()
        if not text:
            return None
        try:
            number = float(text) if text.isascii() else float("nan")
        except ValueError:
            number = float("nan")
        if not 0 <= number <= MOST:
            raise forms.ValidationError(
                _("Write a distance as a number from 0 to %(most)s, like 12 or 12.5.")
                % {"most": f"{MOST:g}"}
            )
        return round(number, 1)


class DistancesForm(forms.Form):
    """Every field may stay empty; all empty takes the distances out again."""

    unit = forms.ChoiceField(
        label=gettext_lazy("Unit"), choices=UNITS, widget=forms.RadioSelect
    )
    longest = DistanceField(
        label=gettext_lazy("Your longest run in the month before"), required=False
    )
    that_run = DistanceField(
        label=gettext_lazy("The run in or after which it came"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for ago in range(WEEKS - 1, -1, -1):
            name = week_name(ago)
            self.fields[f"week_{ago}"] = DistanceField(label=name, required=False)

    @property
    def week_fields(self) -> list[forms.BoundField]:
        """Oldest first."""
        return [self[f"week_{ago}"] for ago in range(WEEKS - 1, -1, -1)]

    @property
    def run_fields(self) -> list[forms.BoundField]:
        return [self["longest"], self["that_run"]]

    @property
    def distances(self) -> dict[str, Any]:
        """As stored; empty where nothing was told."""
        data = self.cleaned_data
        stored = {
            "unit": data["unit"],
            "weeks": [data[field.name] for field in self.week_fields],
            "longest": data["longest"],
            "that_run": data["that_run"],
        }
        return stored if load_of(stored).is_told else {}


def distances_form(stored: Mapping[str, Any]) -> DistancesForm:
    """The form with what is stored filled in."""
    weeks = stored.get("weeks", [None] * WEEKS)
    ago = range(len(weeks) - 1, -1, -1)
    numbers = {f"week_{n}": week for n, week in zip(ago, weeks, strict=True)}
    numbers |= {name: stored.get(name) for name in ("longest", "that_run")}
    initial = {name: written(value) for name, value in numbers.items()}
    return DistancesForm(initial={"unit": stored.get("unit", "km"), **initial})


def week_name(ago: int) -> str:
    if not ago:
        return _("The week it came")
    return ngettext("%(n)s week before", "%(n)s weeks before", ago) % {"n": ago}


def written(distance: float | None) -> str:
    return "" if distance is None else f"{distance:g}"


def written_lines(load: Load, unit: str) -> Iterator[tuple[str, str]]:
    """The distances in words, as (label, text): for the handover, and for readers who cannot see the picture."""
    if any(week is not None for week in load.weeks):
        weeks = ", ".join(written(week) or "?" for week in load.weeks)
        yield _("Distance per week, oldest first"), f"{weeks} {unit}"
    if load.longest_run is not None:
        text = f"{written(load.longest_run)} {unit}"
        yield _("Longest run of the month before"), text
    if load.that_run is not None:
        yield _("The run it came with"), f"{written(load.that_run)} {unit}"


# ---- the picture

WIDTH, HEIGHT = 320, 150
TOP, FLOOR = 22, 122  # room for the numbers above and the names below
GAP = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """A week in the picture, in its units; `label` is empty where the week was not told."""

    x: float
    y: float
    width: float
    height: float
    label: str
    name: str
    is_last: bool

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Picture:
    """`usual_y`: the height of the mean of the weeks before, if there is one."""

    bars: tuple[Bar, ...]
    usual_y: float | None
    lines: tuple[tuple[str, str], ...]
    jump_text: Promise | str
    width: int = WIDTH
    height: int = HEIGHT
    floor: int = FLOOR


def picture_of(load: Load, unit: str) -> Picture | None:
    """What the report shows of the distances; nothing where none were told."""
    if not load.is_told:
        return None
    most = max((week for week in load.weeks if week), default=0.0)
    usual = load.usual_week
    return Picture(
        bars=tuple(_bars(load, most)) if most else (),
        usual_y=round(_y(usual, most), 1) if usual is not None and most else None,
        lines=tuple(written_lines(load, unit)),
        jump_text=JUMPS[load.jump] if load.jump else "",
    )


def _bars(load: Load, most: float) -> Iterator[Bar]:
    step = WIDTH / len(load.weeks)
    for place, week in enumerate(load.weeks):
        ago = len(load.weeks) - 1 - place
        y = _y(week or 0.0, most)
        yield Bar(
            x=round(place * step + GAP / 2, 1),
            y=round(y, 1),
            width=round(step - GAP, 1),
            height=round(FLOOR - y, 1),
            label=written(week),
            name=f"−{ago}" if ago else _("then"),
            is_last=not ago,
        )


def _y(distance: float, most: float) -> float:
    return FLOOR - (FLOOR - TOP) * distance / most
