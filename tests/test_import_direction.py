"""engine <- content <- {assessments, library} <- urls; nobody above content touches its models."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "crampcoach"
MODULES = sorted(
    path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts
)
ALLOWED = {
    "engine": {"engine"},
    "content": {"engine", "content"},
    "assessments": {"engine", "content", "assessments"},
    "library": {"engine", "content", "library"},
}


def imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_one_way(path):
    part = path.relative_to(PACKAGE).parts[0]
    if part not in ALLOWED:
        return
    ours = {n.split(".")[1] for n in imports(path) if n.startswith("crampcoach.")}
    assert ours <= ALLOWED[part]
    if part in ("assessments", "library"):
        assert not [n for n in imports(path) if n.startswith("crampcoach.content.mod")]


@pytest.mark.parametrize("path", sorted((PACKAGE / "engine").glob("*.py")), ids=str)
def test_the_engine_needs_the_standard_library_only(path):
    tops = {name.split(".")[0] for name in imports(path)}
    assert tops - {"crampcoach"} <= sys.stdlib_module_names
    assert not tops & {"random", "time", "datetime", "secrets", "sqlite3"}
