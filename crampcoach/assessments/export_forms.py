"""The two small forms around the exports: the runner's own lines, and the days of the plan."""

from datetime import date, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crampcoach.assessments.exports.schedule import DAYS, Schedule
from crampcoach.content.typed_text import LineField
from crampcoach.engine.knowledge import PreventionStep

NOTE_LENGTH = 300
FURTHEST = timedelta(days=366)
WRONG_TIME = gettext_lazy("Give a time, like 18:00.")


class NotesForm(forms.Form):
    first = LineField(required=False)
    second = LineField(required=False)

    def clean(self) -> None:
        for name in ("first", "second"):
            length = len(self.cleaned_data.get(name, ""))
            if length > NOTE_LENGTH:
                error = _(
                    "This is %(length)s characters long; there is room for %(most)s."
                )
                sizes = {"length": length, "most": NOTE_LENGTH}
                self.add_error(name, error % sizes)

    @property
    def notes(self) -> list[str]:
        lines = (self.cleaned_data["first"], self.cleaned_data["second"])
        return [line for line in lines if line]


class ScheduleForm(forms.Form):
    """A start, a time of day, and for each exercise its days of the week, in a field named after the step, and maybe a time of its own."""

    start = forms.DateField(
        label=gettext_lazy("First day"),
        error_messages={"invalid": gettext_lazy("Give a day, like 2026-04-30.")},
    )
    at = forms.TimeField(
        label=gettext_lazy("Time of day"),
        error_messages={"invalid": WRONG_TIME},
    )

    def __init__(
        self, steps: tuple[PreventionStep, ...], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.steps = steps
        names = [(day, WEEKDAYS_ABBR[place]) for place, day in enumerate(DAYS)]
        for step in steps:
            self.fields[step.slug] = forms.MultipleChoiceField(
                label=step.name,
                choices=names,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
            self.fields[own_time(step)] = forms.TimeField(
                label=_("Time of day: %(exercise)s") % {"exercise": step.name},
                required=False,
                error_messages={"invalid": WRONG_TIME},
            )

    def clean_start(self) -> date:
        start: date = self.cleaned_data["start"]
        today = timezone.localdate()
        if not today - FURTHEST <= start <= today + FURTHEST:
            raise forms.ValidationError(_("Choose a day within a year from now."))
        return start

    def clean(self) -> None:
        if not any(self.cleaned_data.get(step.slug) for step in self.steps):
            self.add_error(None, _("Choose at least one day for one exercise."))

    @property
    def schedule(self) -> Schedule:
        at: time = self.cleaned_data["at"]
        own = {s.slug: self.cleaned_data[own_time(s)] for s in self.steps}
        times = {slug: time_ for slug, time_ in own.items() if time_ is not None}
        days = {s.slug: tuple(self.cleaned_data[s.slug]) for s in self.steps}
        return Schedule(self.cleaned_data["start"], at, days, times)

    @property
    def fields_of_steps(
        self,
    ) -> list[tuple[PreventionStep, forms.BoundField, forms.BoundField]]:
        """Each exercise with its days and its own time."""
        return [(s, self[s.slug], self[own_time(s)]) for s in self.steps]


def own_time(step: PreventionStep) -> str:
    """The name of the field; no slug has an underscore."""
    return f"{step.slug}_at"


def schedule_form(
    steps: tuple[PreventionStep, ...], schedule: Schedule
) -> ScheduleForm:
    """The form with this schedule filled in."""
    start = {"start": schedule.start.isoformat(), "at": f"{schedule.at:%H:%M}"}
    start |= {f"{slug}_at": f"{at:%H:%M}" for slug, at in schedule.times.items()}
    return ScheduleForm(steps, initial={**start, **schedule.days})
