"""The pages for reading: each view takes the live release and gives what its template shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from crampcoach.content import releases
from crampcoach.content.feedback import KEPT_DAYS
from crampcoach.engine.knowledge import (
    ADVICE_TAGS,
    FAMILIES,
    Knowledge,
    Role,
    StepKind,
    Urgency,
)
from crampcoach.library import accuracy as measured
from crampcoach.library import linked_data, related, see_also
from crampcoach.library.pages import Context, from_release
from crampcoach.library.peers import PEERS
from crampcoach.library.situations import (
    conditions_by_situation,
    symptoms_by_situation,
)
from crampcoach.library.wording import WORDS

COMMONEST = 6  # causes on the home page
BEST_STEPS = 6  # shown in full on the page of a cause
Row = TypeVar("Row")


def _row(rows: Mapping[str, Row], slug: str) -> Row:
    """Raises Http404."""
    try:
        return rows[slug]
    except KeyError:
        raise Http404(slug) from None


def _shown(knowledge: Knowledge, row: object, sources: Iterable[str]) -> Context:
    """What every page of one row needs: its sources by number, and the language of its text."""
    fallback = getattr(row, "is_fallback", False) and knowledge.language != "en"
    lang: SafeString | str = format_html(' lang="{}"', "en") if fallback else ""
    return {
        "row": row,
        "lang": lang,
        "is_untranslated": fallback,
        "numbered": related.number_sources(knowledge, sources),
    }


@from_release("library/home.html")
def home(knowledge: Knowledge) -> Context:
    card = measured.card_of(knowledge)
    return {
        "section": "home",
        "commonest": related.commonest(knowledge)[:COMMONEST],
        "claims": see_also.highlighted_claims(knowledge),
        "card": card,
        "shares": measured.shares_of(card, measured.ON_ABOUT_PAGE),
        "linked_data": linked_data.web_site(),
    }


@from_release("library/causes.html")
def causes(knowledge: Knowledge) -> Context:
    rows = [c for c in knowledge.causes if c.role is not Role.DANGER]
    by_area = {
        area: related.by_prior(
            c for c in rows if area.slug in c.typical_areas and c.role is Role.CONDITION
        )
        for area in knowledge.areas
    }
    return {
        "section": "causes",
        "count": len(rows),
        "by_area": {area: members for area, members in by_area.items() if members},
        "by_situation": conditions_by_situation(knowledge),
        "by_family": related.grouped(
            related.by_name(rows), lambda c: c.family, FAMILIES
        ),
    }


@from_release("library/cause.html")
def cause(knowledge: Knowledge, slug: str) -> Context:
    row = _row(knowledge.cause, slug)
    if row.role is Role.DANGER:
        raise Http404(slug)
    context = _shown(
        knowledge, row, [*row.sources, *(i.source for i in row.indicators)]
    )
    steps = related.steps_against(knowledge, row)
    worth_it = [step for step in steps if not step.not_worth_it]
    return context | {
        "section": "causes",
        "reasons": related.reasons(knowledge, row, context["numbered"]),
        "steps": worth_it[:BEST_STEPS],
        "more_steps": worth_it[BEST_STEPS:],
        "not_worth_it": [step for step in steps if step.not_worth_it],
        "has_ladder": any(s.rung and slug in s.causes for s in knowledge.steps),
        "claims": related.claims_naming(knowledge, cause=slug),
        "confused_with": [knowledge.cause[other] for other in row.confused_with],
        "areas": [a for a in knowledge.areas if a.slug in row.typical_areas],
        "symptoms": see_also.symptoms_of(knowledge, row),
        "mistaken_for": see_also.signs_mistaken_for(knowledge, row),
        "linked_data": linked_data.cause_page(knowledge, row),
    }


@from_release("library/symptoms.html")
def symptoms(knowledge: Knowledge) -> Context:
    by_area = {
        area: related.symptoms_by_prior(
            knowledge, (s for s in knowledge.symptoms if area.slug in s.areas)
        )
        for area in knowledge.areas
    }
    return {
        "section": "symptoms",
        "by_area": {area: members for area, members in by_area.items() if members},
        "by_situation": symptoms_by_situation(knowledge),
        "anywhere": [s for s in knowledge.symptoms if not s.areas],
    }


@from_release("library/symptom.html")
def symptom(knowledge: Knowledge, slug: str) -> Context:
    row = _row(knowledge.symptom, slug)
    return _shown(knowledge, row, row.sources) | {
        "section": "symptoms",
        "pointers": related.causes_pointed_to(knowledge, row),
        "signs": related.by_urgency(related.signs_using(knowledge, row.findings)),
        "first_aid": related.first_aid_for(knowledge, row),
        "claims": related.claims_naming(knowledge, symptom=slug),
        "areas": [a for a in knowledge.areas if a.slug in row.areas],
        "beside": see_also.symptoms_beside(knowledge, row),
        "linked_data": linked_data.symptom_page(knowledge, row),
    }


@from_release("library/prevention.html")
def prevention(knowledge: Knowledge) -> Context:
    ladder = sorted((s for s in knowledge.steps if s.rung), key=lambda s: s.rung)
    worth_it = [s for s in knowledge.steps if not s.not_worth_it and not s.rung]
    worth_it.sort(key=lambda step: related.EVIDENCE_ORDER[step.evidence])
    return {
        "section": "prevention",
        "by_kind": related.grouped(worth_it, lambda step: step.kind, StepKind),
        "ladder": ladder,
        "not_worth_it": [step for step in knowledge.steps if step.not_worth_it],
        "evidence": WORDS["evidence_meaning"],
    }


@from_release("library/step.html")
def step(knowledge: Knowledge, slug: str) -> Context:
    row = _row(knowledge.step, slug)
    return _shown(knowledge, row, row.sources) | {
        "section": "prevention",
        "causes": [knowledge.cause[other] for other in row.causes],
        "unsafe_with": [knowledge.finding[f] for f in sorted(row.unsafe_with)],
        "findings": [knowledge.finding[f] for f in sorted(row.findings)],
        "claims": related.claims_naming(knowledge, step=slug),
        "beside": see_also.steps_beside(knowledge, row),
        "linked_data": linked_data.medical_page(knowledge, row),
    }


@from_release("library/warning_signs.html")
def warning_signs(knowledge: Knowledge) -> Context:
    return {
        "section": "warning_signs",
        "by_urgency": related.by_urgency(knowledge.warning_signs),
        "dangers": related.dangers(knowledge),
    }


@from_release("library/warning_sign.html")
def warning_sign(knowledge: Knowledge, slug: str) -> Context:
    row = _row(knowledge.warning_sign, slug)
    return _shown(knowledge, row, row.sources) | {
        "section": "warning_signs",
        "triggers": related.triggers(knowledge, row),
        "conditions": [knowledge.cause[other] for other in row.conditions],
        "mimics": [knowledge.cause[other] for other in row.mimics],
        "withheld": [text for tag, text in ADVICE_TAGS.items() if tag in row.withholds],
        "claims": related.claims_naming(knowledge, warning_sign=slug),
        "beside": see_also.signs_beside(knowledge, row),
        "linked_data": linked_data.medical_page(knowledge, row),
    }


@from_release("library/sources.html")
def sources(knowledge: Knowledge) -> Context:
    by_topic = related.grouped(
        knowledge.sources, lambda source: source.topic, WORDS["topic"]
    )
    return {
        "section": "sources",
        "grades": WORDS["grade"],
        "by_topic": {
            topic: related.grouped(rows, lambda s: s.kind, WORDS["source_kind"])
            for topic, rows in by_topic.items()
        },
    }


@from_release("library/source.html")
def source(knowledge: Knowledge, slug: str) -> Context:
    row = _row(knowledge.source, slug)
    return _shown(knowledge, row, ()) | {
        "section": "sources",
        "resting": related.resting_on(knowledge, slug),
    }


@from_release("library/claims.html")
def claims(knowledge: Knowledge) -> Context:
    questions = linked_data.claim_questions(knowledge.claims)
    return related.claims_shown(knowledge) | {"linked_data": questions}


@from_release("library/claim.html")
def claim(knowledge: Knowledge, slug: str) -> Context:
    row = _row(knowledge.claim, slug)
    return _shown(knowledge, row, row.sources) | {
        "section": "claims",
        "causes": [knowledge.cause[other] for other in row.causes],
        "steps": [knowledge.step[other] for other in row.steps],
        "symptoms": [knowledge.symptom[other] for other in row.symptoms],
        "signs": [knowledge.warning_sign[other] for other in row.warning_signs],
        "beside": see_also.claims_beside(knowledge, row),
        "linked_data": linked_data.claim_answer(row),
    }


@from_release("library/help.html")
def get_help(knowledge: Knowledge) -> Context:
    by_urgency = related.by_urgency(knowledge.warning_signs)
    return {
        "section": "help",
        "ambulance": by_urgency.get(Urgency.CALL_AMBULANCE, []),
        "emergency": by_urgency.get(Urgency.EMERGENCY_DEPARTMENT, []),
    }


@from_release("library/about.html")
def about(knowledge: Knowledge) -> Context:
    card = measured.card_of(knowledge)
    return {
        "section": "about",
        "evidence": WORDS["evidence_meaning"],
        "grades": WORDS["grade"],
        "conditions": len(knowledge.conditions),
        "contributors": len(knowledge.contributors),
        "card": card,
        "shares": measured.shares_of(card, measured.ON_ABOUT_PAGE),
    }


@from_release("library/accuracy.html")
def accuracy(knowledge: Knowledge) -> Context:
    card = measured.card_of(knowledge)
    return {
        "section": "about",
        "card": card,
        "shares": measured.shares_of(card),
        "levels": measured.levels_of(card),
        "failures": measured.failures_of(knowledge, card),
        "own": {
            name: measured.of_hundred(card.get(name)) for name in measured.SHARE_NAMES
        },
        "peers": PEERS,
        "compared": measured.COMPARED.values(),
        "releases": measured.rows_of(knowledge),
    }


@from_release("library/privacy.html")
def privacy(knowledge: Knowledge) -> Context:
    days = {"days": settings.ASSESSMENT_DAYS, "feedback_days": KEPT_DAYS}
    return {"section": "privacy"} | days


@from_release("library/accessibility.html")
def accessibility(knowledge: Knowledge) -> Context:
    return {"section": "about"}


@from_release("library/feedback_thanks.html")
def feedback_thanks(knowledge: Knowledge) -> Context:
    return {"section": "about"}


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """For the load balancer: this process has a release to show."""
    try:
        releases.live_here()
    except releases.NoLiveRelease:
        status, text = 503, "no live release"
    else:
        status, text = 200, "ok"
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(text, status=status, content_type="text/plain", headers=headers)
