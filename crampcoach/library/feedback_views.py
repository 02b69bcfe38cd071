"""The page for telling us what is wrong. What is kept, and that it is nothing of who sent it, is decided in content.feedback.

It carries a token of its reader, so it is not kept with the release as other pages are.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from crampcoach.content import releases
from crampcoach.content.feedback import TEXT_LENGTH, BoxIsFull, keep
from crampcoach.engine.knowledge import Knowledge
from crampcoach.library.feedback_form import FeedbackForm
from crampcoach.library.pages import no_live_release
from crampcoach.library.site_map import is_public


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def feedback(request: HttpRequest) -> HttpResponse:
    try:
        knowledge = releases.live_here()
    except releases.NoLiveRelease:
        return no_live_release(request)
    if request.method == "POST":
        page = _page_of_ours(knowledge, request.POST.get("page", ""))
        return _receive(request, knowledge, FeedbackForm(page, request.POST))
    page = _page_of_ours(knowledge, request.GET.get("page", ""))
    response = _show(request, knowledge, FeedbackForm(page))
    if request.GET:
        response.headers["X-Robots-Tag"] = "noindex"
    return response


def _page_of_ours(knowledge: Knowledge, path: str) -> str:
    """The path, or nothing: any other one may hold the key of a visit."""
    return path if is_public(knowledge, path) else ""


def _receive(
    request: HttpRequest, knowledge: Knowledge, form: FeedbackForm
) -> HttpResponse:
    """Thanks once it is kept; a robot is thanked as well."""
    if not form.is_from_a_robot:
        if not form.is_valid():
            return _show(request, knowledge, form, status=422)
        release, language = knowledge.release, knowledge.language
        try:
            keep(**form.message, release=release, language=language)
        except BoxIsFull:
            return _show(request, knowledge, form, status=429)
    return HttpResponseRedirect(reverse("library:feedback_thanks"), status=303)


def _show(
    request: HttpRequest, knowledge: Knowledge, form: FeedbackForm, status: int = 200
) -> HttpResponse:
    context = {
        "section": "about",
        "knowledge": knowledge,
        "form": form,
        "is_full": status == 429,
        "most": TEXT_LENGTH,
        "canonical": request.build_absolute_uri(request.path),
        "site": f"{request.scheme}://{request.get_host()}",
    }
    return render(request, "library/feedback.html", context, status=status)
