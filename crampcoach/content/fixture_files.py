"""The fixture files: which file a row stands in, the order of its keys, and the one way of writing it.

Reading gives plain mappings with the place they came from; writing them back gives the same bytes. What the rows mean is
left to `loading` (database) and `compiling` (Knowledge). See docs/fixtures.md for the fields. No Django in here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Row = dict[str, Any]
Rows = dict[str, list[Row]]

WIDTH = 120


@dataclass(frozen=True, slots=True)
class RowKind:
    """How the rows of one model stand in files.

    `place` names the field that splits a folder into files (empty = a single file). `ordered` rows keep the order of the
    file; the others are sorted by `key`.
    """

    name: str
    fields: tuple[str, ...]
    key: tuple[str, ...] = ("slug",)
    place: str = ""
    ordered: bool = False
    nested: Mapping[str, tuple[str, ...]] | None = None
    inline: bool = False


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


OPTION = _words("finding group text help implies out_of_scope unsure")
PATTERN = _words("all_of one_of and_one_of")
ACTION = _words("text tags unsafe_with")
EXPECT = _words("causes contributors conditions urgency urgency_also")

# Translated fields; each may be followed by the same name with _nl.
TRANSLATED: dict[str, tuple[str, ...]] = {
    "sources": _words("shows"),
    "questions": _words("text hint why group help"),
    "findings": _words("text"),
    "causes": _words(
        "name term summary feels_like mechanism how_common help_now clinician when_to_see told_apart"
    ),
    "indicators": _words("why"),
    "warning_signs": _words("title say why do_now do_not tell_them within"),
    "prevention_steps": _words(
        "name summary how_to dose progression stop_rule cautions"
    ),
    "first_aid": _words("name text watch_for"),
    "symptoms": _words("name also_called summary about when_it_matters"),
    "claims": _words("statement why"),
    "vignettes": (),
}

KINDS: tuple[RowKind, ...] = (
    RowKind(
        "sources",
        _words("slug topic authors title year publisher url kind grade shows"),
        place="topic",
    ),
    RowKind(
        "questions",
        _words(
            "slug stage kind page screen sensitive asked_if not_asked_if safety_if text hint why options"
        ),
        ordered=True,
        nested={"options": OPTION},
    ),
    RowKind(
        "findings",
        _words("finding text any_of all_of unsure"),
        key=("finding",),
        ordered=True,
    ),
    RowKind(
        "causes",
        _words(
            "slug role family name term typical_areas prior care_floor needs_own_finding show_one_of pattern_cap "
            "confused_with summary feels_like mechanism how_common help_now clinician when_to_see told_apart sources note "
            "reviewer reviewed_on"
        ),
        place="family",
    ),
    RowKind(
        "indicators",
        _words("cause finding strength group source why"),
        key=("cause", "finding"),
        place="cause",
        inline=True,
    ),
    RowKind(
        "warning_signs",
        _words(
            "slug urgency title say why do_now do_not tell_them within patterns conditions withholds mimics trigger_rate "
            "sources note reviewer reviewed_on"
        ),
        place="urgency",
        ordered=True,
        nested={"patterns": PATTERN},
    ),
    RowKind(
        "prevention_steps",
        _words(
            "slug kind name summary how_to dose progression stop_rule cautions evidence effort when rung not_worth_it tags "
            "unsafe_with causes findings sources note reviewer reviewed_on"
        ),
        place="kind",
    ),
    RowKind(
        "first_aid",
        _words(
            "slug name areas findings actions watch_for sources reviewer reviewed_on"
        ),
        nested={"actions": ACTION},
    ),
    RowKind(
        "symptoms",
        _words(
            "slug name also_called summary about areas findings when_it_matters sources reviewer reviewed_on"
        ),
    ),
    RowKind(
        "claims",
        _words(
            "slug topic statement verdict why heard_in causes steps symptoms warning_signs sources reviewer reviewed_on"
        ),
    ),
    RowKind(
        "vignettes",
        _words("slug topic story answers unsure expect"),
        place="topic",
    ),
)
KIND_BY_NAME = {kind.name: kind for kind in KINDS}
STRENGTHS = _words(
    "strongly_for for slightly_for slightly_against against strongly_against"
)
LANGUAGES_BESIDE_ENGLISH = ("nl",)

# Lists whose order says something; every other list of slugs is sorted.
ORDERED_LISTS = frozenset({"confused_with", "options", "patterns", "actions"})


class FixtureError(ValueError):
    """A fixture file that cannot be read; the message names the file and the row."""


def file_of(kind: RowKind, row: Mapping[str, Any]) -> str:
    """The path below fixtures/ that the row belongs to."""
    if not kind.place:
        return f"{kind.name}.yaml"
    place = row.get(kind.place)
    if kind.name == "causes" and row.get("role") == "danger":
        place = "dangers"
    return f"{kind.name}/{place}.yaml"


def keys_of(kind: RowKind, fields: Iterable[str]) -> list[str]:
    """The allowed keys in order, with the translations after the English field."""
    names = []
    for field in fields:
        names.append(field)
        if field in TRANSLATED[kind.name]:
            names += [f"{field}_{language}" for language in LANGUAGES_BESIDE_ENGLISH]
    return names


def read_rows(folder: Path) -> Rows:
    """All rows of a fixture folder, by model, in file order. Raises FixtureError."""
    if not folder.is_dir():
        raise FixtureError(f"no fixture folder at {folder}")
    return {kind.name: _read_kind(folder, kind) for kind in KINDS}


def _read_kind(folder: Path, kind: RowKind) -> list[Row]:
    single = folder / f"{kind.name}.yaml"
    if not kind.place:
        return read_file(single) if single.exists() else []
    files = sorted((folder / kind.name).glob("*.yaml"))
    return [row for path in files for row in read_file(path)]


def read_file(path: Path) -> list[Row]:
    """The rows of one file. Raises FixtureError with the line where YAML breaks."""
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except OSError as error:
        raise FixtureError(f"{path}: {error.strerror}") from error
    except yaml.YAMLError as error:
        raise FixtureError(f"{path}: not valid YAML: {error}") from error
    rows = [] if rows is None else rows
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise FixtureError(f"{path}: must be a list of rows")
    return rows


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe YAML that refuses a key written twice in one mapping."""

    def construct_mapping(self, node: yaml.Node, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"key {key!r} is written twice", key_node.start_mark
                )
            seen.add(key)
        result: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return result


