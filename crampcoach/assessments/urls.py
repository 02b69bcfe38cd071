"""Addresses of the check. A key is the whole protection of an assessment, so nothing else is taken for one."""

from django.urls import path, register_converter

from crampcoach.assessments import views
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
    path("<assessment_key:key>/delete/", views.delete, name="delete"),
    path("<path:rest>/", views.missing, name="missing"),
]
