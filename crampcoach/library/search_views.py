"""The search page, its list alone for the live search, and the filter of claims. None keeps what was asked."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from crampcoach.content import releases
from crampcoach.library.pages import no_live_release
from crampcoach.library.related import claims_shown
from crampcoach.library.search import LONGEST_QUERY, find


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    return _show(request, "library/search.html")


@require_safe
def search_results(request: HttpRequest) -> HttpResponse:
    """What htmx puts in place while somebody types."""
    return _show(request, "library/_results.html")


@require_safe
def filter_claims(request: HttpRequest) -> HttpResponse:
    """The claims page with only one verdict, one topic, or both."""
    try:
        knowledge = releases.live_here()
    except releases.NoLiveRelease:
        return no_live_release(request)
    chosen = request.GET.get("verdict", ""), request.GET.get("topic", "")
    context = claims_shown(knowledge, *chosen) | {"knowledge": knowledge}
    response = render(request, "library/claims.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _show(request: HttpRequest, template: str) -> HttpResponse:
    try:
        knowledge = releases.live_here()
    except releases.NoLiveRelease:
        return no_live_release(request)
    query = " ".join(request.GET.get("q", "")[:LONGEST_QUERY].split())
    placed = {area for symptom in knowledge.symptoms for area in symptom.areas}
    context = {
        "section": "search",
        "knowledge": knowledge,
        "query": query,
        "longest": LONGEST_QUERY,
        "found": find(knowledge, query),
        "areas": [a for a in knowledge.areas if a.slug in placed],
        "canonical": request.build_absolute_uri(request.path),
        "site": f"{request.scheme}://{request.get_host()}",
    }
    response = render(request, template, context)
    response.headers["Cache-Control"] = "no-store"
    if query or template.endswith("_results.html"):
        response.headers["X-Robots-Tag"] = "noindex"
    patch_vary_headers(response, ["HX-Request"])
    return response
