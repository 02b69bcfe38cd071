"""Releases in the admin: read only, with a button to publish what is in the database and one to make a release live."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models as db
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from crampcoach.content.models import Release
from crampcoach.content.releases import PublishRefused, changes, make_live, publish

FIGURES = (
    "n",
    "top1",
    "top3",
    "contributor_recall",
    "urgency_accepted",
    "pages_median",
)
PERMISSION = "content.publish_release"


@admin.register(Release)
class ReleaseAdmin(admin.ModelAdmin):
    list_display = ("number", "is_live", "created", "author", "note", "figures")
    list_select_related = ("author",)
    search_fields = ("number", "note")
    fields = ("number", "is_live", "created", "author", "note", "digest", "figures")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> db.QuerySet:
        return super().get_queryset(request).defer("rows", "since")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # a release is published, not typed

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        may_publish = request.user.has_perm(PERMISSION)
        return may_publish or super().has_view_permission(request, obj)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    @admin.display(description="scorecard")
    def figures(self, release: Release) -> str:
        card = release.scorecard
        return ", ".join(f"{name} {card[name]}" for name in FIGURES if name in card)

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("publish/", view(self.publish_view), name="content_release_publish"),
            path(
                "<int:pk>/make-live/",
                view(self.make_live_view),
                name="content_release_make_live",
            ),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: Any = None
    ) -> HttpResponse:
        context = {"may_publish": request.user.has_perm(PERMISSION)}
        return super().changelist_view(request, context | (extra_context or {}))

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["may_publish"] = request.user.has_perm(PERMISSION)
        return super().render_change_form(request, context, *args, **kwargs)

    def publish_view(self, request: HttpRequest) -> HttpResponse:
        """Asks for a note, then publishes; a refusal lists every reason and keeps the note."""
        _require_publisher(request)
        note = request.POST.get("note", "")
        problems: tuple[str, ...] = ()
        if request.method == "POST":
            try:
                return self._done(request, publish(request.user, note))
            except PublishRefused as error:
                problems = error.problems
        context = self._context(request, _("Publish a release"))
        context |= {"note": note, "problems": problems, "changes": changes()}
        return TemplateResponse(
            request,
            "admin/content/release/publish.html",
            context,
            status=422 if problems else 200,
        )

    def make_live_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Asks once, then brings this release before runners."""
        _require_publisher(request)
        release = get_object_or_404(self.get_queryset(request), pk=pk)
        problems: tuple[str, ...] = ()
        if request.method == "POST":
            try:
                make_live(Release.objects.get(pk=pk))
                return self._done(request, release)
            except PublishRefused as error:
                problems = error.problems
        context = self._context(request, _("Make this release live"))
        context |= {"release": release, "problems": problems}
        return TemplateResponse(
            request,
            "admin/content/release/make_live.html",
            context,
            status=422 if problems else 200,
        )

    def _context(self, request: HttpRequest, title: str) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
        }

    def _done(self, request: HttpRequest, release: Release) -> HttpResponse:
        text = _("%(release)s is live; runners see it within two seconds.")
        messages.success(request, text % {"release": release})
        return HttpResponseRedirect(reverse("admin:content_release_changelist"))


def _require_publisher(request: HttpRequest) -> None:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
