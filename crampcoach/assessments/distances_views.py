"""The page where a runner may add distances to a finished check."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from crampcoach.assessments.distances import DistancesForm, distances_form
from crampcoach.assessments.export_views import of_finished_visit
from crampcoach.assessments.views import HttpResponseSeeOther, careful
from crampcoach.assessments.visits import Visit, save_distances
from crampcoach.engine.report import Report


@require_http_methods(["GET", "HEAD", "POST"])
@careful
@of_finished_visit
def distances(request: HttpRequest, visit: Visit, report: Report) -> HttpResponse:
    form = distances_form(visit.assessment.distances)
    status = 200
    if request.method == "POST":
        form = DistancesForm(request.POST)
        if form.is_valid():
            save_distances(visit.assessment.key, form.distances)
            return HttpResponseSeeOther(visit.url("report") + "#distances")
        status = 422
    context = {
        "form": form,
        "assessment": visit.assessment,
        "knowledge": visit.knowledge,
        "section": "check",
    }
    return render(request, "assessments/distances.html", context, status=status)
