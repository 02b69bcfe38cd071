"""Help in the minute a cramp comes: choose the place, see the danger signs and what to do. No question, no row, no cookie."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from crampcoach.assessments import wording
from crampcoach.assessments.countries import NUMBERS
from crampcoach.assessments.visits import live_knowledge
from crampcoach.content import releases
from crampcoach.engine.knowledge import Knowledge
from crampcoach.engine.minute import Minute, this_minute

WORKER = settings.BASE_DIR / "static" / "js" / "now-worker.js"


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """The places of a cramp, as big buttons. Without a release the numbers are still there."""
    try:
        knowledge = live_knowledge()
    except releases.NoLiveRelease:
        return show(request, "now")
    return show(request, "now", knowledge, areas=knowledge.areas)


@require_safe
def place(request: HttpRequest, area: str) -> HttpResponse:
    try:
        knowledge = live_knowledge()
    except releases.NoLiveRelease:
        return show(request, "now")
    if area not in knowledge.area_slugs:
        raise Http404(area)
    return show(request, "now_place", knowledge, minute=minute_of(knowledge, area))


def minute_of(knowledge: Knowledge, area: str) -> Minute:
    """Worked out once per release and place."""
    kept: dict[str, Minute] = knowledge.kept.setdefault("now.minutes", {})
    if area not in kept:
        kept[area] = this_minute(knowledge, knowledge.finding[area])
    return kept[area]


def show(
    request: HttpRequest, name: str, knowledge: Knowledge | None = None, **more: Any
) -> HttpResponse:
    context = {
        "numbers": NUMBERS,
        "section": "now",
        "knowledge": knowledge,
        "standing": wording.standing(bool(knowledge and knowledge.is_reviewed)),
        **more,
    }
    response = render(request, f"assessments/{name}.html", context)
    response["Cache-Control"] = "public, max-age=60"
    return response


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker. Served from here, it can reach the pages below this address and no others."""
    response = HttpResponse(WORKER.read_bytes(), content_type="text/javascript")
    response["Cache-Control"] = "no-cache"
    return response
