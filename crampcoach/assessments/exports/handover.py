"""The page for a physiotherapist or doctor, as headings and rows; the web page, the text and the PDF all show this.

It is made from the report and the answers it was made of, and adds nothing to them but the runner's own two lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from crampcoach.assessments import wording
from crampcoach.assessments.distances import written_lines
from crampcoach.assessments.visits import Visit
from crampcoach.engine.knowledge import Finding, Kind, Question, Urgency
from crampcoach.engine.load import Jump
from crampcoach.engine.report import AnswerLine, Report
from crampcoach.engine.triage import RaisedSign

# Short names of questions for a reader in a hurry; a question without one goes by its text.
LABELS: Mapping[str, Promise] = {
    "emergency-now": gettext_lazy("Emergency signs"),
    "nerves-muscles-bones": gettext_lazy("Nerves, muscles, bones"),
    "where": gettext_lazy("Where"),
    "age": gettext_lazy("Age"),
    "sex": gettext_lazy("Sex"),
    "pregnancy-status": gettext_lazy("Pregnancy"),
    "pregnancy-signs": gettext_lazy("Signs in pregnancy"),
    "limb-danger": gettext_lazy("Danger signs, limb"),
    "back-danger": gettext_lazy("Danger signs, back"),
    "unwell": gettext_lazy("Unwell"),
    "new-lately": gettext_lazy("New lately"),
    "torso-danger": gettext_lazy("Danger signs, trunk"),
    "conditions": gettext_lazy("Conditions"),
    "medicines": gettext_lazy("Medicines"),
    "unwell-check": gettext_lazy("Unwell now"),
    "severity": gettext_lazy("How bad"),
    "trend": gettext_lazy("Trend"),
    "sensation": gettext_lazy("Feels like"),
    "onset": gettext_lazy("Onset"),
    "timing": gettext_lazy("When it comes"),
    "frequency": gettext_lazy("How often"),
    "duration": gettext_lazy("For how long"),
    "side": gettext_lazy("Side"),
    "relief": gettext_lazy("What helps"),
    "leg-signs": gettext_lazy("Signs in the leg"),
    "exact-spot": gettext_lazy("Exact spot"),
    "worse-back": gettext_lazy("Back worse with"),
    "back-day": gettext_lazy("Back over the day"),
    "spread": gettext_lazy("Spreads"),
    "session": gettext_lazy("The run itself"),
    "training": gettext_lazy("Training"),
    "weather": gettext_lazy("Weather"),
    "fluids": gettext_lazy("Food and drink"),
    "form-and-strength": gettext_lazy("Form and strength"),
    "lifestyle": gettext_lazy("Daily life"),
    "history": gettext_lazy("Before"),
    "back-history": gettext_lazy("Back before"),
}
TIME_LINE = (
    "where",
    "side",
    "onset",
    "timing",
    "duration",
    "frequency",
    "severity",
    "trend",
)
LOAD = ("session", "training", "weather", "fluids", "form-and-strength", "lifestyle")
HEALTH = (
    "age",
    "sex",
    "pregnancy-status",
    "conditions",
    "medicines",
    "history",
    "back-history",
)
TRIED = ("relief",)


TOLD: Mapping[Urgency, Promise] = {
    Urgency.CALL_AMBULANCE: gettext_lazy("to call an ambulance now"),
    Urgency.EMERGENCY_DEPARTMENT: gettext_lazy("to go to an emergency department now"),
    Urgency.URGENT_TODAY: gettext_lazy("to speak to a health professional today"),
    Urgency.SEE_DOCTOR: gettext_lazy(
        "to book a visit with a doctor or physiotherapist"
    ),
    Urgency.SELF_CARE: gettext_lazy("to look after it for now, and when to get help"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A label, which may be empty, and what stands behind it."""

    label: str
    items: tuple[str, ...]

    @property
    def text(self) -> str:
        return "; ".join(self.items)


