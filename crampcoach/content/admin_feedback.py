"""What readers told us, in the admin: to read, to mark as handled and to delete. Nobody writes or changes a message there."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.db import models as db
from django.http import HttpRequest
from django.template.defaultfilters import truncatechars
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from crampcoach.content import models

# The first part of the address of a page, and the rows that such pages are made of.
ROWS_OF_PAGES: dict[str, type[models.Row]] = {
    "causes": models.Cause,
    "symptoms": models.Symptom,
    "prevention": models.PreventionStep,
    "warning-signs": models.WarningSign,
    "claims": models.Claim,
    "sources": models.Source,
}


def row_of(page: str) -> models.Row | None:
    """The row that this page shows: "/nl/causes/stitch/" shows the cause stitch, "/about/" shows none."""
    *_rest, folder, slug = ["", *page.strip("/").split("/")]
    model = ROWS_OF_PAGES.get(folder)
    return model.objects.filter(slug=slug).first() if model else None


class PageFilter(admin.AllValuesFieldListFilter):
    def choices(self, changelist: Any) -> Iterator[dict[str, Any]]:
        for choice in super().choices(changelist):
            yield choice | {"display": choice["display"] or _("no page named")}


@admin.register(models.Feedback)
class FeedbackAdmin(admin.ModelAdmin):
    list_display = ("day", "is_handled", "kind", "page_link", "beginning")
    list_filter = ("is_handled", "kind", ("page", PageFilter))
    search_fields = ("page", "text", "note")
    actions = ("mark_handled",)
    readonly_fields = ("day", "kind", "page_link", "row_link", "text", "release", "language")  # fmt: skip
    fields = (*readonly_fields, "is_handled", "note")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # only readers tell us something

    @admin.display(description="page", ordering="page", empty_value="no page named")
    def page_link(self, one: models.Feedback) -> str | None:
        if not one.page:
            return None
        return format_html('<a href="{}">{}</a>', one.page, one.page)

    @admin.display(description="row", empty_value="none")
    def row_link(self, one: models.Feedback) -> str | None:
        row = row_of(one.page)
        if row is None:
            return None
        place = reverse(f"admin:content_{row._meta.model_name}_change", args=[row.pk])
        return format_html('<a href="{}">{} {}</a>', place, row._meta.verbose_name, row)

    @admin.display(description="text")
    def beginning(self, one: models.Feedback) -> str:
        return truncatechars(one.text, 100)

    @admin.action(description="Mark as handled", permissions=["change"])
    def mark_handled(self, request: HttpRequest, chosen: db.QuerySet) -> None:
        count = chosen.update(is_handled=True)
        text = ngettext(
            "%(count)s message is handled.", "%(count)s messages are handled.", count
        )
        messages.success(request, text % {"count": count})
