"""Keeping what readers tell us. The form is in the library; who reads the messages is in admin_feedback."""

from django.db import transaction
from django.utils import timezone

from crampcoach.content.models_feedback import KEPT_DAYS as KEPT_DAYS
from crampcoach.content.models_feedback import Feedback
from crampcoach.content.models_feedback import Kind as Kind
from crampcoach.content.typed_text import without_contacts

ROWS_A_DAY = 200  # from everyone together, since nobody is told apart
TEXT_LENGTH = 600  # as typed


class BoxIsFull(RuntimeError):
    """As much was kept today as is kept on one day."""


def keep(*, page: str, kind: str, text: str, release: int, language: str) -> None:
    """Keeps a message without contacts, and lets go of those that are too old. Raises BoxIsFull, and then keeps nothing."""
    today = timezone.localdate()
    with transaction.atomic():
        Feedback.objects.expired(today).delete()
        if Feedback.objects.of_day(today).count() >= ROWS_A_DAY:
            raise BoxIsFull
        Feedback.objects.create(
            day=today,
            page=page,
            kind=kind,
            text=without_contacts(text),
            release=release,
            language=language,
        )
