"""Columns that hold a list or a rule, and how an editor types them: one item a line, tick boxes, or `any_of: [...]`."""

from collections.abc import Mapping
from typing import Any

import yaml
from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from crampcoach.content.shape import is_rule_list
from crampcoach.engine.knowledge import ADVICE_TAGS


class LinesField(forms.CharField):
    """A list of words, typed one a line."""

    widget = forms.Textarea(attrs={"rows": 3, "cols": 40})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        lines = value if isinstance(value, list) else str(value or "").splitlines()
        return [line.strip() for line in lines if line.strip()]


class TagsField(forms.MultipleChoiceField):
    """Advice tags, ticked."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options: Any) -> None:
        choices = [(tag, f"{tag}: {text}") for tag, text in ADVICE_TAGS.items()]
        super().__init__(choices=choices, **options)

    default_error_messages = {
        "invalid_choice": "“%(value)s” is no advice tag; the list is closed."
    }


class RuleField(forms.CharField):
    """The rule of a derived finding, typed as in the fixtures."""

    widget = forms.Textarea(attrs={"rows": 3, "cols": 80})

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            return yaml.safe_dump(dict(value), default_flow_style=None).strip()
        return value

    def to_python(self, value: Any) -> dict[str, Any] | None:
        text = str(value or "").strip()
        if not text or isinstance(value, Mapping):
            return value or None
        try:
            rule = yaml.safe_load(text)
        except yaml.YAMLError as error:
            raise ValidationError(f"This rule cannot be read: {error}") from error
        if not is_rule_list([rule]) or isinstance(rule, str):
            raise ValidationError(
                "A rule is any_of or all_of with a list of findings. Example: any_of: [calf, shin]"
            )
        return rule


class WordList(models.JSONField):
    """A list of words that are no rows."""

    def formfield(self, **options: Any) -> forms.Field:
        return LinesField(**_told(self, options))


class TagList(models.JSONField):
    """A list of advice tags."""

    def formfield(self, **options: Any) -> forms.Field:
        return TagsField(**_told(self, options))


class RuleColumn(models.JSONField):
    """any_of / all_of over findings."""

    def formfield(self, **options: Any) -> forms.Field:
        return RuleField(**_told(self, options))


def _told(column: models.Field, options: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "required": False,
        "label": options.get("label", column.verbose_name.capitalize()),
        "help_text": column.help_text,
    }
