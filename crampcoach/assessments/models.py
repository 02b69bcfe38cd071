"""One row for each visit: the answers, under an unguessable key, with an expiry. Nothing here says who the runner is."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

KEY_BYTES = 24  # 192 bits, 32 characters
KEY_LENGTH = 32


def new_key() -> str:
    return secrets.token_urlsafe(KEY_BYTES)


def expiry() -> datetime:
    return timezone.now() + timedelta(days=settings.ASSESSMENT_DAYS)


class AssessmentQuerySet(models.QuerySet):
    def open(self) -> "AssessmentQuerySet":
        return self.filter(expires__gt=timezone.now())

    def expired(self) -> "AssessmentQuerySet":
        return self.filter(expires__lte=timezone.now())


class Assessment(models.Model):
    """A runner's answers. `answers` is a list of [question, answer], because PostgreSQL does not keep the order of keys."""

    key = models.CharField(max_length=KEY_LENGTH, unique=True, default=new_key)
    read_key = models.CharField(max_length=KEY_LENGTH, unique=True, default=new_key)
    answers = models.JSONField(default=list)
    notes = models.JSONField(default=list, blank=True)  # lines for the handover
    distances = models.JSONField(default=dict, blank=True)  # see distances.py
    release = models.PositiveIntegerField()
    country = models.CharField(max_length=2, blank=True, default="")
    is_shared = models.BooleanField(default=False)  # whether read_key opens the report
    is_proxy = models.BooleanField(default=False)  # filled in for someone else
    earlier = models.ForeignKey(  # the check that this one repeats
        "self", models.SET_NULL, null=True, blank=True, related_name="later"
    )
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)
    expires = models.DateTimeField(default=expiry, db_index=True)

    objects = AssessmentQuerySet.as_manager()

    def __str__(self) -> str:
        """Without the key: whoever reads it in a log must not be able to open the answers."""
        return f"assessment {self.pk}"

    @property
    def given(self) -> dict[str, Any]:
        """Question -> answer, in the order of answering."""
        return dict(self.answers)

    def share(self, is_on: bool) -> None:
        """Switch the read-only link on, or off for good: the old link never works again."""
        self.is_shared = is_on
        if not is_on:
            self.read_key = new_key()

    def put(self, given: Mapping[str, Any]) -> None:
        """Replace or add the answers to these questions and leave all others as they are."""
        self.answers = [list(row) for row in (self.given | given).items()]
