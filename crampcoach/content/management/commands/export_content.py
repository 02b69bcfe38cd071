"""manage.py export_content [FOLDER]: database -> fixtures."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from crampcoach.content.loading import export
from crampcoach.content.models import Cause


class Command(BaseCommand):
    help = "Writes the content rows as fixture files, so that an edit made in the admin becomes a small diff."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "folder", nargs="?", type=Path, default=settings.FIXTURES_DIR
        )

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        if not Cause.objects.exists():
            raise CommandError(
                "This database holds no content, so nothing was written: "
                "an export would remove every file. Fill it first with load_content."
            )
        changed = export(folder)
        for path in changed:
            self.stdout.write(path)
        self.stdout.write(f"{len(changed)} files changed in {folder}.")
