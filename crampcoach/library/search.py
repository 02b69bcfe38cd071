"""Search over the pages of a release: names, clinical terms, other names, claims, findings, and what runners call things.

Slips of the pen are forgiven word by word. The index is made once for each release and language.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from rapidfuzz import process
from rapidfuzz.distance import OSA

from crampcoach.engine.knowledge import Cause, Knowledge, Role, Strength
from crampcoach.library.lay_words import LAY_WORDS, OTHER_WORDS

LONGEST_QUERY = 80  # characters
MOST_RESULTS = 20
MOST_GUESSES = 3
NOTICED = 3  # an emergency sign among the first results is worth a word
# A page must match this share of what was asked, rare words counting more.
LEAST_COVERED = 0.34
# How much a word counts by where it stands.
NAME, OTHER_NAME, AREA, FINDING, TEXT = 1.0, 0.95, 0.8, 0.5, 0.3
STARTS, MISTYPED, SAME_THING = 0.85, 0.7, 0.9
KIND_WEIGHT = {"claim": 0.8, "step": 0.9, "warning_sign": 0.9}
FILLERS = frozenset(
    re.findall(
        r"\w+",
        """a an and are at be by can do does for from get have how i if in is it km long me my of on or
        since that the this to up was what when why with you your
        de een en het ik mijn na op te van voor""",
    )
)

Key = tuple[str, str]  # kind and slug


class Entry(NamedTuple):
    """A page that can be found. `about` is the line under its name."""

    kind: str
    name: str
    url: str
    about: str = ""
    is_emergency: bool = False
    is_fallback: bool = False


@dataclass(frozen=True, slots=True)
class Index:
    entries: Mapping[Key, Entry]
    pages_with: Mapping[str, Mapping[Key, float]]  # word -> page -> weight
    first_letters: Mapping[str, tuple[str, ...]]


class Found(NamedTuple):
    """`guesses`: words of the release near to those that were not found."""

    results: list[Entry]
    guesses: list[str]
    has_emergency: bool


def find(knowledge: Knowledge, query: str) -> Found:
    """The best pages first; ties by name. An empty query finds nothing."""
    index = _index(knowledge)
    asked = dict.fromkeys(_words(query[:LONGEST_QUERY]))
    asked = {word: _pages_like(index, word) for word in _split(index, asked)}
    results = _ranked(index, asked)
    unknown = [word for word, pages in asked.items() if not pages]
    return Found(
        results=results[:MOST_RESULTS],
        guesses=[] if results else _guesses(index, unknown),
        has_emergency=any(entry.is_emergency for entry in results[:NOTICED]),
    )


def _ranked(index: Index, asked: Mapping[str, Mapping[Key, float]]) -> list[Entry]:
    if not asked:
        return []
    known = {word: pages for word, pages in asked.items() if pages}
    rarity = {word: _rarity(index, pages) for word, pages in known.items()}
    total = sum(rarity.values())
    scores: dict[Key, float] = defaultdict(float)
    covered: dict[Key, float] = defaultdict(float)
    for word, pages in known.items():
        for key, weight in pages.items():
            scores[key] += rarity[word] * weight
            covered[key] += rarity[word]
    enough = [key for key in scores if covered[key] >= LEAST_COVERED * total]

    def order(key: Key) -> tuple[float, str]:
        entry = index.entries[key]
        share = covered[key] / total
        # Of two pages that match alike, the one with the shorter name is more about it.
        short = 1 - min(len(entry.name), 100) / 1000
        weight = KIND_WEIGHT.get(entry.kind, 1.0)
        return -scores[key] * share * weight * short, entry.name

    return [index.entries[key] for key in sorted(enough, key=order)]


def _rarity(index: Index, pages: Mapping[Key, float]) -> float:
    """A word on few pages says more."""
    return 1 + log((1 + len(index.entries)) / (1 + len(pages)))


def _pages_like(index: Index, word: str) -> dict[Key, float]:
    """page -> weight, over the word itself, words that start with it, words a slip away from it, and a word for the same thing."""
    weights: dict[Key, float] = {}
    near = list(_words_like(index, word))
    if word in OTHER_WORDS:
        same = _words_like(index, OTHER_WORDS[word])
        near += [(known, closeness * SAME_THING) for known, closeness in same]
    for known, closeness in near:
        for key, weight in index.pages_with[known].items():
            weights[key] = max(weights.get(key, 0.0), weight * closeness)
    return weights


def _words_like(index: Index, word: str) -> Iterator[tuple[str, float]]:
    if word in index.pages_with:
        yield word, 1.0
    starting = [
        known
        for known in index.first_letters.get(word[:2], ())
        if len(word) > 2 and known.startswith(word) and known != word
    ]
    yield from ((known, STARTS) for known in starting)
    if word not in index.pages_with and not starting:
        near = process.extract(
            word,
            list(index.pages_with),
            scorer=OSA.distance,
            score_cutoff=_slips(word),
            limit=MOST_GUESSES,
        )
        yield from ((known, MISTYPED**distance) for known, distance, _place in near)


def _slips(word: str) -> int:
    """How many slips of the pen are forgiven; short words are too like each other for any."""
    if word.isdigit() or len(word) < 5:
        return 0
    return 1 if len(word) < 8 else 2


def _split(index: Index, words: Iterable[str]) -> Iterator[str]:
    """An unknown word that is two known ones written together becomes these: backpain."""
    for word in words:
        cuts = range(3, len(word) - 2)
        pairs = [(word[:cut], word[cut:]) for cut in cuts]
        known = [pair for pair in pairs if all(w in index.pages_with for w in pair)]
        is_known = word in index.pages_with
        yield from known[0] if known and not is_known else (word,)


def _guesses(index: Index, unknown: Iterable[str]) -> list[str]:
    return [
        known
        for word in unknown
        if len(word) > 3
        for known, _distance, _place in process.extract(
            word,
            list(index.pages_with),
            scorer=OSA.distance,
            score_cutoff=_slips(word) + 1,
            limit=1,
        )
    ]


# ---- the index


def _index(knowledge: Knowledge) -> Index:
    kept = knowledge.kept
    if "library.search" not in kept:
        kept["library.search"] = _make_index(knowledge)
    index: Index = kept["library.search"]
    return index


def _make_index(knowledge: Knowledge) -> Index:
    entries: dict[Key, Entry] = {}
    pages_with: dict[str, dict[Key, float]] = defaultdict(dict)

    def put(key: Key, texts: Iterable[tuple[str, float]]) -> None:
        for text, weight in texts:
            for word in _words(text):
                pages = pages_with[word]
                pages[key] = max(pages.get(key, 0.0), weight)

    for key, entry, texts in _documents(knowledge):
        entries[key] = entry
        put(key, texts)
    for phrase, targets in LAY_WORDS.items():
        length = len(list(_words(phrase)))  # "side cramp" says less about a cramp
        for place, target in enumerate(targets):
            kind, _colon, slug = target.partition(":")
            if (kind, slug) in entries:
                weight = OTHER_NAME + 0.2 / (1 + place) / length
                put((kind, slug), [(phrase, weight)])
    by_letters: dict[str, list[str]] = defaultdict(list)
    for word in sorted(pages_with):
        by_letters[word[:2]].append(word)
    letters = {first: tuple(words) for first, words in by_letters.items()}
    return Index(entries, dict(pages_with), letters)


Document = tuple[Key, Entry, list[tuple[str, float]]]


def _documents(knowledge: Knowledge) -> Iterator[Document]:
    yield (
        ("page", "help"),
        Entry("page", _("Get help now"), reverse("library:help")),
        [],
    )
    for cause in knowledge.causes:
        yield _cause(knowledge, cause)
    for symptom in knowledge.symptoms:
        findings = [knowledge.finding[f].text for f in sorted(symptom.findings)]
        entry = _entry("symptom", symptom, symptom.summary or symptom.also_called)
        texts = [(symptom.name, NAME), (symptom.also_called, OTHER_NAME)]
        texts += [(text, FINDING) for text in findings] + [(symptom.summary, TEXT)]
        texts += [(knowledge.finding[a].text, AREA) for a in sorted(symptom.areas)]
        yield ("symptom", symptom.slug), entry, texts
    for sign in knowledge.warning_signs:
        names = [knowledge.cause[c] for c in sign.conditions]
        entry = _entry("warning_sign", sign, sign.say)
        entry = entry._replace(is_emergency=sign.urgency.is_emergency)
        texts = [(sign.title, NAME), (sign.say, TEXT)]
        texts += [(f"{cause.name} {cause.term}", FINDING) for cause in names]
        yield ("warning_sign", sign.slug), entry, texts
    for step in knowledge.steps:
        texts = [(step.name, NAME), (step.summary, TEXT)]
        yield ("step", step.slug), _entry("step", step, step.summary), texts
    for claim in knowledge.claims:
        texts = [(claim.statement, NAME), (claim.why, TEXT / 2)]
        yield ("claim", claim.slug), _entry("claim", claim, ""), texts


def _cause(knowledge: Knowledge, cause: Cause) -> Document:
    """A danger has no page of its own: it stands on the page of warning signs."""
    if cause.role is Role.DANGER:
        url = f"{reverse('library:warning_signs')}#{cause.slug}"
        entry = Entry(
            "danger", cause.name, url, cause.summary, False, cause.is_fallback
        )
        return ("cause", cause.slug), entry, [(cause.name, NAME), (cause.term, NAME)]
    telling = [i for i in cause.indicators if i.strength is Strength.STRONGLY_FOR]
    texts = [(cause.name, NAME), (cause.term, OTHER_NAME), (cause.summary, TEXT)]
    texts += [(knowledge.finding[i.finding].text, FINDING) for i in telling]
    areas = sorted(cause.typical_areas)
    texts += [(knowledge.finding[area].text, AREA) for area in areas]
    return ("cause", cause.slug), _entry("cause", cause, cause.summary), texts


def _entry(kind: str, row: object, about: str) -> Entry:
    slug, name = getattr(row, "slug"), getattr(row, "name")  # noqa: B009 - six kinds of row
    url = reverse(f"library:{kind}", args=[slug])
    return Entry(kind, name, url, about, False, getattr(row, "is_fallback", False))


def _words(text: str) -> Iterator[str]:
    """Lower case, without accents, fillers and the s of a plural."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("'", "")
    for word in re.findall(r"[^\W_]+", plain):
        if word not in FILLERS:
            is_plural = len(word) > 3 and word.endswith("s") and word[-2] not in "sui"
            yield word[:-1] if is_plural else word
