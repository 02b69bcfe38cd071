"""Which pages there are to find: the site map and the rules for robots, and whether a path is one of ours."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from crampcoach.content import releases
from crampcoach.engine.knowledge import Knowledge, Role
from crampcoach.library.pages import CACHE_CONTROL, no_live_release

PAGES = (
    "home",
    "causes",
    "symptoms",
    "prevention",
    "warning_signs",
    "claims",
    "sources",
    "search",
    "help",
    "about",
    "accuracy",
    "accessibility",
    "feedback",
    "privacy",
)


def public_paths(knowledge: Knowledge) -> Iterator[str]:
    """The path of every page of the release, once, in the language that is active."""
    yield from (reverse(f"library:{name}") for name in PAGES)
    yield reverse("now:places")
    yield from (reverse("now:place", args=[area.slug]) for area in knowledge.areas)
    kinds = {
        "cause": [c for c in knowledge.causes if c.role is not Role.DANGER],
        "symptom": knowledge.symptoms,
        "step": knowledge.steps,
        "warning_sign": knowledge.warning_signs,
        "claim": knowledge.claims,
        "source": knowledge.sources,
    }
    for name, rows in kinds.items():
        yield from (reverse(f"library:{name}", args=[row.slug]) for row in rows)


def paths_in_every_language(knowledge: Knowledge) -> list[str]:
    paths: list[str] = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            paths += public_paths(knowledge)
    return paths


def is_public(knowledge: Knowledge, path: str) -> bool:
    """Whether this is the path of a page for everyone: one in the site map, so never one of a visit."""
    kept = knowledge.kept
    if "library.paths" not in kept:
        kept["library.paths"] = frozenset(paths_in_every_language(knowledge))
    return path in kept["library.paths"]


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    try:
        knowledge = releases.live()
    except releases.NoLiveRelease:
        return no_live_release(request)
    site = f"{request.scheme}://{request.get_host()}"
    kept = knowledge.kept.setdefault("library.sitemap", {})
    if site not in kept:
        kept.clear()  # one host is enough: nothing else than a crawler asks
        kept[site] = _sitemap(knowledge, site)
    return _cacheable(kept[site], "application/xml")


def _sitemap(knowledge: Knowledge, site: str) -> str:
    changed = ""
    if knowledge.published_on:
        changed = f"<lastmod>{knowledge.published_on}</lastmod>"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    lines += [
        f"<url><loc>{escape(site + path)}</loc>{changed}</url>"
        for path in paths_in_every_language(knowledge)
    ]
    return "\n".join([*lines, "</urlset>", ""])


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Pages of a check and the admin are nothing to crawl; the page that a check starts on is."""
    starts = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            starts.append(reverse("assessments:start"))
    closed = [reverse("admin:index"), *starts]
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in closed),
        *(f"Allow: {path}$" for path in starts),
        "",
    ]
    lines += [f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return _cacheable("\n".join(lines), "text/plain")


def _cacheable(text: str, content_type: str) -> HttpResponse:
    headers = {"Cache-Control": CACHE_CONTROL}
    return HttpResponse(
        text, content_type=f"{content_type}; charset=utf-8", headers=headers
    )