@dataclass(frozen=True, slots=True)
class Section:
    """`is_small`: for looking something up, in small print."""

    heading: str
    rows: tuple[Row, ...]
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Handover:
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    footer: tuple[str, ...]


def make_handover(visit: Visit, report: Report) -> Handover:
    placed = {*TIME_LINE, *LOAD, *HEALTH, *TRIED}
    noticed = [line for line in report.lines if line.question.slug not in placed]
    sections = (
        Section(_("Time line"), _told(report, TIME_LINE)),
        Section(_("What the runner noticed"), tuple(_ticked(noticed))),
        Section(_("What the runner would like to know"), _notes(visit)),
        Section(_("Urgency given"), tuple(_urgency(report))),
        Section(_("Warning signs"), tuple(_signs(visit, report))),
        Section(_("Causes considered"), tuple(_causes(report))),
        Section(
            _("Running and daily load"),
            (*_distances(visit, report), *_told(report, LOAD)),
        ),
        Section(_("Health"), _told(report, HEALTH)),
        Section(_("What was tried"), _told(report, TRIED)),
        Section(_("Asked, and absent"), _absent(visit, report), is_small=True),
        Section(_("Not sure"), tuple(_unsure(report)), is_small=True),
        Section(_("Not asked"), _not_asked(visit, report), is_small=True),
    )
    return Handover(
        title=_("For the physio or doctor"),
        subtitle=_subtitle(visit),
        sections=tuple(section for section in sections if section.rows),
        footer=footer(visit, report),
    )


def _subtitle(visit: Visit) -> str:
    date = {"date": date_format(visit.assessment.updated, "j F Y")}
    if visit.assessment.is_proxy:
        return (
            _(
                "What someone with the runner told CrampCoach on %(date)s. “I” is the runner."
            )
            % date
        )
    return _("What a runner told CrampCoach on %(date)s") % date


def release_notice(visit: Visit, report: Report) -> str:
    """What to say when the content has moved on since the check began."""
    begun = visit.assessment.release
    if begun == report.release:
        return ""
    return _(
        "The content has changed since this check began (release %(begun)s then, release %(now)s now)."
        " Everything here is worked out anew with release %(now)s."
    ) % {"begun": begun, "now": report.release}


def made_from(report: Report) -> str:
    return _("Made from content release %(number)s of %(date)s.") % {
        "number": report.release,
        "date": report.published_on,
    }


def label_of(question: Question) -> str:
    return str(LABELS.get(question.slug, question.text))


def absent_findings(visit: Visit, line: AnswerLine) -> tuple[Finding, ...]:
    """The options that the runner saw and said no to: none where the answer was told in passing, or follows from another."""
    if visit.interview.answers.given[line.question.slug].is_partial:
        return ()
    if is_passed_over(line):
        return ()
    told = {f.slug for f in (*line.chosen, *line.unsure)} | visit.interview.established
    return tuple(o for o in line.question.options if o.slug not in told)


def is_passed_over(line: AnswerLine) -> bool:
    """ "Not sure" or "skip" for the question as a whole."""
    return not line.chosen and len(line.unsure) == len(line.question.options)


def _told(report: Report, slugs: Iterable[str]) -> tuple[Row, ...]:
    """The answers to these questions, "none of these" included."""
    lines = {line.question.slug: line for line in report.lines}
    return tuple(
        Row(label_of(lines[slug].question), _words(lines[slug]))
        for slug in slugs
        if slug in lines and not is_passed_over(lines[slug])
    )


def _words(line: AnswerLine) -> tuple[str, ...]:
    texts = tuple(finding.text for finding in line.chosen)
    return texts or (_("none of what was asked"),)


def _ticked(lines: Iterable[AnswerLine]) -> Iterator[Row]:
    for line in lines:
        if line.chosen:
            yield Row(label_of(line.question), tuple(f.text for f in line.chosen))


