"""Shows a runner everything that is stored about their check: the row of the database, field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from crampcoach.assessments.models import Assessment
from crampcoach.assessments.views import careful

MEANINGS: Mapping[str, str | Promise] = {
    "id": _("The number of the row: how many checks were begun before this one."),
    "key": _("Your private key. It stands in the address of your check."),
    "read_key": _("The key of the link that you can share, for reading only."),
    "answers": _("Your answers, by their short names, in the order you gave them."),
    "notes": _("What you wrote yourself for the page to take along."),
    "distances": _("The distances you told us, in the unit you chose."),
    "release": _("The content release that was live when you began."),
    "country": _("The country you chose, for the emergency number."),
    "is_shared": _("Whether you have switched sharing on."),
    "is_proxy": _("Whether you fill it in for someone else."),
    "earlier_id": _(
        "The number of the earlier check that this one repeats, while that is kept."
    ),
    "created": _("When you began (world time, UTC)."),
    "updated": _("When you last answered (world time, UTC)."),
    "expires": _("When the row is deleted (world time, UTC)."),
}


class StoredField(NamedTuple):
    name: str
    meaning: str | Promise
    text: str


@require_safe
@careful
def stored(request: HttpRequest, key: str) -> HttpResponse:
    """Works without a live release: nobody needs the content to see what is kept."""
    assessment = Assessment.objects.open().get(key=key)
    context = {
        "fields": list(stored_fields(assessment)),
        "back_url": reverse("assessments:resume", args=(key,)),
        "delete_url": reverse("assessments:delete", args=(key,)),
    }
    return render(request, "assessments/stored.html", context)


def stored_fields(assessment: Assessment) -> Iterator[StoredField]:
    """Every column there is, so that a new one can never be left out."""
    for field in assessment._meta.concrete_fields:
        value = getattr(assessment, field.attname)
        yield StoredField(field.attname, MEANINGS.get(field.attname, ""), _text(value))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return json.dumps(value) if value else ""
    if isinstance(value, list):
        return "\n".join(json.dumps(line, ensure_ascii=False) for line in value)
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    return str(value)
