"""Addresses of the help for this minute: nothing is asked, and nothing is stored."""

from django.urls import path

from crampcoach.assessments import now_views

app_name = "now"
urlpatterns = [
    path("", now_views.places, name="places"),
    path("worker.js", now_views.worker, name="worker"),
    path("<slug:area>/", now_views.place, name="place"),
]
