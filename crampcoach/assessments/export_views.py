"""What a finished visit can be taken along as: handover page and files, calendar, and the link to share."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from crampcoach.assessments import wording
from crampcoach.assessments.export_forms import (
    NotesForm,
    ScheduleForm,
    schedule_form,
)
from crampcoach.assessments.exports import fhir, schedule
from crampcoach.assessments.exports.handover import (
    made_from,
    make_handover,
    release_notice,
)
from crampcoach.assessments.exports.pdf import pdf
from crampcoach.assessments.exports.plain_text import plain_text
from crampcoach.assessments.report_page import report_context
from crampcoach.assessments.views import HttpResponseSeeOther, careful
from crampcoach.assessments.visits import (
    Visit,
    open_shared_visit,
    open_visit,
    save_notes,
    save_sharing,
)
from crampcoach.content import releases
from crampcoach.engine.knowledge import KnowledgeError
from crampcoach.engine.report import Report

View = Callable[..., HttpResponse]


def of_finished_visit(view: View) -> View:
    """Hand the view a visit and its report. An unfinished visit has none, and in an emergency there is something else to do."""

    @wraps(view)
    def answer(request: HttpRequest, key: str) -> HttpResponse:
        visit = open_visit(key)
        if visit.interview.next_page:
            context = {
                "next_url": visit.next_url,
                "remaining": visit.interview.remaining,
            }
            return render(request, "assessments/unfinished.html", context, status=409)
        report = visit.report
        if report.urgency.is_emergency:
            return redirect(visit.url("report"))
        return view(request, visit, report)

    return answer


def as_file(content: bytes | str, kind: str, name: str) -> HttpResponse:
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=disposition)


@require_http_methods(["GET", "HEAD", "POST"])
@careful
@of_finished_visit
def handover(request: HttpRequest, visit: Visit, report: Report) -> HttpResponse:
    if request.method == "POST":
        form = NotesForm(request.POST)
        if form.is_valid():
            save_notes(visit.assessment.key, form.notes)
            return HttpResponseSeeOther(visit.url("handover"))
        return show_handover(request, visit, report, form, status=422)
    first, second = (*visit.assessment.notes, "", "")[:2]
    form = NotesForm(initial={"first": first, "second": second})
    return show_handover(request, visit, report, form)


def show_handover(
    request: HttpRequest,
    visit: Visit,
    report: Report,
    form: NotesForm,
    status: int = 200,
) -> HttpResponse:
    made = make_handover(visit, report)
    context = {
        "handover": made,
        "plain_text": plain_text(made),
        "form": form,
        "assessment": visit.assessment,
        "knowledge": visit.knowledge,
        "section": "check",
    }
    return render(request, "assessments/handover.html", context, status=status)


@require_safe
@careful
@of_finished_visit
def handover_text(request: HttpRequest, visit: Visit, report: Report) -> HttpResponse:
    text = plain_text(make_handover(visit, report))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
@careful
@of_finished_visit
def handover_pdf(request: HttpRequest, visit: Visit, report: Report) -> HttpResponse:
    file = pdf(make_handover(visit, report), get_language() or "en")
    return as_file(file, "application/pdf", "crampcoach-handover.pdf")


@require_safe
@careful
@of_finished_visit
def handover_fhir(request: HttpRequest, visit: Visit, report: Report) -> HttpResponse:
    address = questionnaire_address(request, report.release)
    response = JsonResponse(
        fhir.questionnaire_response(visit, report, address),
        content_type="application/fhir+json",
    )
    name = 'attachment; filename="crampcoach-handover.fhir.json"'
    response["Content-Disposition"] = name
    return response


def questionnaire_address(request: HttpRequest, release: int) -> str:
    return request.build_absolute_uri(reverse("fhir-questionnaire", args=(release,)))


@require_safe
def fhir_questionnaire(request: HttpRequest, release: int) -> HttpResponse:
    """The questions of any release, in English; the same for everyone and for ever."""
    try:
        knowledge = releases.numbered(release)
    except KnowledgeError:
        raise Http404 from None  # of a time when rows had another shape
    if knowledge is None:
        raise Http404
    address = questionnaire_address(request, release)
    return JsonResponse(
        fhir.questionnaire(knowledge, address),
        content_type="application/fhir+json",
        headers={"Cache-Control": "public, max-age=86400"},
    )


@require_safe
@careful
@of_finished_visit
def calendar(request: HttpRequest, visit: Visit, report: Report) -> HttpResponse:
    """Where the days and the time of the exercises are chosen."""
    steps = schedule.exercises(report)
    usual = schedule.default_schedule(english_doses(report), timezone.localdate())
    return show_calendar(request, visit, schedule_form(steps, usual))


@require_http_methods(["GET", "HEAD", "POST"])
@careful
@of_finished_visit
def plan_calendar(request: HttpRequest, visit: Visit, report: Report) -> HttpResponse:
    """The calendar file: as usual to GET, as chosen to POST."""
    steps, doses = schedule.exercises(report), english_doses(report)
    chosen = schedule.default_schedule(doses, timezone.localdate())
    if not steps:
        return show_calendar(request, visit, ScheduleForm(steps), status=404)
    if request.method == "POST":
        form = ScheduleForm(steps, request.POST)
        if not form.is_valid():
            return show_calendar(request, visit, form, status=422)
        chosen = form.schedule
    weeks = {slug: schedule.weeks_for(dose) for slug, dose in doses.items()}
    foot = (made_from(report), wording.standing(report.is_reviewed))
    file = schedule.calendar_file(
        steps, chosen, weeks, visit.assessment.key, timezone.now(), foot
    )
    return as_file(file, "text/calendar; charset=utf-8", "crampcoach-plan.ics")


def english_doses(report: Report) -> dict[str, str]:
    """Doses, with the name behind them, are read for days and times in the language that every release is complete in."""
    english = releases.live("en").step
    steps = [english.get(step.slug, step) for step in schedule.exercises(report)]
    return {step.slug: f"{step.dose} ({step.name})" for step in steps}


def show_calendar(
    request: HttpRequest, visit: Visit, form: ScheduleForm, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "assessment": visit.assessment,
        "knowledge": visit.knowledge,
        "section": "check",
    }
    return render(request, "assessments/calendar.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@careful
@of_finished_visit
def share(request: HttpRequest, visit: Visit, report: Report) -> HttpResponse:
    """Switch the read-only link on or off; off for good, since on again makes a new one."""
    if request.method == "POST":
        save_sharing(visit.assessment.key, is_on=request.POST.get("share") == "on")
        return HttpResponseSeeOther(visit.url("share"))
    url = reverse("assessments:shared", args=(visit.assessment.read_key,))
    context = {
        "assessment": visit.assessment,
        "shared_link": request.build_absolute_uri(url),
        "knowledge": visit.knowledge,
        "section": "check",
    }
    return render(request, "assessments/share.html", context)


@require_safe
@careful
def shared(request: HttpRequest, read_key: str) -> HttpResponse:
    """The report for whoever was given the link: to read, and nothing else."""
    visit = open_shared_visit(read_key)
    if visit.interview.next_page:
        return render(request, "assessments/shared_unfinished.html", status=409)
    report = visit.report
    return render(request, "assessments/shared.html", shared_context(visit, report))


def shared_context(visit: Visit, report: Report) -> dict[str, Any]:
    """The report page without a single address that holds the runner's own key."""
    context = report_context(visit, report)
    for name in ("report_url", "correct_url", "assessment"):
        context.pop(name, None)
    if report.is_stopped:
        context["ranked_lists"] = []
    return context | {
        "release_notice": release_notice(visit, report),
        "expires": visit.assessment.expires,
        "answered_on": visit.assessment.updated,
        "knowledge": visit.knowledge,
    }
