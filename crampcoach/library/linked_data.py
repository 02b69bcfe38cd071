"""What a page says of itself to search engines (schema.org, as JSON-LD).

Only what stands on the page. An address may be written from the root: `to_script` makes it absolute.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from crampcoach.engine.knowledge import (
    Cause,
    Claim,
    Knowledge,
    PreventionStep,
    Symptom,
    WarningSign,
)
from crampcoach.library.templatetags.content_text import markdown
from crampcoach.library.wording import in_words

Data = dict[str, Any]
NAME = "CrampCoach"
# In JSON these stand only inside strings; as escapes they cannot end the script element.
ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def web_site() -> Data:
    target = reverse("library:search") + "?q={search_term_string}"
    return {
        "@type": "WebSite",
        "name": NAME,
        "url": reverse("library:home"),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": target},
            "query-input": "required name=search_term_string",
        },
    }


def cause_page(knowledge: Knowledge, row: Cause) -> Data:
    about: Data = {"@type": "MedicalCondition", "name": row.name}
    if row.term:
        about["alternateName"] = row.term
    if row.summary:
        about["description"] = row.summary
    return medical_page(knowledge, row, about)


def symptom_page(knowledge: Knowledge, row: Symptom) -> Data:
    about: Data = {"@type": "MedicalSymptom", "name": row.name}
    if row.also_called:
        about["alternateName"] = [name.strip() for name in row.also_called.split(",")]
    return medical_page(knowledge, row, about)


def medical_page(
    knowledge: Knowledge,
    row: Cause | Symptom | WarningSign | PreventionStep,
    about: Data | None = None,
) -> Data:
    page: Data = {
        "@type": "MedicalWebPage",
        "name": row.name,
        "audience": {"@type": "MedicalAudience", "audienceType": "Patient"},
        "isPartOf": {
            "@type": "WebSite",
            "name": NAME,
            "url": reverse("library:home"),
        },
    }
    if row.last_changed:
        page["dateModified"] = row.last_changed.day
    if row.reviewer and row.reviewed_on:
        page["lastReviewed"] = row.reviewed_on
        page["reviewedBy"] = {"@type": "Person", "name": row.reviewer}
    if about:
        page["about"] = about
    if row.sources:
        page["citation"] = [knowledge.source[slug].title for slug in row.sources]
    return page


def claim_questions(claims: Iterable[Claim]) -> Data:
    """Each claim as a question, answered by its verdict and the way to why."""
    return {
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": claim.statement,
                "acceptedAnswer": {
                    "@type": "Answer",
                    "text": str(in_words(claim.verdict, "verdict")),
                    "url": reverse("library:claim", args=[claim.slug]),
                },
            }
            for claim in claims
        ],
    }


def claim_answer(claim: Claim) -> Data:
    verdict = in_words(claim.verdict, "verdict")
    text = f"<p>{verdict}.</p>{markdown(claim.why)}"
    answer = {"@type": "Answer", "text": text}
    question = {"@type": "Question", "name": claim.statement, "acceptedAnswer": answer}
    page: Data = {"@type": "FAQPage", "mainEntity": [question]}
    if claim.last_changed:
        page["dateModified"] = claim.last_changed.day
    return page


def to_script(data: Data, *, site: str, url: str, language: str) -> SafeString:
    """The text of the script element."""
    whole = {"@context": "https://schema.org", "url": url, "inLanguage": language}
    text = json.dumps(whole | _absolute(data, site), ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 - nothing in it can end the element


def _absolute(value: Any, site: str) -> Any:
    if isinstance(value, dict):
        return {key: _absolute(inner, site) for key, inner in value.items()}
    if isinstance(value, list):
        return [_absolute(inner, site) for inner in value]
    if isinstance(value, str) and value.startswith("/"):
        return site + value
    return value
