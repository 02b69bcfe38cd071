"""Fixtures -> database -> fixtures. What an editor changed in the admin since the last load is kept, and named."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction

from crampcoach.content.fixture_files import (
    KIND_BY_NAME,
    KINDS,
    Row,
    RowKind,
    Rows,
    file_of,
    files_of,
    read_rows,
    tidy,
)
from crampcoach.content.rows import (
    MODELS,
    object_key,
    objects_of,
    rows_from_database,
)
from crampcoach.content.saving import STEP, Key, save_rows
from crampcoach.content.shape import (
    ROW_NAMES,
    SHAPES,
    check_rows,
    key_of,
    named_slugs,
    references,
)


@dataclass(slots=True)
class Loaded:
    """What a load did: how many rows, and a sentence for each row that was kept as edited."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    kept: list[str] = field(default_factory=list)

    @property
    def is_nothing(self) -> bool:
        return not (self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Mark:
    """What the last load left on a row, and where the row stands now."""

    loaded_digest: str = ""
    loaded_position: int | None = None
    position: int | None = None


Marks = dict[Key, Mark]


def digest_of(content: Any) -> str:
    """The same for the same rows, whatever the order of their keys."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def load(folder: Path) -> Loaded:
    """Brings the database to what the files say. Raises FixtureError or ContentError, and then changes nothing."""
    files = read_rows(folder)
    check_rows(files)
    files = {kind.name: [tidy(kind, row) for row in files[kind.name]] for kind in KINDS}
    with transaction.atomic():
        old, marks, loaded = rows_from_database(), _marks(), Loaded()
        new = _merge(old, files, marks, loaded)
        check_rows(new)
        wanted = _wanted_marks(old, new, files, marks, loaded)
        columns = {key: _columns(key[0], mark) for key, mark in wanted.items()}
        save_rows(old, new, columns, reason="load_content")
        _store_marks(wanted)
    return loaded


def export(folder: Path) -> list[str]:
    """Writes the rows as fixture files and removes files without rows. Names the files that changed."""
    files = files_of(rows_from_database())
    changed = []
    for path in _existing_files(folder):
        if path not in files:
            (folder / path).unlink()
            changed.append(path)
    for path, text in files.items():
        place = folder / path
        if not place.exists() or place.read_text(encoding="utf-8") != text:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
            changed.append(path)
    return sorted(changed)


def _existing_files(folder: Path) -> Iterator[str]:
    for kind in KINDS:
        pattern = f"{kind.name}/*.yaml" if kind.place else f"{kind.name}.yaml"
        for path in folder.glob(pattern):
            yield path.relative_to(folder).as_posix()


# ---- which version of a row stays


def _merge(old: Rows, files: Rows, marks: Marks, loaded: Loaded) -> Rows:
    new = {
        kind.name: list(_merge_kind(kind, old, files, marks, loaded)) for kind in KINDS
    }
    while lost := list(_lost_but_named(old, new)):
        for kind, row, user in lost:
            new[kind].append(row)
            loaded.removed -= 1
            loaded.kept.append(f"{_name(kind, row)}: {user} still names it")
    return new


def _merge_kind(
    kind: RowKind, old: Rows, files: Rows, marks: Marks, loaded: Loaded
) -> Iterator[Row]:
    in_database = {key_of(kind.name, row): row for row in old[kind.name]}
    for row in files[kind.name]:
        mine = in_database.pop(key_of(kind.name, row), None)
        if mine is None:
            loaded.added += 1
            yield row
        elif mine == row:
            yield row
        elif not _is_edited(kind.name, mine, marks):
            loaded.changed += 1
            yield row
        else:
            loaded.kept.append(f"{_name(kind.name, mine)}: edited in the admin")
            yield mine
    for slug, mine in in_database.items():
        if not marks[kind.name, slug].loaded_digest:
            yield mine  # made in the admin
        elif _is_edited(kind.name, mine, marks):
            loaded.kept.append(
                f"{_name(kind.name, mine)}: edited in the admin, no longer in the files"
            )
            yield mine
        else:
            loaded.removed += 1


def _is_edited(kind: str, row: Row, marks: Marks) -> bool:
    return digest_of(row) != marks[kind, key_of(kind, row)].loaded_digest


def _name(kind: str, row: Row) -> str:
    return f"{ROW_NAMES[kind]} {key_of(kind, row)}"


def _lost_but_named(old: Rows, new: Rows) -> Iterator[tuple[str, Row, str]]:
    """Rows that the files dropped but a row kept in the database names: (kind, row, who names it)."""
    known, found = named_slugs(new), set()
    for kind in KINDS:
        for row in new[kind.name]:
            for named, slug in references(SHAPES[kind.name], row):
                if slug in known[named.target] or (named.target, slug) in found:
                    continue
                for owner, lost in _owners(old, new, named.target, slug):
                    found.add((named.target, slug))
                    yield owner, lost, _name(kind.name, row)


def _owners(old: Rows, new: Rows, target: str, slug: str) -> Iterator[tuple[str, Row]]:
    kinds = ("questions", "findings") if target in ("findings", "areas") else (target,)
    for kind in kinds:
        kept = {key_of(kind, row) for row in new[kind]}
        for row in old[kind]:
            offered = [option["finding"] for option in row.get("options", [])]
            if key_of(kind, row) not in kept and slug in (key_of(kind, row), *offered):
                yield kind, row


# ---- order, and the marks of this load


def _marks() -> Marks:
    marks: Marks = {}
    for kind in KINDS:
        for one in objects_of(kind.name).select_related(*_key_relations(kind.name)):
            marks[kind.name, object_key(kind.name, one)] = Mark(
                one.loaded_digest,
                getattr(one, "loaded_position", None),
                getattr(one, "position", None),
            )
    return marks


def _key_relations(kind: str) -> tuple[str, ...]:
    return ("cause", "finding") if kind == "indicators" else ()


def _wanted_marks(
    old: Rows, new: Rows, files: Rows, marks: Marks, loaded: Loaded
) -> Marks:
    """The mark of every row that stands in the files as it does now, and its position."""
    wanted: Marks = {}
    for kind in KINDS:
        in_files = {key_of(kind.name, row): row for row in files[kind.name]}
        now = {key_of(kind.name, row): row for row in new[kind.name]}
        moved = _moved(kind, old, files, marks)
        loaded.kept += [f"order of {_name(kind.name, now[slug])}" for slug in moved]
        positions = _positions(kind, files[kind.name])
        for slug, row in in_files.items():
            before = marks.get((kind.name, slug), Mark())
            place = positions.get(slug)
            wanted[kind.name, slug] = Mark(
                digest_of(row) if now[slug] == row else before.loaded_digest,
                before.loaded_position if slug in moved else place,
                before.position if slug in moved else place,
            )
    return wanted


def _positions(kind: RowKind, rows: Iterable[Row]) -> dict[str, int]:
    """Slug -> position in its file, for kinds whose order says something."""
    counts: dict[str, int] = {}
    positions = {}
    for row in rows if kind.ordered else ():
        path = file_of(kind, row)
        counts[path] = counts.get(path, 0) + STEP
        positions[key_of(kind.name, row)] = counts[path]
    return positions


def _moved(kind: RowKind, old: Rows, files: Rows, marks: Marks) -> set[str]:
    """Rows that an editor moved to an order that the files do not have."""
    ours = [key_of(kind.name, row) for row in old[kind.name]]
    theirs = [key_of(kind.name, row) for row in files[kind.name]]
    common = set(ours) & set(theirs)
    in_same_order = [s for s in ours if s in common] == [
        s for s in theirs if s in common
    ]
    if not kind.ordered or in_same_order:
        return set()
    return {
        slug
        for slug in common
        if (mark := marks[kind.name, slug]).loaded_position is not None
        and mark.position != mark.loaded_position
    }


def _columns(kind: str, mark: Mark) -> Mapping[str, Any]:
    columns: dict[str, Any] = {"loaded_digest": mark.loaded_digest}
    if KIND_BY_NAME[kind].ordered:
        columns |= {
            "position": mark.position,
            "loaded_position": mark.loaded_position,
        }
    return columns


def _store_marks(wanted: Marks) -> None:
    """Marks on rows that were right already; this is no edit, so it leaves no history."""
    standing = _marks()
    for kind in KINDS:
        stale = []
        for one in objects_of(kind.name).select_related(*_key_relations(kind.name)):
            key = (kind.name, object_key(kind.name, one))
            if key in wanted and wanted[key] != standing[key]:
                for name, value in _columns(kind.name, wanted[key]).items():
                    setattr(one, name, value)
                stale.append(one)
        if stale:
            names = list(_columns(kind.name, Mark()))
            MODELS[kind.name].objects.bulk_update(stale, names, batch_size=200)
