"""The shape of every kind of row: what each field holds and which rows it names. Compiling, loading and the admin share it.

`check_rows` says in plain sentences where rows break this shape. No Django in here; docs/fixtures.md is the same in words.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, auto
from typing import Any

from crampcoach.content.fixture_files import (
    KIND_BY_NAME,
    KINDS,
    Rows,
    file_of,
    keys_of,
)
from crampcoach.engine import knowledge as engine
from crampcoach.engine.knowledge import KnowledgeError

URGENCIES = tuple(urgency.slug for urgency in sorted(engine.Urgency, reverse=True))
CARE_FLOORS = ("urgent-today", "see-doctor")
SOURCE_KINDS = (
    "guideline",
    "review",
    "trial",
    "cohort",
    "study",
    "lab",
    "reference",
    "website",
    "judgement",
)
GRADES = ("A", "B", "C")
OPTION_WORDS = 14
TITLE_WORDS = 12

SLUG = re.compile(r"[a-zA-Z0-9_-]+")


class ContentError(KnowledgeError):
    """Rows that break their shape; `problems` name file, row, field and slug."""


class Holds(Enum):
    """What a field holds, both in a row and in the database."""

    TEXT = auto()
    LINES = auto()
    FLAG = auto()
    NUMBER = auto()
    DAY = auto()
    NAME = auto()  # the slug of one row
    NAMES = auto()  # slugs of rows
    WORDS = auto()  # a list of words that are no rows
    ROWS = auto()  # rows within this row, in order
    RULE = auto()  # any_of / all_of of a derived finding
    ANSWERS = auto()  # question -> findings, of a vignette
    GROUP = auto()  # a mapping of further fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """`target`: the kind of row that it names. `choices`: the closed list of its values."""

    name: str
    holds: Holds = Holds.TEXT
    target: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False
    fields: tuple[Field, ...] = ()


def _texts(names: str, required: bool = False) -> tuple[Field, ...]:
    return tuple(Field(name=name, required=required) for name in names.split())


def _lines(names: str) -> tuple[Field, ...]:
    return tuple(Field(name=name, holds=Holds.LINES) for name in names.split())


def _flags(names: str) -> tuple[Field, ...]:
    return tuple(Field(name=name, holds=Holds.FLAG) for name in names.split())


def _names(target: str, names: str) -> tuple[Field, ...]:
    return tuple(
        Field(name=name, holds=Holds.NAMES, target=target) for name in names.split()
    )


def _choice(
    name: str, choices: Iterable[str], required: bool = False
) -> tuple[Field, ...]:
    return (Field(name=name, choices=tuple(choices), required=required),)


def _values(enum: Iterable[Any]) -> tuple[str, ...]:
    return tuple(member.value for member in enum)


SLUG_FIELD = _texts("slug", required=True)
UNSURE = _choice("unsure", URGENCIES)
SOURCES = _names("sources", "sources")
REVIEW = (*_texts("reviewer"), Field(name="reviewed_on", holds=Holds.DAY))


def _tags(name: str) -> tuple[Field, ...]:
    tags = tuple(engine.ADVICE_TAGS)
    return (Field(name=name, holds=Holds.WORDS, choices=tags),)


def _words(names: str) -> tuple[Field, ...]:
    return tuple(Field(name=name, holds=Holds.WORDS) for name in names.split())


def _numbers(names: str) -> tuple[Field, ...]:
    return tuple(Field(name=name, holds=Holds.NUMBER) for name in names.split())


OPTION = (
    *_texts("finding", required=True),
    *_texts("group"),
    *_texts("text", required=True),
    *_texts("help"),
    *_names("findings", "implies"),
    *_flags("out_of_scope"),
    *UNSURE,
)
PATTERN = _names("findings", "all_of one_of and_one_of")
ACTION = (
    *_texts("text", required=True),
    *_tags("tags"),
    *_names("findings", "unsafe_with"),
)
EXPECT = (
    *_words("causes contributors conditions"),
    *_choice("urgency", URGENCIES, required=True),
    Field(name="urgency_also", holds=Holds.WORDS, choices=URGENCIES),
)

SHAPES: Mapping[str, tuple[Field, ...]] = {
    "sources": (
        *SLUG_FIELD,
        *_texts("topic", required=True),
        *_texts("authors"),
        *_texts("title", required=True),
        *_texts("year publisher url"),
        *_choice("kind", SOURCE_KINDS, required=True),
        *_choice("grade", GRADES, required=True),
        *_texts("shows"),
    ),
    "questions": (
        *SLUG_FIELD,
        *_choice("stage", _values(engine.Stage), required=True),
        *_choice("kind", _values(engine.Kind), required=True),
        *_texts("page"),
        *_flags("screen sensitive"),
        *_names("findings", "asked_if not_asked_if safety_if"),
        *_texts("text", required=True),
        *_texts("hint why"),
        Field(name="options", holds=Holds.ROWS, fields=OPTION, required=True),
    ),
    "findings": (
        *_texts("finding text", required=True),
        Field(name="any_of", holds=Holds.RULE, target="findings"),
        Field(name="all_of", holds=Holds.RULE, target="findings"),
        *UNSURE,
    ),
    "causes": (
        *SLUG_FIELD,
        *_choice("role", _values(engine.Role), required=True),
        *_choice("family", engine.FAMILIES),
        *_texts("name", required=True),
        *_texts("term"),
        *_names("areas", "typical_areas"),
        *_numbers("prior"),
        *_choice("care_floor", CARE_FLOORS),
        *_flags("needs_own_finding"),
        *_texts("show_one_of"),
        *_numbers("pattern_cap"),
        *_names("causes", "confused_with"),
        *_texts("summary feels_like mechanism how_common"),
        *_lines("help_now"),
        *_texts("clinician"),
        *_lines("when_to_see"),
        *_texts("told_apart"),
        *SOURCES,
        *_texts("note"),
        *REVIEW,
    ),
    "indicators": (
        Field(name="cause", holds=Holds.NAME, target="causes", required=True),
        Field(name="finding", holds=Holds.NAME, target="findings", required=True),
        *_choice("strength", _values(engine.Strength), required=True),
        *_texts("group"),
        Field(name="source", holds=Holds.NAME, target="sources", required=True),
        *_texts("why"),
    ),
    "warning_signs": (
        *SLUG_FIELD,
        *_choice("urgency", URGENCIES, required=True),
        *_texts("title", required=True),
        *_texts("say why"),
        *_lines("do_now do_not"),
        *_texts("tell_them within"),
        Field(name="patterns", holds=Holds.ROWS, fields=PATTERN, required=True),
        *_names("causes", "conditions"),
        *_tags("withholds"),
        *_names("causes", "mimics"),
        *_texts("trigger_rate"),
        *SOURCES,
        *_texts("note"),
        *REVIEW,
    ),
    "prevention_steps": (
        *SLUG_FIELD,
        *_choice("kind", _values(engine.StepKind), required=True),
        *_texts("name", required=True),
        *_texts("summary"),
        *_lines("how_to"),
        *_texts("dose progression stop_rule"),
        *_lines("cautions"),
        *_choice("evidence", _values(engine.Evidence), required=True),
        *_choice("effort", _values(engine.Effort), required=True),
        *_choice("when", _values(engine.When), required=True),
        *_numbers("rung"),
        *_flags("not_worth_it"),
        *_tags("tags"),
        *_names("findings", "unsafe_with"),
        *_names("causes", "causes"),
        *_names("findings", "findings"),
        *SOURCES,
        *_texts("note"),
        *REVIEW,
    ),
    "first_aid": (
        *SLUG_FIELD,
        *_texts("name", required=True),
        *_names("areas", "areas"),
        *_names("findings", "findings"),
        Field(name="actions", holds=Holds.ROWS, fields=ACTION, required=True),
        *_lines("watch_for"),
        *SOURCES,
        *REVIEW,
    ),
    "symptoms": (
        *SLUG_FIELD,
        *_texts("name", required=True),
        *_texts("also_called summary about"),
        *_names("areas", "areas"),
        *_names("findings", "findings"),
        *_lines("when_it_matters"),
        *SOURCES,
        *REVIEW,
    ),
    "claims": (
        *SLUG_FIELD,
        *_texts("topic"),
        *_texts("statement", required=True),
        *_choice("verdict", _values(engine.Verdict), required=True),
        *_texts("why"),
        *_words("heard_in"),
        *_names("causes", "causes"),
        *_names("prevention_steps", "steps"),
        *_names("symptoms", "symptoms"),
        *_names("warning_signs", "warning_signs"),
        *SOURCES,
        *REVIEW,
    ),
    "vignettes": (
        *SLUG_FIELD,
        *_texts("topic story", required=True),
        Field(name="answers", holds=Holds.ANSWERS, required=True),
        *_words("unsure"),
        Field(name="expect", holds=Holds.GROUP, fields=EXPECT, required=True),
    ),
}

# What to call a row of each kind in a sentence.
ROW_NAMES = {
    "sources": "source",
    "questions": "question",
    "findings": "finding",
    "areas": "place of the body map",
    "causes": "cause",
    "indicators": "indicator",
    "warning_signs": "warning sign",
    "prevention_steps": "prevention step",
    "first_aid": "first aid",
    "symptoms": "symptom",
    "claims": "claim",
    "vignettes": "vignette",
}


def key_of(kind: str, row: Mapping[str, Any]) -> str:
    """The slug that stands for the row; "cause/finding" for an indicator."""
    return "/".join(str(row.get(name, "?")) for name in KIND_BY_NAME[kind].key)


def nearest(slug: str, known: Iterable[str]) -> str:
    """' (nearest: ...)' or nothing."""
    close = get_close_matches(str(slug), list(known), n=1)
    return f" (nearest: {close[0]})" if close else ""


def named_slugs(rows: Rows) -> dict[str, set[str]]:
    """The slugs that rows can name, by kind."""
    slugs = {
        kind.name: {key_of(kind.name, row) for row in rows.get(kind.name, [])}
        for kind in KINDS
    }
    slugs["areas"] = set()
    for question in rows.get("questions", []):
        options = question.get("options") or []
        found = {o.get("finding", "?") for o in options if isinstance(o, Mapping)}
        slugs["findings"] |= found
        if question.get("kind") == "map":
            slugs["areas"] |= found
    return slugs


def references(
    fields: Iterable[Field], row: Mapping[str, Any]
) -> Iterator[tuple[Field, str]]:
    """(field, slug) for every row that this row names."""
    for field in fields:
        value = row.get(field.name)
        if not value:
            continue
        if field.holds is Holds.NAME:
            yield field, value
        elif field.holds is Holds.NAMES:
            yield from ((field, slug) for slug in value)
        elif field.holds is Holds.RULE:
            yield from ((field, slug) for slug in rule_leaves(value))
        elif field.holds is Holds.ROWS:
            for inner in value:
                yield from references(field.fields, inner)


def rule_leaves(parts: Iterable[Any]) -> Iterator[str]:
    """The findings of an any_of / all_of list, at any depth."""
    for part in parts:
        if isinstance(part, str):
            yield part
        else:
            for inner in part.values():
                yield from rule_leaves(inner)


def check_rows(rows: Rows) -> None:
    """Raises ContentError with all that is wrong in the shape of these rows."""
    problems = list(_shape_problems(rows))
    if not problems:  # references can only be read from rows of the right shape
        problems = [*_repeated(rows), *_lost_references(rows)]
    if problems:
        raise ContentError(problems)


def _shape_problems(rows: Rows) -> Iterator[str]:
    for kind in KINDS:
        for row in rows.get(kind.name, []):
            place = f"{file_of(kind, row)}: {key_of(kind.name, row)}"
            allowed = set(keys_of(kind, kind.fields))
            for problem in _row_problems(kind.name, SHAPES[kind.name], row, allowed):
                yield f"{place}: {problem}"
            if kind.name == "findings" and ("any_of" in row) == ("all_of" in row):
                yield f"{place}: needs either any_of or all_of"
            if not all(SLUG.fullmatch(str(row.get(name, "?"))) for name in kind.key):
                yield f"{place}: a slug has letters, digits, - and _ only"


def _row_problems(
    kind: str, fields: tuple[Field, ...], row: Any, allowed: set[str]
) -> Iterator[str]:
    if not isinstance(row, Mapping):
        yield f"must be a mapping of fields, not {row!r}"
        return
    for name in sorted(set(map(str, row)) - allowed):
        yield f"unknown field {name!r}{nearest(name, allowed)}"
    for field in fields:
        value = row.get(field.name)
        if value in (None, "", [], False):
            if field.required and not (field.holds is Holds.ANSWERS and value == {}):
                yield f"{field.name} is missing"
            continue
        for problem in _value_problems(kind, field, value):
            yield f"{field.name}: {problem}"
    for name in sorted(allowed & set(row)):
        if name.endswith("_nl") and not isinstance(row[name], str):
            yield f"{name}: must be text"


def _value_problems(kind: str, field: Field, value: Any) -> Iterator[str]:
    if not _has_right_type(field, value):
        yield f"must be {WANTED[field.holds]}, not {value!r}"
    elif field.choices:
        given = value if isinstance(value, list) else [value]
        for choice in given:
            if choice not in field.choices:
                yield f"no choice {choice!r}{nearest(choice, field.choices)}"
    elif field.holds is Holds.NAMES:
        for slug in sorted({slug for slug in value if value.count(slug) > 1}):
            yield f"names {slug} twice"
    elif field.holds is Holds.ROWS:
        for index, inner in enumerate(value, start=1):
            allowed = set(_inner_keys(kind, field))
            for problem in _row_problems(kind, field.fields, inner, allowed):
                yield f"number {index}: {problem}"
    elif field.holds is Holds.GROUP:
        allowed = {inner.name for inner in field.fields}
        yield from _row_problems(kind, field.fields, value, allowed)


def _inner_keys(kind: str, field: Field) -> list[str]:
    return keys_of(KIND_BY_NAME[kind], [inner.name for inner in field.fields])


WANTED = {
    Holds.TEXT: "text (in quotes where it looks like a number or a date)",
    Holds.LINES: "text with one item a line",
    Holds.FLAG: "true or left out",
    Holds.NUMBER: "a number",
    Holds.DAY: "a day in quotes, such as '2026-05-31'",
    Holds.NAME: "one slug",
    Holds.NAMES: "a list of slugs",
    Holds.WORDS: "a list of words",
    Holds.ROWS: "a list of rows",
    Holds.RULE: "a list of findings and inner any_of / all_of",
    Holds.ANSWERS: "a mapping of question to a list of findings",
    Holds.GROUP: "a mapping of fields",
}


def _has_right_type(field: Field, value: Any) -> bool:
    match field.holds:
        case Holds.TEXT | Holds.LINES | Holds.NAME:
            return isinstance(value, str)
        case Holds.FLAG:
            return isinstance(value, bool)
        case Holds.NUMBER:
            return isinstance(value, int | float) and not isinstance(value, bool)
        case Holds.DAY:
            return isinstance(value, str) and _is_day(value)
        case Holds.NAMES | Holds.WORDS:
            return _is_word_list(value)
        case Holds.ROWS:
            return isinstance(value, list)
        case Holds.RULE:
            return is_rule_list(value)
        case Holds.ANSWERS:
            return isinstance(value, Mapping) and all(
                map(_is_word_list, value.values())
            )
        case Holds.GROUP:
            return isinstance(value, Mapping)


def _is_word_list(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _is_day(value: str) -> bool:
    try:
        return datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_rule_list(parts: Any) -> bool:
    """Findings and mappings of just one any_of or all_of."""
    return (
        isinstance(parts, list)
        and bool(parts)
        and all(
            isinstance(part, str)
            or (
                isinstance(part, Mapping)
                and len(part) == 1
                and set(part) <= {"any_of", "all_of"}
                and all(map(is_rule_list, part.values()))
            )
            for part in parts
        )
    )


def _repeated(rows: Rows) -> Iterator[str]:
    """Rows that stand twice; a finding may stand in one place only, as an option or derived."""
    seen: dict[tuple[str, str], str] = {}
    for kind in KINDS:
        for row in rows.get(kind.name, []):
            place = f"{file_of(kind, row)}: {key_of(kind.name, row)}"
            slugs = [(kind.name, key_of(kind.name, row))]
            slugs += [("findings", o["finding"]) for o in row.get("options", [])]
            for slug in slugs:
                if slug in seen:
                    yield f"{place}: {ROW_NAMES[slug[0]]} {slug[1]} stands in {seen[slug]} too"
                seen[slug] = place


def _lost_references(rows: Rows) -> Iterator[str]:
    known = named_slugs(rows)
    for kind in KINDS:
        for row in rows.get(kind.name, []):
            for field, slug in references(SHAPES[kind.name], row):
                if slug not in known[field.target]:
                    yield (
                        f"{file_of(kind, row)}: {key_of(kind.name, row)}: {field.name}: no "
                        f"{ROW_NAMES[field.target]} {slug!r}{nearest(slug, known[field.target])}"
                    )
