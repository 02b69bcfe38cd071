"""Which pages somebody may have meant by an address that does not exist."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote

from django.urls import reverse
from rapidfuzz import fuzz, process, utils

from crampcoach.engine.knowledge import Knowledge, Role

SUGGESTIONS = 5
# token_set_ratio, 0..100: a slip of the pen scores about 95, one word in common of two about 63.
LIKE_ENOUGH = 70
LONGEST_ASKED = 80  # characters


class NearPage(NamedTuple):
    name: str
    url: str


def nearest_pages(knowledge: Knowledge, path: str) -> list[NearPage]:
    """At most five pages, the nearest first; matched on the last part of the address."""
    asked = unquote(path).rstrip("/").rpartition("/")[2][:LONGEST_ASKED]
    pages = _pages(knowledge)
    texts = {(*key, "slug"): key[1] for key in pages}
    texts |= {(*key, "name"): name for key, name in pages.items()}
    found = process.extract(
        asked,
        texts,
        scorer=fuzz.token_set_ratio,
        processor=utils.default_process,
        score_cutoff=LIKE_ENOUGH,
        limit=2 * SUGGESTIONS,
    )
    nearest = dict.fromkeys((kind, slug) for _text, _score, (kind, slug, _) in found)
    return [
        NearPage(pages[kind, slug], reverse(f"library:{kind}", args=[slug]))
        for kind, slug in list(nearest)[:SUGGESTIONS]
    ]


def _pages(knowledge: Knowledge) -> dict[tuple[str, str], str]:
    """(URL name, slug) -> name for every page of a row; sources are not what people look for."""
    causes = [c for c in knowledge.causes if c.role is not Role.DANGER]
    kinds = (
        ("cause", causes),
        ("symptom", knowledge.symptoms),
        ("warning_sign", knowledge.warning_signs),
        ("step", knowledge.steps),
        ("claim", knowledge.claims),
    )
    return {(kind, row.slug): row.name for kind, rows in kinds for row in rows}
