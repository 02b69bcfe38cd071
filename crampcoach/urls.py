"""Addresses of the whole site; content and assessments have one address per language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from crampcoach.assessments import export_views
from crampcoach.library import site_map

urlpatterns = [
    path("admin/", admin.site.urls),
    path("robots.txt", site_map.robots, name="robots"),
    path("sitemap.xml", site_map.sitemap, name="sitemap"),
    path(
        "fhir/Questionnaire/crampcoach-<int:release>",
        export_views.fhir_questionnaire,
        name="fhir-questionnaire",
    ),
    *i18n_patterns(
        path("check/", include("crampcoach.assessments.urls")),
        path("now/", include("crampcoach.assessments.now_urls")),
        path("", include("crampcoach.library.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "crampcoach.library.pages.bad_request"
handler404 = "crampcoach.library.pages.page_not_found"
