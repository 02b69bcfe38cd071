"""How hard and how long the texts for runners may be. The rules that use this stand in `integrity`.

Reading age is the Flesch-Kincaid grade (Kincaid and others 1975) plus 5 years. Syllables come from syllapy, which carries its word
list with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import syllapy

from crampcoach.content.fixture_files import KINDS, TRANSLATED, Row, Rows
from crampcoach.content.shape import (
    OPTION_WORDS,
    ROW_NAMES,
    TITLE_WORDS,
    key_of,
)

TARGET_AGE = 11
HIGHEST_AGE = 13
# In a shorter text one long word decides, so those of a row are measured together.
MEASURABLE_WORDS = 20

# The most words of a field, by the place where it is shown; in a field of lines, of one line.
LIMITS: Mapping[str, Mapping[str, int]] = {
    "sources": {"shows": 50},
    "questions": {
        "text": OPTION_WORDS,
        "hint": 20,
        "why": 30,
        "group": 6,
        "help": 70,
    },
    "findings": {"text": 20},
    "causes": {
        "name": 12,
        "term": 14,
        "summary": 40,
        "feels_like": 80,
        "mechanism": 90,
        "how_common": 40,
        "help_now": 30,
        "clinician": 90,
        "when_to_see": 40,
        "told_apart": 80,
    },
    "indicators": {"why": 20},
    "warning_signs": {
        "title": TITLE_WORDS,
        "say": 40,
        "why": 40,
        "do_now": 35,
        "do_not": 25,
        "tell_them": 40,
        "within": 8,
    },
    "prevention_steps": {
        "name": 14,
        "summary": 40,
        "how_to": 30,
        "dose": 25,
        "progression": 35,
        "stop_rule": 40,
        "cautions": 30,
    },
    "first_aid": {"name": 12, "text": 40, "watch_for": 35},
    "symptoms": {
        "name": 10,
        "also_called": 16,
        "summary": 40,
        "about": 150,
        "when_it_matters": 30,
    },
    "claims": {"statement": 20, "why": 70},
}
LINES = frozenset(
    [
        "help_now",
        "when_to_see",
        "do_now",
        "do_not",
        "how_to",
        "cautions",
        "watch_for",
        "when_it_matters",
    ]
)

# Long words that stay, each with the reason; they count as a plain word of two syllables.
TERMS: Mapping[str, str] = {
    "emergency": "stands on the door and in every call for help",
    "department": "stands on the door of the emergency department",
    "ambulance": "no shorter word that everyone knows",
    "physiotherapist": "the name of the person to see",
    "diabetes": "the name that a runner who has it was given",
    "pregnancy": "no shorter word that everyone knows",
    "ibuprofen": "stands on the packet",
    "paracetamol": "stands on the packet",
    "magnesium": "stands on the packet",
    "potassium": "stands on the packet",
    "calcium": "stands on the packet",
}
# Texts for another reader than a runner in need.
NOT_MEASURED: Mapping[tuple[str, str], str] = {
    ("sources", "shows"): "for those who check a study, in its terms and figures",
    ("causes", "term"): "the clinical name, to say to a doctor",
}

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Text:
    """A text for runners. `row` as sentences name it: "cause cramp". `part`: the option or action that it belongs to, if any."""

    kind: str
    row: str
    part: str
    field: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.row}: {self.part}{self.field}"


def texts_of(rows: Rows, ending: str = "") -> Iterator[Text]:
    """Every text that runners see, in the language whose fields have this ending (none = English)."""
    for kind in KINDS:
        for row in rows[kind.name]:
            named = f"{ROW_NAMES[kind.name]} {key_of(kind.name, row)}"
            for part, inner in _parts(row):
                for field in TRANSLATED[kind.name]:
                    if text := inner.get(f"{field}{ending}"):
                        yield Text(kind.name, named, part, f"{field}{ending}", text)


def _parts(row: Row) -> Iterator[tuple[str, Row]]:
    yield "", row
    for option in row.get("options", ()):
        yield f"{option['finding']} ", option
    for number, action in enumerate(row.get("actions", ()), start=1):
        yield f"action {number} ", action


def words_over(text: Text) -> tuple[int, int] | None:
    """(number of words, the most that fit) of a text, or of a line of it, that is too long for its place."""
    field = text.field.removesuffix("_nl")
    limit = LIMITS[text.kind][field]
    pieces = text.text.splitlines() if field in LINES else [text.text]
    longest = max(len(piece.split()) for piece in pieces)
    return (longest, limit) if longest > limit else None


def word_count(text: str) -> int:
    return len(_WORD.findall(text))


def reading_age(text: str) -> float:
    """Years, by the grade of Flesch and Kincaid: "Stop. Pull your toes up." is about 2, not a negative grade.

    A full stop, question or exclamation mark and the end of a line end a sentence; a colon or semicolon does not.
    """
    sentences = [s for s in _SENTENCE_END.split(text) if _WORD.search(s)]
    words = [word.lower() for word in _WORD.findall(text)]
    syllables = sum(map(_syllables, words))
    grade = 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
    return round(grade + 5, 1)


def _syllables(word: str) -> int:
    if word in TERMS:
        return 2
    stem = re.split("['’]", word)[0]
    return max(1, syllapy.count(stem))


def hard_texts(rows: Rows) -> Iterator[tuple[Text, float]]:
    """Every text, or short texts of a row together, that is too hard, with its reading age."""
    short: dict[str, list[Text]] = {}
    for text in texts_of(rows):
        if (text.kind, text.field) in NOT_MEASURED:
            continue
        if word_count(text.text) < MEASURABLE_WORDS:
            short.setdefault(_together(text), []).append(text)
        elif (age := reading_age(text.text)) > HIGHEST_AGE:
            yield text, age
    for row, texts in short.items():
        joined = "\n".join(text.text for text in texts)
        if word_count(joined) >= MEASURABLE_WORDS:
            age = reading_age(joined)
            if age > HIGHEST_AGE:
                yield Text(texts[0].kind, row, "", "short texts", joined), age


def _together(text: Text) -> str:
    """Short texts are read as one by row; the reasons of indicators by cause."""
    return text.row.partition("/")[0] if text.kind == "indicators" else text.row
