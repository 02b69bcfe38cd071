"""Addresses of the pages for reading."""

from django.urls import path

from crampcoach.library import feedback_views, search_views, style_guide, views

app_name = "library"

urlpatterns = [
    path("", views.home, name="home"),
    path("causes/", views.causes, name="causes"),
    path("causes/<slug:slug>/", views.cause, name="cause"),
    path("symptoms/", views.symptoms, name="symptoms"),
    path("symptoms/<slug:slug>/", views.symptom, name="symptom"),
    path("prevention/", views.prevention, name="prevention"),
    path("prevention/<slug:slug>/", views.step, name="step"),
    path("warning-signs/", views.warning_signs, name="warning_signs"),
    path("warning-signs/<slug:slug>/", views.warning_sign, name="warning_sign"),
    path("sources/", views.sources, name="sources"),
    path("sources/<slug:slug>/", views.source, name="source"),
    path("claims/", views.claims, name="claims"),
    path("claims/filter/", search_views.filter_claims, name="filter_claims"),
    path("claims/<slug:slug>/", views.claim, name="claim"),
    path("help/", views.get_help, name="help"),
    path("about/", views.about, name="about"),
    path("accuracy/", views.accuracy, name="accuracy"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("feedback/", feedback_views.feedback, name="feedback"),
    path("feedback/thanks/", views.feedback_thanks, name="feedback_thanks"),
    path("search/", search_views.search, name="search"),
    path("search/results/", search_views.search_results, name="search_results"),
    path("style-guide/", style_guide.style_guide, name="style_guide"),
    path("healthz/", views.healthz, name="healthz"),
]
