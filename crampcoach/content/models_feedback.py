"""What readers tell us about a page. It is no content: no fixture, release, export or history holds it."""

from datetime import date, timedelta

from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT_DAYS = 365


class Kind(models.TextChoices):
    """What is wrong with a page."""

    FACT = "fact", _("A fact is wrong")
    WORDS = "words", _("It is hard to understand")
    BROKEN = "broken", _("A link or a picture is broken")
    CHECK = "check", _("The check asked or said something odd")
    MISSING = "missing", _("Something is missing")
    OTHER = "other", _("Something else")


class FeedbackQuerySet(models.QuerySet):
    def of_day(self, day: date) -> "FeedbackQuerySet":
        return self.filter(day=day)

    def expired(self, today: date) -> "FeedbackQuerySet":
        return self.filter(day__lt=today - timedelta(days=KEPT_DAYS))


class Feedback(models.Model):
    """One message. It holds a day and no time, and nothing of whoever sent it, so nobody can be told apart or answered."""

    day = models.DateField(default=timezone.localdate, db_index=True)
    page = models.CharField(max_length=200, blank=True, default="")
    kind = models.CharField(max_length=20, choices=Kind)
    text = models.TextField(blank=True, default="")
    release = models.PositiveIntegerField()
    language = models.CharField(max_length=10)
    is_handled = models.BooleanField("handled", default=False)
    note = models.TextField(
        blank=True, default="", help_text="For editors only; readers never see it."
    )

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-pk"]
        verbose_name = verbose_name_plural = "feedback"
        constraints = [
            CheckConstraint(
                condition=Q(kind__in=Kind.values), name="feedback_kind_is_a_choice"
            )
        ]

    def __str__(self) -> str:
        """Without the text: this stands in the admin's log, which outlives the message."""
        return f"feedback {self.pk}"
