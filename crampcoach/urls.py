"""Addresses of the whole site; content and assessments have one address per language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("check/", include("crampcoach.assessments.urls")),
        path("", include("crampcoach.library.urls")),
        prefix_default_language=False,
    ),
]

handler404 = "crampcoach.library.pages.page_not_found"
