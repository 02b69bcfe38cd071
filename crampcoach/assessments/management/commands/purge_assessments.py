"""Delete the assessments whose time is over; meant to run once a day."""

from typing import Any

from django.core.management.base import BaseCommand

from crampcoach.assessments.models import Assessment


class Command(BaseCommand):
    help = "Delete assessments that have expired."

    def handle(self, *args: Any, **options: Any) -> None:
        count, _ = Assessment.objects.expired().delete()
        self.stdout.write(f"{count} expired assessments deleted")
