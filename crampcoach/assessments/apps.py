"""The app of the visits."""

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    name = "crampcoach.assessments"
