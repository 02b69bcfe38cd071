"""The exercises of the plan as a calendar file: which days suit a dose, and the events of a schedule.

Times float: they are the runner's own clock, wherever that is.
"""

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from icalendar import Calendar, Event, vRecur

from crampcoach.engine.knowledge import PreventionStep, StepKind
from crampcoach.engine.report import Report

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
EVERY_DAY = DAYS
THREE_DAYS = ("MO", "WE", "FR")
SPREAD = {
    1: ("WE",),
    2: ("TU", "FR"),
    3: THREE_DAYS,
    4: ("MO", "TU", "TH", "SA"),
    5: ("MO", "TU", "WE", "TH", "FR"),
    6: DAYS[:6],
    7: EVERY_DAY,
}
WORDS = {"once": 1, "twice": 2}
USUAL_WEEKS, MOST_WEEKS = 6, 26
MINUTES = 20
EVENING, BEDTIME = time(18, 0), time(21, 30)


@dataclass(frozen=True, slots=True)
class Schedule:
    """When to start, at what time, and step -> days; a step without days is left out. `times`: steps with a time of their own."""

    start: date
    at: time
    days: Mapping[str, tuple[str, ...]]
    times: Mapping[str, time]


def exercises(report: Report) -> tuple[PreventionStep, ...]:
    steps = (item.step for item in report.plan.items)
    return tuple(step for step in steps if step.kind is StepKind.EXERCISE)


def days_for(dose: str) -> tuple[str, ...]:
    """The days that suit an English dose; three a week where it names none.

    "2 to 3 times a week" is three days, "twice a day" is every day, "every second day" is Monday, Wednesday and Friday.
    """
    text = dose.lower()
    weekly = re.search(
        r"(\d+|once|twice)(?: times| days| short sessions)? a week", text
    )
    if weekly:
        count = WORDS.get(weekly[1]) or int(weekly[1])
        return SPREAD[min(max(count, 1), 7)]
    if re.search(r"daily|a day|every (day|evening|morning|night)\b", text):
        return EVERY_DAY
    return THREE_DAYS


def weeks_for(dose: str) -> int:
    """For how long, from an English dose such as "for 12 weeks"."""
    found = re.search(r"(\d+) weeks", dose.lower())
    return min(max(int(found[1]), 1), MOST_WEEKS) if found else USUAL_WEEKS


def is_for_bedtime(dose: str) -> bool:
    """Whether an English dose says so, as in "every evening before bed"."""
    return (
        re.search(r"\bbed(time)?\b|\bevery (evening|night)\b", dose.lower()) is not None
    )


def default_schedule(doses: Mapping[str, str], today: date) -> Schedule:
    """`doses`: step -> its dose in English. It starts tomorrow."""
    days = {slug: days_for(dose) for slug, dose in doses.items()}
    times = {slug: BEDTIME for slug, dose in doses.items() if is_for_bedtime(dose)}
    return Schedule(today + timedelta(days=1), EVENING, days, times)


def calendar_file(
    steps: tuple[PreventionStep, ...],
    schedule: Schedule,
    weeks: Mapping[str, int],
    key: str,
    made: datetime,
    footer: Iterable[str],
) -> bytes:
    """`key` makes the UIDs stable, so that a second import replaces the first; it cannot be read back from them.

    `footer`: lines for the foot of every event.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//CrampCoach//plan//EN")
    calendar.add("version", "2.0")
    for step in steps:
        days = schedule.days.get(step.slug)
        if days:
            calendar.add_component(
                _event(step, schedule, days, weeks[step.slug], key, made, footer)
            )
    return calendar.to_ical()


def _event(
    step: PreventionStep,
    schedule: Schedule,
    days: tuple[str, ...],
    weeks: int,
    key: str,
    made: datetime,
    footer: Iterable[str],
) -> Event:
    at = schedule.times.get(step.slug, schedule.at)
    first = datetime.combine(first_day(schedule.start, days), at)
    event = Event()
    event.add("uid", str(uuid.uuid5(uuid.NAMESPACE_OID, f"{key} {step.slug}")))
    event.add("dtstamp", made)
    event.add("summary", step.name)
    event.add("description", _description(step, footer))
    event.add("dtstart", first)
    event.add("duration", timedelta(minutes=MINUTES))
    rule = {"FREQ": "WEEKLY", "BYDAY": list(days), "COUNT": weeks * len(days)}
    event.add("rrule", vRecur(rule))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def first_day(start: date, days: tuple[str, ...]) -> date:
    """The first of these days of the week on or after `start`."""
    ahead = min((DAYS.index(day) - start.weekday()) % 7 for day in days)
    return start + timedelta(days=ahead)


def _description(step: PreventionStep, footer: Iterable[str]) -> str:
    lines = (step.dose, *step.how_to, *step.cautions, step.stop_rule)
    text = "\n".join(line for line in lines if line)
    return "\n".join((text, "", *footer))
