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


def public_pages(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Path and day of the last change of every page of the release, once, in the language that is active.

    A page that is not of one row is made anew with each release.
    """
    paths = [reverse(f"library:{name}") for name in PAGES]
    paths += [reverse("now:places")]
    paths += [reverse("now:place", args=[area.slug]) for area in knowledge.areas]
    yield from ((path, knowledge.published_on) for path in paths)
    kinds = {
        "cause": [c for c in knowledge.causes if c.role is not Role.DANGER],
        "symptom": knowledge.symptoms,
        "step": knowledge.steps,
        "warning_sign": knowledge.warning_signs,
        "claim": knowledge.claims,
        "source": knowledge.sources,
    }
    for name, rows in kinds.items():
        for row in rows:
            day = row.last_changed.day if row.last_changed else ""
            yield reverse(f"library:{name}", args=[row.slug]), day


def pages_in_every_language(knowledge: Knowledge) -> dict[str, str]:
    """Path -> day of the last change; no day where none is known."""
    pages: dict[str, str] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            pages |= public_pages(knowledge)
    return pages


def is_public(knowledge: Knowledge, path: str) -> bool:
    """Whether this is the path of a page for everyone: one in the site map, so never one of a visit."""
    kept = knowledge.kept
    if "library.paths" not in kept:
        kept["library.paths"] = frozenset(pages_in_every_language(knowledge))
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
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    pages = pages_in_every_language(knowledge)
    lines += [_url(site + path, day) for path, day in pages.items()]
    return "\n".join([*lines, "</urlset>", ""])


def _url(address: str, day: str) -> str:
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{escape(address)}</loc>{changed}</url>"


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
