"""The answers as a FHIR R4 QuestionnaireResponse, and the questionnaire of a release that it answers.

Each question is up to three items: its slug holds what was said yes to, slug.absent what was said no to, slug.unsure what the runner
was not sure about. A question that was not asked has none of them. "None of these" and a question passed over are codes of their
own, so that silence is never read as a no.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from crampcoach.assessments import wording
from crampcoach.assessments.distances import WEEKS, week_name
from crampcoach.assessments.exports.handover import (
    absent_findings,
    footer,
    is_passed_over,
)
from crampcoach.assessments.visits import Visit
from crampcoach.engine.knowledge import Finding, Kind, Knowledge, Question
from crampcoach.engine.report import AnswerLine, Report

ABSENT_REASON = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
ABSENT, UNSURE = ".absent", ".unsure"
NOTES = "would-like-to-know"
UCUM = "http://unitsofmeasure.org"
UCUM_CODES = {"km": "km", "mi": "[mi_i]"}

Resource = dict[str, Any]


def questionnaire(knowledge: Knowledge, address: str) -> Resource:
    """`address`: where this resource is published, which is its canonical name as well."""
    items = [
        item
        for question in knowledge.questions
        for item in _asked_items(question, address)
    ]
    note = {"linkId": NOTES, "text": _notes_text(), "type": "string", "repeats": True}
    return {
        "resourceType": "Questionnaire",
        "id": name_of(knowledge.release),
        "url": address,
        "version": str(knowledge.release),
        "name": f"CrampCoach{knowledge.release}",
        "title": "CrampCoach",
        "status": "active",
        "language": knowledge.language,
        "subjectType": ["Patient"],
        **({"date": knowledge.published_on} if knowledge.published_on else {}),
        "description": wording.standing(knowledge.is_reviewed),
        "item": [*items, *_distance_items(), note],
    }


def questionnaire_response(visit: Visit, report: Report, address: str) -> Resource:
    """`address`: the canonical name of the questionnaire. Nothing in it says who the runner is."""
    items = [
        item for line in report.lines for item in _answered_items(visit, line, address)
    ]
    items += _told_distances(visit, report)
    notes = [{"valueString": note} for note in visit.assessment.notes if note]
    if notes:
        items.append({"linkId": NOTES, "text": _notes_text(), "answer": notes})
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{address}|{report.release}",
        "language": visit.knowledge.language,
        "status": "completed",
        "text": _narrative(visit, report),
        "source": _source(visit),
        "authored": visit.assessment.updated.isoformat(timespec="seconds"),
        "item": items,
    }


def _narrative(visit: Visit, report: Report) -> Resource:
    """For a person who opens the file: what it is, from which release, and its standing."""
    lines = ((line,) for line in footer(visit, report))
    html = format_html_join("", "<p>{}</p>", lines)
    div = f'<div xmlns="http://www.w3.org/1999/xhtml">{html}</div>'
    return {"status": "generated", "div": div}


def _source(visit: Visit) -> Resource:
    """Who answered, as a kind of person; who it was is not known."""
    if visit.assessment.is_proxy:
        return {"type": "RelatedPerson", "display": "Someone with the runner"}
    return {"type": "Patient", "display": "The runner"}


def _distance_links() -> dict[str, str]:
    """Link id -> text of each distance, weeks oldest first."""
    weeks = {f"distance-week-{n}": week_name(n) for n in range(WEEKS - 1, -1, -1)}
    return {
        **{link: f"{_('Distance per week')}: {name}" for link, name in weeks.items()},
        "distance-longest-run": _("Longest run of the month before"),
        "distance-that-run": _("The run it came with"),
    }


def _distance_items() -> list[Resource]:
    return [
        {"linkId": link, "text": text, "type": "quantity"}
        for link, text in _distance_links().items()
    ]


def _told_distances(visit: Visit, report: Report) -> Iterable[Resource]:
    load, unit = report.load, visit.assessment.distances.get("unit", "")
    values = [*load.weeks, load.longest_run, load.that_run]
    if not load.is_told:
        return
    for (link, text), value in zip(_distance_links().items(), values, strict=True):
        if value is not None:
            code = {"system": UCUM, "code": UCUM_CODES[unit], "unit": unit}
            answer = {"valueQuantity": {"value": value, **code}}
            yield {"linkId": link, "text": text, "answer": [answer]}


def name_of(release: int) -> str:
    return f"crampcoach-{release}"


def _asked_items(question: Question, address: str) -> Iterable[Resource]:
    options = [{"valueCoding": _coding(o, address)} for o in question.options]
    also = [{"valueCoding": _passed_over()}]
    if question.kind is not Kind.ONE:
        also.append({"valueCoding": _none(address)})
    yield _choice(question.slug, question.text, question, [*options, *also])
    if question.kind is not Kind.ONE:
        yield _choice(question.slug + ABSENT, _absent_text(question), question, options)
        yield _choice(question.slug + UNSURE, _unsure_text(question), question, options)


def _choice(
    link: str, text: str, question: Question, options: list[Resource]
) -> Resource:
    return {
        "linkId": link,
        "text": text,
        "type": "choice",
        "repeats": question.kind is not Kind.ONE,
        "answerOption": options,
    }


def _answered_items(visit: Visit, line: AnswerLine, address: str) -> Iterable[Resource]:
    question = line.question
    yield _answered(question.slug, question.text, _said(line, address))
    if question.kind is Kind.ONE or is_passed_over(line):
        return
    absent = [_coding(f, address) for f in absent_findings(visit, line)]
    unsure = [_coding(f, address) for f in line.unsure]
    if absent:
        yield _answered(question.slug + ABSENT, _absent_text(question), absent)
    if unsure:
        yield _answered(question.slug + UNSURE, _unsure_text(question), unsure)


def _said(line: AnswerLine, address: str) -> list[Resource]:
    if is_passed_over(line):
        return [_passed_over()]
    return [_coding(f, address) for f in line.chosen] or [_none(address)]


def _answered(link: str, text: str, codings: Iterable[Resource]) -> Resource:
    answers = [{"valueCoding": coding} for coding in codings]
    return {"linkId": link, "text": text, "answer": answers}


def _coding(finding: Finding, address: str) -> Resource:
    return {
        "system": _system(address),
        "code": finding.slug,
        "display": finding.text,
    }


def _none(address: str) -> Resource:
    return {
        "system": _system(address),
        "code": "none",
        "display": _("None of these"),
    }


def _passed_over() -> Resource:
    return {
        "system": ABSENT_REASON,
        "code": "asked-unknown",
        "display": "Asked But Unknown",
    }


def _system(address: str) -> str:
    """The name of the code system of findings: slugs never change meaning, so it has no release in it."""
    site = address.partition("/fhir/")[0]
    return f"{site}/fhir/CodeSystem/crampcoach-finding"


def _absent_text(question: Question) -> str:
    return _("Asked, and absent: %(question)s") % {"question": question.text}


def _unsure_text(question: Question) -> str:
    return _("Not sure: %(question)s") % {"question": question.text}


def _notes_text() -> str:
    return _("What the runner would like to know")
