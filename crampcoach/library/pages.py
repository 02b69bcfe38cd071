"""Pages that are made from the live release and nothing else.

Such a page is the same for everyone, so it is rendered once per process, kept with its release, and confirmed by ETag
before anything is rendered. What a page shows is left to `views`.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from crampcoach.content import releases
from crampcoach.engine.knowledge import Knowledge
from crampcoach.library.linked_data import to_script
from crampcoach.library.nearest import nearest_pages

# All pages of a release in one language are about 800; addresses under several host names come on top.
KEPT_PAGES = 2_000
CACHE_CONTROL = "public, max-age=60"
_ACCEPTS_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")

Context = dict[str, Any]
View = Callable[..., Context]


@dataclass(frozen=True, slots=True)
class KeptPage:
    plain: bytes
    zipped: bytes


def from_release(template: str) -> Callable[[View], Callable[..., HttpResponse]]:
    """Make a web view of `view(knowledge, **slugs) -> context`.

    The view must depend on nothing but its arguments and the language; Http404 from it becomes the page that names
    the nearest ones.
    """

    def decorate(view: View) -> Callable[..., HttpResponse]:
        @require_safe
        @wraps(view)
        def answer(request: HttpRequest, **slugs: str) -> HttpResponse:
            try:
                knowledge = releases.live_here()
            except releases.NoLiveRelease:
                return no_live_release(request)
            etag = etag_of(knowledge)
            if _is_current(request, etag):
                response: HttpResponse = HttpResponseNotModified()
            else:
                try:
                    page = _kept_page(request, knowledge, template, view, slugs)
                except Http404:
                    return not_found(request, knowledge)
                response = _send(request, page)
            response.headers["ETag"] = f"W/{etag}"
            response.headers["Cache-Control"] = CACHE_CONTROL
            response.headers["Vary"] = "Accept-Encoding"
            return response

        return answer

    return decorate


def _is_current(request: HttpRequest, etag: str) -> bool:
    """Whether the browser has this page already. Compared weakly, since the zipped and the plain body share a tag."""
    return etag in request.META.get("HTTP_IF_NONE_MATCH", "")


def etag_of(knowledge: Knowledge) -> str:
    """In quotes: names everything that pages are made of. The address need not be in it."""
    kept = knowledge.kept
    if "library.etag" not in kept:
        parts = (knowledge.release, knowledge.digest, knowledge.language, _shell())
        digest = hashlib.sha256(repr(parts).encode()).hexdigest()[:20]
        kept["library.etag"] = f'"{digest}"'
    etag: str = kept["library.etag"]
    return etag


@cache
def _shell() -> str:
    """Digest of the files around the content: without it, an update of the site would be answered 304 as well."""
    digest = hashlib.sha256(str(settings.ASSESSMENT_DAYS).encode())
    folders = (
        settings.BASE_DIR / "templates",
        settings.BASE_DIR / "static",
        settings.BASE_DIR / "crampcoach" / "library",
        settings.BASE_DIR / "crampcoach" / "locale",
    )
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(settings.BASE_DIR).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _kept_page(
    request: HttpRequest,
    knowledge: Knowledge,
    template: str,
    view: View,
    slugs: dict[str, str],
) -> KeptPage:
    """Kept in the release's own memory, so a new release starts empty. The query string changes nothing."""
    kept: dict[Any, KeptPage] = knowledge.kept.setdefault("library.pages", {})
    key = (request.scheme, request.get_host(), request.path)
    page = kept.get(key)
    if page is None:
        page = _render(request, knowledge, template, view(knowledge, **slugs))
        while len(kept) >= KEPT_PAGES:
            kept.pop(next(iter(kept)), None)
        kept[key] = page
    return page


def _render(
    request: HttpRequest, knowledge: Knowledge, template: str, context: Context
) -> KeptPage:
    site = f"{request.scheme}://{request.get_host()}"
    canonical = request.build_absolute_uri(request.path)
    shared = {"knowledge": knowledge, "canonical": canonical, "site": site}
    if "linked_data" in context:
        shared["json_ld"] = to_script(
            context["linked_data"],
            site=site,
            url=canonical,
            language=knowledge.language,
        )
    html = render_to_string(template, shared | context, request).encode()
    return KeptPage(plain=html, zipped=gzip.compress(html, compresslevel=9, mtime=0))


def _send(request: HttpRequest, page: KeptPage) -> HttpResponse:
    # No secret stands in these pages, so compressing them gives nothing away (BREACH).
    zipped = bool(_ACCEPTS_GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", "")))
    body = page.zipped if zipped else page.plain
    response = HttpResponse(b"" if request.method == "HEAD" else body)
    response.headers["Content-Length"] = str(len(body))
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    return response


def not_found(request: HttpRequest, knowledge: Knowledge) -> HttpResponse:
    """404 with the pages whose address or name is nearest to what was asked for."""
    context = {
        "knowledge": knowledge,
        "nearest": nearest_pages(knowledge, request.path),
    }
    return render(request, "404.html", context, status=404)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Handler for addresses that no view answers."""
    try:
        knowledge = releases.live_here()
    except releases.NoLiveRelease:
        return render(request, "404.html", status=404)
    return not_found(request, knowledge)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Handler for what cannot be read. Unlike Django's own it does not read the body, which may be what failed."""
    return render(request, "400.html", status=400)


def no_live_release(request: HttpRequest) -> HttpResponse:
    """503: nothing has been published, so there is nothing to show but where to get help."""
    response = render(request, "library/unavailable.html", status=503)
    response.headers["Retry-After"] = "60"
    response.headers["Cache-Control"] = "no-store"
    return response
