"""Shared by all tests: the real content, compiled once from the fixture files."""

import pytest
from django.conf import settings

from crampcoach.content.compiling import compile_knowledge
from crampcoach.content.fixture_files import Rows, read_rows
from crampcoach.engine.knowledge import Knowledge


@pytest.fixture(scope="session")
def real_rows() -> Rows:
    return read_rows(settings.FIXTURES_DIR)


@pytest.fixture(scope="session")
def real(real_rows: Rows) -> Knowledge:
    return compile_knowledge(real_rows)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests last: once the browser runs, its event loop keeps Django's database away from this process."""
    items.sort(key=lambda item: "browser" in item.path.parts)
