import pytest
from django.conf import settings
from django.contrib.auth import get_user_model

from crampcoach.content import releases
from crampcoach.content.fixture_files import files_of
from crampcoach.content.loading import load
from tests.content.small_rows import small_rows


@pytest.fixture(autouse=True)
def _nothing_held():
    releases.forget()
    yield
    releases.forget()


@pytest.fixture
def rows():
    return small_rows()


@pytest.fixture
def write(tmp_path):
    """Writes rows as a fixture folder, and gives the folder."""

    def write_rows(rows):
        for old in tmp_path.rglob("*.yaml"):
            old.unlink()
        for path, text in files_of(rows).items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text)
        return tmp_path

    return write_rows


@pytest.fixture
def content(db, rows, write):
    """The small rows, loaded; gives their folder."""
    folder = write(rows)
    load(folder)
    return folder


@pytest.fixture
def editor(db):
    return get_user_model().objects.create_superuser("editor", password="secret")


@pytest.fixture
def fixtures():
    return settings.FIXTURES_DIR
