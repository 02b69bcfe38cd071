"""The living style guide, for staff: every component, out of the templates that runners see, with rows of the live release."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from crampcoach.content import releases
from crampcoach.engine.knowledge import (
    Cause,
    Evidence,
    Finding,
    Kind,
    Knowledge,
    Question,
    Urgency,
    Verdict,
)
from crampcoach.library import related
from crampcoach.library.pages import no_live_release

COLOURS = (
    ("paper", "raised", "soft", "line", "edge", "ink", "muted"),
    ("accent", "accent-ink", "mark", "night", "on-night", "focus"),
    ("danger", "danger-ink", "alarm", "urgent", "urgent-ink"),
    ("doctor", "doctor-ink", "ok", "ok-ink"),
)
FEW = 3


@require_safe
@staff_member_required(login_url="admin:login")
def style_guide(request: HttpRequest) -> HttpResponse:
    try:
        knowledge = releases.live_here()
    except releases.NoLiveRelease:
        return no_live_release(request)
    response = render(request, "library/style_guide.html", _context(knowledge))
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _context(knowledge: Knowledge) -> dict[str, Any]:
    cause = min(knowledge.causes, key=_reasons_on_one_side)
    numbered = related.number_sources(knowledge, (i.source for i in cause.indicators))
    return {
        "knowledge": knowledge,
        "colours": COLOURS,
        "icons": (
            *(level.slug for level in Urgency),
            "next",
            "external",
            "search",
            "now",
        ),
        "urgencies": sorted(Urgency, reverse=True),
        "verdicts": list(Verdict),
        "evidence": list(Evidence),
        "row": cause,
        "causes": knowledge.conditions[:FEW],
        "areas": knowledge.areas[:FEW],
        "steps": knowledge.steps[:FEW],
        "symptoms": knowledge.symptoms[:FEW],
        "claims": knowledge.claims[:FEW],
        "reasons": related.reasons(knowledge, cause, numbered),
        "numbered": dict(list(numbered.items())[:FEW]),
        "fields": _fields(knowledge),
        "up_url": "#main",
    }


def _reasons_on_one_side(cause: Cause) -> tuple[bool, int]:
    """Orders causes so that the first has reasons for and against, and few of them."""
    is_for = {indicator.strength.is_for for indicator in cause.indicators}
    return len(is_for) < 2, len(cause.indicators)


def _fields(knowledge: Knowledge) -> list[dict[str, Any]]:
    """A question of each kind, as the check shows it, and one with an error."""
    one = next((q for q in knowledge.questions if q.kind is Kind.ONE), None)
    many = next((q for q in knowledge.questions if q.kind is Kind.MANY), None)
    asked = [question for question in (one, many) if question]
    fields = [_field(question) for question in asked]
    if many:
        fields.append(_field(many, kind="marks", error="Choose yes, no or not sure."))
    return fields


def _field(question: Question, kind: str = "", error: str = "") -> dict[str, Any]:
    kind = kind or ("radio" if question.kind is Kind.ONE else "checkbox")
    options = [_option(o, f"{kind}-{o.slug}") for o in question.options[:FEW]]
    return {
        "question": question,
        "kind": kind,
        "groups": [("", options)],
        "error": error,
        "described_by": f"{question.slug}-error" if error else "",
    }


def _option(option: Finding, html_id: str) -> dict[str, Any]:
    texts = {"text": option.text, "help": option.help}
    return {"id": html_id, "value": option.slug, **texts}