def _distances(visit: Visit, report: Report) -> Iterator[Row]:
    unit = visit.assessment.distances.get("unit", "")
    for label, text in written_lines(report.load, unit):
        yield Row(label, (text,))
    if report.load.run_ratio and report.load.jump is not Jump.NONE:
        more = round(100 * report.load.run_ratio) - 100
        yield Row(_("That run against the longest before"), (f"+{more} %",))


def _notes(visit: Visit) -> tuple[Row, ...]:
    return tuple(Row("", (note,)) for note in visit.assessment.notes if note)


def _urgency(report: Report) -> Iterator[Row]:
    yield Row(_("The runner was told"), (str(TOLD[report.urgency]),))
    reasons = [
        _because(entry)
        for entry in report.triage.raised
        if entry.sign.urgency is report.urgency
    ]
    reasons += [
        _("not sure about “%(answer)s”") % {"answer": doubt.finding.text}
        for doubt in report.triage.doubts
        if doubt.urgency is report.urgency
    ]
    if report.floor_cause:
        reasons.append(
            _("what fits best, “%(cause)s”, should be looked at by someone")
            % {"cause": report.floor_cause.name}
        )
    if reasons:
        yield Row(_("Because"), tuple(reasons))


def _because(entry: RaisedSign) -> str:
    return f"{entry.sign.title} ({', '.join(f.text for f in entry.findings)})"


def _signs(visit: Visit, report: Report) -> Iterator[Row]:
    count = len(visit.knowledge.warning_signs)
    checked = ngettext(
        "%(count)s warning sign, content release %(release)s",
        "%(count)s warning signs, content release %(release)s",
        count,
    ) % {"count": count, "release": report.release}
    yield Row(_("Checked"), (checked,))
    raised = tuple(entry.sign.title for entry in report.triage.raised)
    yield Row(_("Raised by the answers"), raised or (_("none"),))
    doubts = tuple(doubt.finding.text for doubt in report.triage.doubts)
    if doubts:
        yield Row(_("In doubt"), doubts)
    if report.dangers:
        names = tuple(danger.name for danger in report.dangers)
        yield Row(_("To rule out"), names)


def _causes(report: Report) -> Iterator[Row]:
    for band, group in groupby(report.conditions, key=lambda r: r.band):
        names = tuple(r.cause.term or r.cause.name for r in group)
        yield Row(str(wording.BANDS[band]), names)
    if report.contributors:
        names = tuple(r.cause.name for r in report.contributors)
        yield Row(_("May have fed it"), names)
    if not report.conditions:
        yield Row("", (_("No cause that CrampCoach knows well enough fits."),))


def _absent(visit: Visit, report: Report) -> tuple[Row, ...]:
    """By question, screens first. Of a choice of one, and of the body map, the rest goes without saying."""
    lines = [line for line in report.lines if line.question.kind is Kind.MANY]
    lines.sort(key=lambda line: not line.question.screen)
    rows = [
        Row(
            label_of(line.question), tuple(f.text for f in absent_findings(visit, line))
        )
        for line in lines
    ]
    return tuple(row for row in rows if row.items)


def _unsure(report: Report) -> Iterator[Row]:
    for line in report.lines:
        if is_passed_over(line):
            yield Row(label_of(line.question), (_("the whole question"),))
        elif line.unsure:
            yield Row(label_of(line.question), tuple(f.text for f in line.unsure))


def _not_asked(visit: Visit, report: Report) -> tuple[Row, ...]:
    asked = {line.question.slug for line in report.lines}
    names = tuple(
        label_of(question)
        for question in visit.knowledge.questions
        if question.slug not in asked
    )
    return (Row("", names),) if names else ()


def footer(visit: Visit, report: Report) -> tuple[str, ...]:
    """What every form of it ends with: the release, its standing, and who answered."""
    claim = wording.standing(report.is_reviewed)
    who = (
        _("Someone else answered for the runner; nobody was examined.")
        if visit.assessment.is_proxy
        else _("The runner answered alone; nobody was examined.")
    )
    lines = (release_notice(visit, report), made_from(report), f"{claim} {who}")
    return tuple(line for line in lines if line)