def tidy(kind: RowKind, row: Mapping[str, Any]) -> Row:
    """The row with its keys in order, empty fields left out and slug lists sorted. Raises FixtureError on unknown keys."""
    if kind.name == "vignettes":
        return _tidy_vignette(kind, row)
    return _tidy(kind, kind.fields, row)


def _tidy_vignette(kind: RowKind, row: Mapping[str, Any]) -> Row:
    """As `tidy`, but an empty answer stays ("none of these"), and answers and expected slugs keep their order."""
    expect = row.get("expect") or {}
    unknown = {*row} - {*kind.fields} | {*expect} - {*EXPECT}
    if unknown:
        raise FixtureError(
            f"vignettes {row.get('slug')}: unknown field {', '.join(sorted(unknown))}"
        )
    kept = {key: row[key] for key in kind.fields if row.get(key) not in (None, "", [])}
    kept["story"] = str(kept.get("story", "")).strip()
    kept["expect"] = {key: expect[key] for key in EXPECT if expect.get(key)}
    return kept


def _tidy(kind: RowKind, fields: tuple[str, ...], row: Mapping[str, Any]) -> Row:
    names = keys_of(kind, fields)
    unknown = sorted(set(row) - set(names))
    if unknown:
        name = row.get(kind.key[0]) or row.get("finding") or row
        raise FixtureError(f"{kind.name} {name}: unknown field {', '.join(unknown)}")
    kept: Row = {}
    for name in names:
        value = row.get(name)
        if value is None or value is False or value == "" or value == []:
            continue
        nested = (kind.nested or {}).get(name)
        if nested:
            value = [_tidy(kind, nested, item) for item in value]
        elif isinstance(value, str):
            value = "\n".join(line.rstrip() for line in value.strip().splitlines())
        elif isinstance(value, list) and name not in ORDERED_LISTS:
            value = _sorted_slugs(kind, value)
        kept[name] = value
    return kept


