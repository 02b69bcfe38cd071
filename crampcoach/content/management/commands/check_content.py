"""manage.py check_content [FOLDER] [--live] [--verbose]: every content rule, over the files without a database."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from crampcoach.content import integrity
from crampcoach.content.compiling import compile_knowledge
from crampcoach.content.fixture_files import FixtureError, Rows, files_of, read_rows
from crampcoach.content.models import Release
from crampcoach.engine.knowledge import KnowledgeError


class Command(BaseCommand):
    help = "Checks the fixtures (or with --live the live release) against every content rule."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "folder", nargs="?", type=Path, default=settings.FIXTURES_DIR
        )
        parser.add_argument("--live", action="store_true")
        parser.add_argument(
            "--verbose",
            action="store_true",
            help="Name each text that a warning only counts.",
        )

    def handle(self, *args: Any, folder: Path, live: bool, **options: Any) -> None:
        try:
            rows = live_rows() if live else read_rows(folder)
            verdict = integrity.check(compile_knowledge(rows), rows)
            untidy = [] if live else list(untidy_files(folder, rows))
        except FixtureError as error:
            raise CommandError(str(error)) from error
        except KnowledgeError as error:
            raise CommandError("\n".join(error.problems)) from error
        details = integrity.details(rows) if options.get("verbose") else ()
        for sentence in (*verdict.warnings, *untidy, *details):
            self.stdout.write(f"warning: {sentence}")
        if verdict.errors:
            raise CommandError("\n".join(verdict.errors))
        self.stdout.write(f"{sum(map(len, rows.values()))} rows hold every rule.")


def live_rows() -> Rows:
    """The rows of the live release. Raises CommandError."""
    release = Release.objects.filter(is_live=True).first()
    if release is None:
        raise CommandError("No release is live: run load_content, then publish.")
    rows: Rows = release.rows
    return rows


def untidy_files(folder: Path, rows: Rows) -> list[str]:
    """Files that are not written in the one form, so that the next export changes more than was edited."""
    return [
        f"{path} is not in the one form: python -m crampcoach.content.fixture_files {folder / path}"
        for path, text in files_of(rows).items()
        if not (folder / path).exists()
        or (folder / path).read_text(encoding="utf-8") != text
    ]
