"""Plain rows -> Knowledge in one language. Pure: no database, no Django.

A text without a translation stays English, and its row is marked `is_fallback`, so that a page can say so.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from crampcoach.content.fixture_files import TRANSLATED, Row, Rows
from crampcoach.content.shape import SHAPES, Field, Holds, check_rows
from crampcoach.engine import knowledge as engine
from crampcoach.engine.knowledge import (
    Action,
    Cause,
    Claim,
    Finding,
    FirstAid,
    Indicator,
    Knowledge,
    LastChanged,
    Pattern,
    PreventionStep,
    Question,
    Rule,
    Source,
    Symptom,
    Urgency,
    WarningSign,
)

# Fields that become an enum of the engine, by row class and field.
ENUMS: Mapping[tuple[type, str], Callable[[str], Any]] = {
    (Question, "stage"): engine.Stage,
    (Question, "kind"): engine.Kind,
    (Finding, "unsure"): Urgency.of,
    (Cause, "role"): engine.Role,
    (Cause, "care_floor"): Urgency.of,
    (Indicator, "strength"): engine.Strength,
    (WarningSign, "urgency"): Urgency.of,
    (PreventionStep, "kind"): engine.StepKind,
    (PreventionStep, "evidence"): engine.Evidence,
    (PreventionStep, "effort"): engine.Effort,
    (PreventionStep, "when"): engine.When,
    (Claim, "verdict"): engine.Verdict,
}
NESTED: Mapping[str, type] = {
    "options": Finding,
    "patterns": Pattern,
    "actions": Action,
}
RENAMED = {"finding": "slug"}  # an option and a derived finding are found by `finding`
# Kind -> slug -> when the row last changed; nothing where no release says so.
LastChanges = Mapping[str, Mapping[str, LastChanged]]


def compile_knowledge(
    rows: Rows,
    language: str = "en",
    release: int = 0,
    digest: str = "",
    published_on: str = "",
    last_changes: LastChanges | None = None,
) -> Knowledge:
    """The rows as Knowledge. Raises ContentError or KnowledgeError, which name every problem."""
    check_rows(rows)
    changes = last_changes or {}
    return Knowledge(
        questions=tuple(_question(row, language) for row in rows["questions"]),
        derived=tuple(_derived(row, language) for row in rows["findings"]),
        causes=_causes(rows, language, changes),
        warning_signs=_signs(rows, language, changes),
        steps=_all(PreventionStep, rows, "prevention_steps", language, changes),
        first_aid=_all(FirstAid, rows, "first_aid", language),
        symptoms=_all(Symptom, rows, "symptoms", language, changes),
        claims=_all(Claim, rows, "claims", language, changes),
        sources=_all(Source, rows, "sources", language, changes),
        release=release,
        digest=digest,
        published_on=published_on,
        language=language,
    )


def _all(
    made: type, rows: Rows, kind: str, language: str, changes: LastChanges | None = None
) -> tuple[Any, ...]:
    """`changes` only for rows that have a `last_changed`."""
    found = []
    for row in rows[kind]:
        values = _values(made, kind, SHAPES[kind], row, language)
        if changes:
            values["last_changed"] = changes.get(kind, {}).get(row["slug"])
        found.append(made(**values))
    return tuple(found)


def _question(row: Row, language: str) -> Question:
    values = _values(Question, "questions", SHAPES["questions"], row, language)
    options = tuple(
        dataclasses.replace(option, question=row["slug"])
        for option in values.pop("options")
    )
    return Question(**values, options=options)


def _derived(row: Row, language: str) -> Finding:
    values = _values(Finding, "findings", SHAPES["findings"], row, language)
    return Finding(**values, rule=read_rule(row))


def read_rule(mapping: Mapping[str, Any]) -> Rule:
    """The rule of a mapping with any_of or all_of, whose parts are findings and such mappings."""
    name = "all_of" if "all_of" in mapping else "any_of"
    parts = tuple(
        part if isinstance(part, str) else read_rule(part) for part in mapping[name]
    )
    return Rule(name == "all_of", parts)


def _causes(rows: Rows, language: str, changes: LastChanges) -> tuple[Cause, ...]:
    indicators: dict[str, list[Indicator]] = {}
    for indicator in _all(Indicator, rows, "indicators", language):
        indicators.setdefault(indicator.cause, []).append(indicator)
    return tuple(
        dataclasses.replace(cause, indicators=tuple(indicators.get(cause.slug, ())))
        for cause in _all(Cause, rows, "causes", language, changes)
    )


def _signs(rows: Rows, language: str, changes: LastChanges) -> tuple[WarningSign, ...]:
    """Most urgent first; within a level in the order of the rows."""
    signs = _all(WarningSign, rows, "warning_signs", language, changes)
    return tuple(sorted(signs, key=lambda sign: -sign.urgency))


def _values(
    made: type,
    kind: str,
    fields: Iterable[Field],
    row: Mapping[str, Any],
    language: str,
) -> dict[str, Any]:
    """Arguments for `made`; fields that it does not have (notes, the parts of a rule) are left out."""
    known = _fields_of(made)
    values = {}
    for field in fields:
        name = RENAMED.get(field.name, field.name) if made is Finding else field.name
        given = _spoken(kind, field, row, language)
        if name in known and given not in (None, ""):
            values[name] = _value(made, kind, field, given, known[name], language)
    if "is_fallback" in known:
        values["is_fallback"] = is_fallback(kind, row, language)
    return values


def _value(
    made: type, kind: str, field: Field, given: Any, declared: str, language: str
) -> Any:
    if field.holds is Holds.ROWS:
        inner = NESTED[field.name]
        return tuple(
            inner(**_values(inner, kind, field.fields, part, language))
            for part in given
        )
    if field.holds is Holds.LINES:
        return tuple(line.strip() for line in given.splitlines() if line.strip())
    if field.holds in (Holds.NAMES, Holds.WORDS):
        return frozenset(given) if declared.startswith("frozenset") else tuple(given)
    read = ENUMS.get((made, field.name))
    return read(given) if read else given


@cache
def _fields_of(made: type) -> Mapping[str, str]:
    """Name -> declared type of the fields of a row class."""
    return {field.name: str(field.type) for field in dataclasses.fields(made)}


def _spoken(kind: str, field: Field, row: Mapping[str, Any], language: str) -> Any:
    """The value in this language; English where it has none."""
    if language != "en" and field.name in TRANSLATED[kind]:
        return row.get(f"{field.name}_{language}") or row.get(field.name)
    return row.get(field.name)


def is_fallback(kind: str, row: Mapping[str, Any], language: str) -> bool:
    """Whether some text of the row, or of the rows in it, is missing in this language."""
    if language == "en":
        return False
    parts = [row, *row.get("options", ()), *row.get("actions", ())]
    return any(
        part.get(name) and not part.get(f"{name}_{language}")
        for part in parts
        for name in TRANSLATED[kind]
    )