def _sorted_slugs(kind: RowKind, value: list[Any]) -> list[Any]:
    if kind.name == "findings" or not all(isinstance(item, str) for item in value):
        return value
    return sorted(value)


def in_order(kind: RowKind, rows: Iterable[Mapping[str, Any]]) -> list[Row]:
    """The rows of one file, tidied, in the order in which they stand there."""
    tidied = [tidy(kind, row) for row in rows]
    if kind.name == "indicators":
        tidied.sort(
            key=lambda row: (
                STRENGTHS.index(row["strength"]),
                row.get("group", ""),
                row["finding"],
            )
        )
    elif not kind.ordered:
        tidied.sort(key=lambda row: tuple(row[key] for key in kind.key))
    return tidied


def render(kind: RowKind, rows: Iterable[Mapping[str, Any]]) -> str:
    """The text of a fixture file that holds these rows."""
    dumper = _InlineDumper if kind.inline else _Dumper
    pieces = [_dump([row], dumper) for row in in_order(kind, rows)]
    return ("" if kind.inline else "\n").join(pieces)


def _dump(rows: list[Row], dumper: type[yaml.SafeDumper]) -> str:
    text: str = yaml.dump(
        rows, Dumper=dumper, sort_keys=False, allow_unicode=True, width=WIDTH
    )
    return text


def files_of(rows: Rows) -> dict[str, str]:
    """Path below fixtures/ -> text of the file, for all rows."""
    files: dict[str, str] = {}
    for kind in KINDS:
        grouped: dict[str, list[Row]] = {}
        for row in rows.get(kind.name, []):
            grouped.setdefault(file_of(kind, row), []).append(row)
        for path, members in grouped.items():
            files[path] = render(kind, members)
    return files


class _Dumper(yaml.SafeDumper):
    """Block style, `|-` for texts of several lines, short lists of words in one line."""

    inline_rows = False

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


class _InlineDumper(_Dumper):
    """A row is one line."""

    inline_rows = True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_list(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.Node:
    flat = bool(items) and all(isinstance(item, str) for item in items)
    return dumper.represent_sequence(
        "tag:yaml.org,2002:seq", items, flow_style=flat or not items
    )


def _represent_dict(dumper: yaml.SafeDumper, mapping: dict[str, Any]) -> yaml.Node:
    node = dumper.represent_mapping("tag:yaml.org,2002:map", mapping.items())
    node.flow_style = bool(getattr(dumper, "inline_rows", False))
    return node


for _dumper in (_Dumper, _InlineDumper):
    _dumper.add_representer(str, _represent_text)
    _dumper.add_representer(list, _represent_list)
    _dumper.add_representer(dict, _represent_dict)


def main(paths: list[str]) -> None:
    """Rewrite fixture files in the one form: `python -m crampcoach.content.fixture_files FILE ...`."""
    for name in paths:
        path = Path(name).resolve()
        kind = KIND_BY_NAME.get(path.parent.name) or KIND_BY_NAME[path.stem]
        rows = read_file(path)
        for row in rows:
            place = file_of(kind, row)
            if path.as_posix().endswith(place) is False:
                raise FixtureError(f"{path}: row {row.get('slug')} belongs in {place}")
        path.write_text(render(kind, rows), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
