"""manage.py load_content [FOLDER]: fixtures -> database."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from crampcoach.content.fixture_files import FixtureError
from crampcoach.content.loading import load
from crampcoach.engine.knowledge import KnowledgeError


class Command(BaseCommand):
    help = "Brings the content rows to what the fixture files say; keeps rows that were edited in the admin since."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "folder", nargs="?", type=Path, default=settings.FIXTURES_DIR
        )

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            loaded = load(folder)
        except FixtureError as error:
            raise CommandError(str(error)) from error
        except KnowledgeError as error:
            raise CommandError("\n".join(error.problems)) from error
        for sentence in loaded.kept:
            self.stdout.write(f"kept {sentence}")
        if loaded.is_nothing:
            self.stdout.write("Nothing to load: the database holds these rows.")
        else:
            self.stdout.write(
                f"Loaded: {loaded.added} rows added, {loaded.changed} changed, {loaded.removed} removed."
            )
