"""Database -> plain rows, the same rows that the fixture files hold; `saving` is the way back. Loading, exporting and publishing
all go through here.

How a column becomes a field of a row follows from what it holds (shape.Holds), so a new field needs no code in here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models as db

from crampcoach.content import models
from crampcoach.content.fixture_files import (
    KIND_BY_NAME,
    KINDS,
    TRANSLATED,
    Row,
    Rows,
    file_of,
    in_order,
)
from crampcoach.content.shape import SHAPES, Field, Holds

MODELS: Mapping[str, type[db.Model]] = {
    "sources": models.Source,
    "questions": models.Question,
    "findings": models.Finding,
    "causes": models.Cause,
    "indicators": models.Indicator,
    "warning_signs": models.WarningSign,
    "prevention_steps": models.PreventionStep,
    "first_aid": models.FirstAid,
    "symptoms": models.Symptom,
    "claims": models.Claim,
    "vignettes": models.Vignette,
}
# The rows within a row: their model and their link to the row that holds them.
INNER: Mapping[str, tuple[type[db.Model], str]] = {
    "options": (models.Finding, "question"),
    "patterns": (models.WarningPattern, "sign"),
    "actions": (models.FirstAidAction, "aid"),
}
Slugs = dict[type[db.Model], dict[int, str]]


def objects_of(kind: str) -> db.QuerySet:
    """The top-level objects of a kind: for findings the derived ones, since options belong to their question."""
    found = MODELS[kind].objects.all()
    return found.filter(question=None) if kind == "findings" else found


def object_key(kind: str, found: Any) -> str:
    """As shape.key_of, for an object."""
    return "/".join(found.natural_key()) if kind == "indicators" else found.slug


def rows_from_database() -> Rows:
    """All rows, in the order of the fixture files."""
    slugs = {
        model: dict(model.objects.order_by().values_list("pk", "slug"))
        for model in (models.Question, *MODELS.values())
        if model is not models.Indicator
    }
    return {kind.name: _rows_of(kind.name, slugs) for kind in KINDS}


def _rows_of(kind_name: str, slugs: Slugs) -> list[Row]:
    kind = KIND_BY_NAME[kind_name]
    found = objects_of(kind_name)
    if kind.ordered:
        found = found.order_by("position", "slug")
    rows = _plain(kind_name, MODELS[kind_name], SHAPES[kind_name], list(found), slugs)
    rows = in_order(kind, rows.values())
    return sorted(rows, key=lambda row: file_of(kind, row))


def _plain(
    kind: str,
    model: type[db.Model],
    fields: Iterable[Field],
    found: list[Any],
    slugs: Slugs,
) -> dict[int, Row]:
    """Primary key -> row, for these objects."""
    rows: dict[int, Row] = {one.pk: {} for one in found}
    for field in fields:
        if field.holds is Holds.NAMES:
            lists = _named(model, field.name, slugs)
            for one in found:
                rows[one.pk][field.name] = lists.get(one.pk)
        elif field.holds is Holds.ROWS:
            inner = _inner_rows(kind, field, slugs)
            for one in found:
                rows[one.pk][field.name] = inner.get(one.pk)
        else:
            for one in found:
                rows[one.pk].update(_read_column(kind, field, one, slugs))
    return rows


def _named(model: type[db.Model], name: str, slugs: Slugs) -> dict[int, list[str]]:
    """Owner -> slugs, for one many-to-many field."""
    field: Any = model._meta.get_field(name)
    through = field.remote_field.through
    owner, target = field.m2m_field_name(), field.m2m_reverse_field_name()
    order = "position" if through is models.Confusion else f"{target}__slug"
    pairs = through.objects.order_by(order).values_list(f"{owner}_id", f"{target}_id")
    known = slugs[field.related_model]
    lists: dict[int, list[str]] = {}
    for owner_id, target_id in pairs:
        lists.setdefault(owner_id, []).append(known[target_id])
    return lists


def _inner_rows(kind: str, field: Field, slugs: Slugs) -> dict[int, list[Row]]:
    model, link = INNER[field.name]
    found = list(model.objects.exclude(**{link: None}).order_by("position", "pk"))
    rows = _plain(kind, model, field.fields, found, slugs)
    lists: dict[int, list[Row]] = {}
    for one in found:
        lists.setdefault(getattr(one, f"{link}_id"), []).append(rows[one.pk])
    return lists


def _read_column(kind: str, field: Field, one: Any, slugs: Slugs) -> Row:
    name = column_of(one, field)
    if field.holds is Holds.GROUP:
        inner = {f.name: getattr(one, f"{name}_{f.name}") for f in field.fields}
        return {name: inner}
    if field.holds is Holds.RULE:
        return {name: (one.rule or {}).get(name)}
    if field.holds is Holds.NAME:
        target = one._meta.get_field(name).related_model
        return {name: slugs[target][getattr(one, f"{name}_id")]}
    if field.name in TRANSLATED[kind]:
        return {
            field.name: getattr(one, f"{name}_en") or "",
            f"{field.name}_nl": getattr(one, f"{name}_nl") or "",
        }
    value = getattr(one, name)
    match field.holds:
        case Holds.DAY:
            value = value.isoformat() if value else None
        case Holds.ANSWERS:
            value = read_answers(value)
        case Holds.NUMBER if isinstance(value, float) and value.is_integer():
            value = int(value)
    return {field.name: value}


def column_of(one: Any, field: Field) -> str:
    is_finding = isinstance(one, models.Finding)
    return "slug" if is_finding and field.name == "finding" else field.name


def read_answers(text: str) -> dict[str, list[str]]:
    """The answers of a vignette as an editor types them: "where: calf, shin", one question a line."""
    answers = {}
    for line in text.splitlines():
        question, _, findings = line.partition(":")
        if question.strip():
            named = (slug.strip() for slug in findings.split(","))
            answers[question.strip()] = [slug for slug in named if slug]
    return answers


def write_answers(answers: Mapping[str, list[str]]) -> str:
    """The opposite of `read_answers`."""
    return "\n".join(
        f"{question}: {', '.join(findings)}".strip()
        for question, findings in answers.items()
    )
