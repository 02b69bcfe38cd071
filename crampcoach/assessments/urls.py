"""Addresses of the check. A key is the whole protection of an assessment, so nothing else is taken for one."""

from django.urls import path, register_converter

from crampcoach.assessments import (
    distances_views,
    export_views,
    stored_views,
    views,
)
from crampcoach.assessments.models import KEY_LENGTH


class KeyConverter:
    regex = rf"[A-Za-z0-9_-]{{{KEY_LENGTH}}}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(KeyConverter, "assessment_key")

app_name = "assessments"
urlpatterns = [
    path("", views.start, name="start"),
    path("<assessment_key:key>/", views.resume, name="resume"),
    path("<assessment_key:key>/q/<slug:page>/", views.question, name="question"),
    path("<assessment_key:key>/review/", views.review, name="review"),
    path("<assessment_key:key>/report/", views.report, name="report"),
    path("<assessment_key:key>/again/", views.again, name="again"),
    path("<assessment_key:key>/country/", views.country, name="country"),
    path("<assessment_key:key>/delete/", views.delete, name="delete"),
    path("<assessment_key:key>/stored/", stored_views.stored, name="stored"),
    path(
        "<assessment_key:key>/distances/", distances_views.distances, name="distances"
    ),
    path("<assessment_key:key>/handover/", export_views.handover, name="handover"),
    path(
        "<assessment_key:key>/handover.txt",
        export_views.handover_text,
        name="handover_text",
    ),
    path(
        "<assessment_key:key>/handover.pdf",
        export_views.handover_pdf,
        name="handover_pdf",
    ),
    path(
        "<assessment_key:key>/handover.fhir.json",
        export_views.handover_fhir,
        name="handover_fhir",
    ),
    path("<assessment_key:key>/calendar/", export_views.calendar, name="calendar"),
    path(
        "<assessment_key:key>/plan.ics",
        export_views.plan_calendar,
        name="plan_calendar",
    ),
    path("<assessment_key:key>/share/", export_views.share, name="share"),
    path("shared/<assessment_key:read_key>/", export_views.shared, name="shared"),
    path("<path:rest>/", views.missing, name="missing"),
]
