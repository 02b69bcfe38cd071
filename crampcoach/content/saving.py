"""Plain rows -> database, with history: turns the rows that stand there into others, and touches only what differs.

How a field of a row becomes a column follows from what it holds (shape.Holds), as in `rows`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import models as db

from crampcoach.content import models
from crampcoach.content.fixture_files import KINDS, TRANSLATED, Row, Rows
from crampcoach.content.rows import (
    INNER,
    MODELS,
    column_of,
    object_key,
    objects_of,
    write_answers,
)
from crampcoach.content.shape import SHAPES, Field, Holds, key_of, named_slugs

STEP = 10  # between positions, so that an editor can put a row between two others

Key = tuple[str, str]  # kind and slug
Saved = list[tuple[db.Model, bool]]  # object, and whether it is new


def save_rows(
    old: Rows, new: Rows, columns: Mapping[Key, Mapping[str, Any]], reason: str
) -> None:
    """Turns the `old` rows of the database into the `new` ones, with history. The caller opens the transaction.

    `columns`: further columns of a row (position, marks of loading). A row is written when it or its position differs.
    """
    changed = _changed(old, new, columns)
    saved: Saved = []
    owners: list[tuple[Any, str, Iterable[Field], Row]] = []
    for kind in KINDS:
        rows = changed[kind.name]
        if rows:
            made = _save_columns(kind.name, rows, columns)
            saved += made
            owners += _with_inner(kind.name, rows, made, saved)
    saved += _save_lists(owners)
    _delete_lost(new)
    _write_history(saved, reason)


def _changed(
    old: Rows, new: Rows, columns: Mapping[Key, Mapping[str, Any]]
) -> dict[str, list[Row]]:
    positions = {
        (kind.name, slug): position
        for kind in KINDS
        if kind.ordered
        for slug, position in objects_of(kind.name).values_list("slug", "position")
    }

    def differs(kind: str, row: Row, before: Mapping[str, Row]) -> bool:
        key = (kind, key_of(kind, row))
        moved = columns.get(key, {}).get("position", positions.get(key))
        return before.get(key[1]) != row or moved != positions.get(key)

    changed = {}
    for kind in KINDS:
        before = {key_of(kind.name, row): row for row in old[kind.name]}
        changed[kind.name] = [
            r for r in new[kind.name] if differs(kind.name, r, before)
        ]
    return changed


def _save_columns(
    kind: str, rows: list[Row], columns: Mapping[Key, Mapping[str, Any]]
) -> Saved:
    """The objects of these rows, in their order; lists and inner rows are left to others."""
    model = MODELS[kind]
    existing = {object_key(kind, one): one for one in _all_objects(kind)}
    pks = _pks(SHAPES[kind], model)
    saved: Saved = []
    for row in rows:
        key = key_of(kind, row)
        one = existing.get(key)
        saved.append((one or model(), one is None))
        one = saved[-1][0]
        _set_columns(kind, SHAPES[kind], one, row, pks)
        for name, value in columns.get((kind, key), {}).items():
            setattr(one, name, value)
        if kind == "findings":
            one.question = None
    _store(model, saved)
    return saved


def _all_objects(kind: str) -> db.QuerySet:
    found = MODELS[kind].objects.all()  # a derived finding may have been an option
    return found.select_related("cause", "finding") if kind == "indicators" else found


def _pks(fields: Iterable[Field], model: type[db.Model]) -> dict[str, dict[str, int]]:
    """Field -> slug -> primary key, for the fields that name one row."""
    return {
        field.name: dict(
            model._meta.get_field(field.name).related_model.objects.values_list(
                "slug", "pk"
            )
        )
        for field in fields
        if field.holds is Holds.NAME
    }


def _store(model: type[db.Model], saved: Saved) -> None:
    model.objects.bulk_create([one for one, is_new in saved if is_new])
    for one, is_new in saved:
        if not is_new:
            one.save_without_historical_record()


def _set_columns(
    kind: str,
    fields: Iterable[Field],
    one: Any,
    row: Row,
    pks: Mapping[str, Mapping[str, int]],
) -> None:
    for field in fields:
        name, value = column_of(one, field), row.get(field.name)
        match field.holds:
            case Holds.NAMES | Holds.ROWS:
                pass
            case Holds.NAME:
                setattr(one, f"{name}_id", pks[name][value])
            case Holds.RULE:
                if value:
                    one.rule = {name: value}
            case Holds.GROUP:
                for inner in field.fields:
                    given = (value or {}).get(inner.name)
                    setattr(one, f"{name}_{inner.name}", _stored(inner, given))
            case _ if field.name in TRANSLATED[kind]:
                setattr(one, f"{name}_en", value or "")
                setattr(one, f"{name}_nl", row.get(f"{field.name}_nl") or "")
            case _:
                setattr(one, name, _stored(field, value))


def _stored(field: Field, value: Any) -> Any:
    match field.holds:
        case Holds.FLAG:
            return bool(value)
        case Holds.NUMBER:
            return value
        case Holds.DAY:
            return datetime.date.fromisoformat(value) if value else None
        case Holds.WORDS:
            return value or []
        case Holds.ANSWERS:
            return write_answers(value or {})
    return value or ""


def _with_inner(
    kind: str, rows: list[Row], made: Saved, saved: Saved
) -> Iterator[tuple[Any, str, Iterable[Field], Row]]:
    """Every object that has lists, with its fields and row; saves the inner rows on the way."""
    for (one, _), row in zip(made, rows, strict=True):
        yield one, kind, SHAPES[kind], row
    for field in SHAPES[kind]:
        if field.holds is Holds.ROWS:
            inner = _save_inner(kind, field, [one for one, _ in made], rows)
            saved += [(one, is_new) for one, is_new, _ in inner]
            yield from ((one, kind, field.fields, row) for one, _, row in inner)


def _save_inner(
    kind: str, field: Field, owners: list[db.Model], rows: list[Row]
) -> list[tuple[Any, bool, Row]]:
    """The inner rows of these owners: options keep their object, since others name them; the rest is made anew."""
    model, link = INNER[field.name]
    existing: dict[str, Any] = {}
    if model is models.Finding:
        existing = {one.slug: one for one in models.Finding.objects.all()}
    else:
        for old in model.objects.filter(**{f"{link}__in": owners}):
            old.delete()
    saved = []
    for owner, row in zip(owners, rows, strict=True):
        for index, inner in enumerate(row.get(field.name, []), start=1):
            one = existing.get(inner.get("finding", ""))
            saved.append((one or model(), one is None, inner))
            one = saved[-1][0]
            setattr(one, link, owner)
            one.position = index * STEP
            if model is models.Finding:
                one.rule = None
            _set_columns(kind, field.fields, one, inner, {})
    _store(model, [(one, is_new) for one, is_new, _ in saved])
    return saved


def _save_lists(owners: list[tuple[Any, str, Iterable[Field], Row]]) -> Saved:
    """Writes the many-to-many lists of these objects; gives back the links that have a history of their own."""
    wanted: dict[Any, list[tuple[int, list[str]]]] = {}
    for one, _, fields, row in owners:
        for field in fields:
            if field.holds is Holds.NAMES:
                relation = one._meta.get_field(field.name)
                slugs = row.get(field.name) or []
                wanted.setdefault(relation, []).append((one.pk, slugs))
    links: Saved = []
    for relation, lists in wanted.items():
        links += _save_relation(relation, lists)
    return links


def _save_relation(relation: Any, lists: list[tuple[int, list[str]]]) -> Saved:
    through = relation.remote_field.through
    owner, target = relation.m2m_field_name(), relation.m2m_reverse_field_name()
    pks = dict(relation.related_model.objects.values_list("slug", "pk"))
    through.objects.filter(**{f"{owner}_id__in": [pk for pk, _ in lists]}).delete()
    links = []
    for pk, slugs in lists:
        for index, slug in enumerate(slugs, start=1):
            link = through(**{f"{owner}_id": pk, f"{target}_id": pks[slug]})
            link.position = index * STEP  # a column of ordered links only
            links.append(link)
    through.objects.bulk_create(links)
    return [(link, True) for link in links] if through is models.Confusion else []


def _write_history(saved: Saved, reason: str) -> None:
    """One entry of history for each object, written when its lists stand. In bulk: one by one it takes ten times as long."""
    for model in {type(one) for one, _ in saved}:
        entries = []
        for is_new in (True, False):
            found = [o for o, new in saved if type(o) is model and new is is_new]
            entries += model.history.bulk_history_create(
                found, update=not is_new, default_change_reason=reason
            )
        for relation in model.history.model._history_m2m_fields:
            _write_list_history(relation, entries)


def _write_list_history(relation: Any, entries: list[Any]) -> None:
    """The links of one list, as they stand, for these entries of history."""
    through, owner = relation.remote_field.through, relation.m2m_field_name()
    by_owner = {entry.id: entry for entry in entries}
    link_model = getattr(entries[0], relation.name).model
    names = [field.attname for field in through._meta.fields]
    links = through.objects.filter(**{f"{owner}_id__in": list(by_owner)}).values(*names)
    link_model.objects.bulk_create(
        [link_model(history=by_owner[link[f"{owner}_id"]], **link) for link in links]
    )


def _delete_lost(new: Rows) -> None:
    """Deletes the objects that `new` does not hold, those that name others first."""
    for kind in reversed(KINDS):
        keys = {key_of(kind.name, row) for row in new[kind.name]}
        if kind.name == "findings":
            keys = named_slugs(new)["findings"]
        found = _all_objects(kind.name)
        for one in found:
            if object_key(kind.name, one) not in keys:
                one.delete()
