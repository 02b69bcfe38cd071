"""manage.py publish [--note TEXT] [--author NAME] [--first]: rows -> live release."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from crampcoach.content.models import Release
from crampcoach.content.releases import PublishRefused, changes, publish


class Command(BaseCommand):
    help = "Makes a release of the content rows and shows it to runners; refuses when they are not fit for that."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--note", default="", help="What changed.")
        parser.add_argument("--author", default="", help="User name of the author.")
        parser.add_argument(
            "--first", action="store_true", help="Only when nothing is live yet."
        )

    def handle(
        self, *args: Any, note: str, author: str, first: bool, **options: Any
    ) -> None:
        if first and Release.objects.filter(is_live=True).exists():
            self._say_what_waits()
            return
        last = Release.objects.order_by("-number").values_list("number", flat=True)
        before = last.first() or 0
        try:
            release = publish(self._user(author), note)
        except PublishRefused as error:
            problems = "\n".join(error.problems)
            raise CommandError(f"Not published:\n{problems}") from error
        if release.number <= before:
            self.stdout.write(f"Nothing has changed: release {release.number} is live.")
        else:
            self.stdout.write(f"Release {release.number} is live.")

    def _say_what_waits(self) -> None:
        waiting = len(changes())
        if waiting:
            self.stdout.write(
                f"{waiting} rows differ from the live release: publish them in the admin, or with manage.py publish."
            )

    def _user(self, name: str) -> Any:
        if not name:
            return None
        found = get_user_model().objects.filter(username=name).first()
        if found is None:
            raise CommandError(f"There is no user {name!r}.")
        return found
