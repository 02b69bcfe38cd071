"""What an editor may not save, said in words an editor understands. Nothing typed is lost: the page comes back with it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from crampcoach.content import models, shape
from crampcoach.content.integrity import MARKDOWN_FIELDS, NOT_PLAIN, find_cycle
from crampcoach.content.rows import read_answers
from crampcoach.engine.knowledge import Role

ENDINGS = ("", "_en", "_nl")


class RowForm(forms.ModelForm):
    """For every row: slugs that are in use stay, Markdown stays plain."""

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        is_renamed = self.instance.pk and "slug" in self.changed_data
        if is_renamed and models.Release.objects.exists():
            raise ValidationError(
                "Keep this slug: releases, links and runners' answers rest on it. Make a new row instead."
            )
        return slug

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in (f"{field}{end}" for field in MARKDOWN_FIELDS for end in ENDINGS):
            if NOT_PLAIN.search(cleaned.get(name) or ""):
                self.add_error(
                    name,
                    "Use paragraphs, lists, **bold** and [links](https://...) only: no headings (#) and no HTML (<...>).",
                )
        return cleaned

    def limit_words(self, name: str, most: int) -> None:
        """An error on each language of this text that is longer."""
        for end in ENDINGS:
            count = len((self.cleaned_data.get(f"{name}{end}") or "").split())
            if count > most:
                self.add_error(
                    f"{name}{end}", f"At most {most} words; this has {count}."
                )


class AtLeastOne(forms.BaseInlineFormSet):
    """Rows within a row that it makes no sense without."""

    def clean(self) -> None:
        super().clean()
        gone = len(self.deleted_forms)
        filled = sum(
            form.has_changed() or bool(form.instance.pk) for form in self.forms
        )
        if filled - gone < 1:
            what = self.model._meta.verbose_name
            raise ValidationError(f"At least one {what} is needed.")


class FindingForm(RowForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("question") or self.instance.question_id:
            self.limit_words("text", shape.OPTION_WORDS)
        rule = cleaned.get("rule")
        leaves = list(shape.rule_leaves([rule])) if rule else []
        if unknown := list(_unknown_findings(leaves)):
            self.add_error("rule", unknown)
        elif cleaned.get("slug"):
            implied = [finding.slug for finding in cleaned.get("implies") or ()]
            self._refuse_circle(cleaned["slug"], leaves, implied)
        return cleaned

    def _refuse_circle(self, slug: str, leaves: list[str], implied: list[str]) -> None:
        edges = _leads_to(self.instance.pk)
        edges.setdefault(slug, []).extend(implied)
        for leaf in leaves:
            edges.setdefault(leaf, []).append(slug)
        if way := find_cycle(edges, slug):
            self.add_error(
                "rule" if leaves else "implies" if "implies" in self.fields else None,
                f"This finding would lead back to itself: {' > '.join(way)}.",
            )


def _leads_to(but: int | None) -> dict[str, list[str]]:
    """Finding -> findings that it implies or helps to derive, leaving out what the row being edited says."""
    edges: dict[str, list[str]] = {}
    implied = models.Finding.implies.through.objects.exclude(from_finding=but)
    for source, target in implied.values_list("from_finding__slug", "to_finding__slug"):
        edges.setdefault(source, []).append(target)
    derived = models.Finding.objects.filter(rule__isnull=False).exclude(pk=but)
    for slug, rule in derived.values_list("slug", "rule"):
        for leaf in shape.rule_leaves([rule]):
            edges.setdefault(leaf, []).append(slug)
    return edges


def _unknown_findings(slugs: Iterable[str]) -> Iterable[str]:
    known = set(models.Finding.objects.values_list("slug", flat=True))
    for slug in slugs:
        if slug not in known:
            yield f"There is no finding {slug!r}{shape.nearest(slug, known)}."


class CauseForm(RowForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        is_danger = cleaned.get("role") == Role.DANGER
        if is_danger and cleaned.get("family"):
            self.add_error("family", "A danger has no family: leave this empty.")
        if is_danger and cleaned.get("prior") is not None:
            self.add_error("prior", "A danger is never ranked: leave this empty.")
        if not is_danger and not cleaned.get("family"):
            self.add_error("family", "Choose the family that it is listed under.")
        return cleaned


class WarningSignForm(RowForm):
    def clean(self) -> dict[str, Any]:
        self.limit_words("title", shape.TITLE_WORDS)
        return super().clean()


class PatternForm(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        lists = (cleaned.get(name) for name in ("all_of", "one_of", "and_one_of"))
        if not self.errors and not any(lists):
            raise ValidationError(
                "An empty pattern would raise this sign for everyone: name at least one finding, or remove the pattern."
            )
        return cleaned


class StepForm(RowForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("rung") and cleaned.get("kind") != "load":
            self.add_error("rung", "Only a step of kind load is a rung of the ladder.")
        return cleaned


class VignetteForm(RowForm):
    class Meta:
        widgets = {"answers": forms.Textarea(attrs={"rows": 25, "cols": 80})}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        offered: dict[str, set[str]] = {}
        options = models.Finding.objects.filter(question__isnull=False)
        for question, slug in options.values_list("question__slug", "slug"):
            offered.setdefault(question, set()).add(slug)
        causes = set(models.Cause.objects.values_list("slug", flat=True))
        self._refuse_unknown("answers", _unknown_answers(cleaned, offered))
        self._refuse_unknown("unsure", _unknown_findings(cleaned.get("unsure") or ()))
        for name in ("expect_causes", "expect_contributors", "expect_conditions"):
            unknown = set(cleaned.get(name) or ()) - causes
            self._refuse_unknown(
                name,
                [
                    f"There is no cause {s!r}{shape.nearest(s, causes)}."
                    for s in unknown
                ],
            )
        levels = set(cleaned.get("expect_urgency_also") or ()) - set(shape.URGENCIES)
        self._refuse_unknown(
            "expect_urgency_also",
            [
                f"There is no urgency {s!r}{shape.nearest(s, shape.URGENCIES)}."
                for s in levels
            ],
        )
        return cleaned

    def _refuse_unknown(self, name: str, problems: Iterable[str]) -> None:
        if found := list(problems):
            self.add_error(name, found)


def _unknown_answers(
    cleaned: dict[str, Any], offered: dict[str, set[str]]
) -> Iterable[str]:
    for question, slugs in read_answers(cleaned.get("answers") or "").items():
        if question not in offered:
            yield f"There is no question {question!r}{shape.nearest(question, offered)}."
            continue
        for slug in slugs:
            if slug not in offered[question]:
                hint = shape.nearest(slug, offered[question])
                yield f"Question {question} does not offer {slug!r}{hint}."
