"""The editors' pages: one for each kind of row. What may not be saved is in admin_forms, what is no row in admin_releases and
admin_feedback."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models as db
from django.http import HttpRequest
from modeltranslation.admin import (
    TranslationAdmin,
    TranslationStackedInline,
)
from simple_history.admin import SimpleHistoryAdmin

from crampcoach.content import admin_feedback as admin_feedback
from crampcoach.content import admin_releases as admin_releases
from crampcoach.content import models
from crampcoach.content.admin_forms import (
    AtLeastOne,
    CauseForm,
    FindingForm,
    PatternForm,
    RowForm,
    StepForm,
    VignetteForm,
    WarningSignForm,
)

SHORT_TEXTS = {db.TextField: {"widget": forms.Textarea(attrs={"rows": 2, "cols": 90})}}


def _relations(model: type[db.Model]) -> tuple[str, ...]:
    """The fields that name other rows: an editor types a few letters and picks."""
    links = [f for f in model._meta.fields if f.is_relation]
    lists = [
        f for f in model._meta.many_to_many if f.remote_field.through._meta.auto_created
    ]
    return tuple(field.name for field in (*links, *lists))


class RowAdmin(SimpleHistoryAdmin, TranslationAdmin):
    """What every row's page has: history, both languages, and no deleting of what others name."""

    form: type[forms.ModelForm] = RowForm
    formfield_overrides = SHORT_TEXTS
    list_per_page = 100
    save_on_top = True

    def get_deleted_objects(self, objs: Iterable[Any], request: HttpRequest) -> Any:
        found, counts, permissions, protected = super().get_deleted_objects(
            objs, request
        )
        users = [user for one in objs for user in _users_of(one)]
        return found, counts, permissions, [*protected, *users]


def _users_of(one: db.Model) -> Iterable[str]:
    """The rows that name this one in a list: deleting it would silently change what they mean."""
    for relation in one._meta.related_objects:
        if relation.many_to_many and relation.get_accessor_name():
            for user in getattr(one, relation.get_accessor_name()).all()[:20]:
                yield f"{user._meta.verbose_name} {user} names it: {relation.field.name}"


class OptionInline(TranslationStackedInline):
    model = models.Finding
    form = FindingForm
    formfield_overrides = SHORT_TEXTS
    autocomplete_fields = ("implies",)
    fields = (
        "position",
        "slug",
        "group",
        "text",
        "help",
        "implies",
        "out_of_scope",
        "unsure",
    )
    extra = 0
    min_num = 1
    formset = AtLeastOne
    verbose_name = "option"


@admin.register(models.Question)
class QuestionAdmin(RowAdmin):
    inlines = (OptionInline,)
    autocomplete_fields = _relations(models.Question)
    list_display = ("slug", "text", "stage", "kind", "screen", "page", "position")
    list_filter = ("stage", "kind", "screen", "sensitive")
    search_fields = ("slug", "text_en", "text_nl", "options__slug", "options__text_en")


@admin.register(models.Finding)
class FindingAdmin(RowAdmin):
    form = FindingForm
    autocomplete_fields = _relations(models.Finding)
    list_display = ("slug", "text", "question", "unsure", "out_of_scope")
    list_filter = (
        ("question", admin.EmptyFieldListFilter),
        "unsure",
        "out_of_scope",
        "question",
    )
    list_select_related = ("question",)
    search_fields = ("slug", "text_en", "text_nl")


class ConfusionInline(admin.TabularInline):
    model = models.Confusion
    fk_name = "cause"
    autocomplete_fields = ("other",)
    extra = 0
    verbose_name = "look-alike"
    verbose_name_plural = "confused with"


class IndicatorInline(TranslationStackedInline):
    model = models.Indicator
    formfield_overrides = SHORT_TEXTS
    autocomplete_fields = ("finding", "source")
    fields = ("finding", "strength", "group", "source", "why")
    ordering = ("strength", "group", "finding__slug")
    extra = 0


@admin.register(models.Cause)
class CauseAdmin(RowAdmin):
    form = CauseForm
    inlines = (ConfusionInline, IndicatorInline)
    autocomplete_fields = _relations(models.Cause)
    list_display = ("slug", "name", "role", "family", "prior", "care_floor", "reviewer")
    list_filter = (
        "role",
        "family",
        "care_floor",
        ("reviewer", admin.EmptyFieldListFilter),
    )
    search_fields = ("slug", "name_en", "name_nl", "term_en")


@admin.register(models.Indicator)
class IndicatorAdmin(RowAdmin):
    form = forms.ModelForm
    autocomplete_fields = _relations(models.Indicator)
    list_display = ("cause", "finding", "strength", "group", "source", "why")
    list_filter = ("strength", "cause")
    list_select_related = ("cause", "finding", "source")
    search_fields = ("cause__slug", "finding__slug", "source__slug", "why_en")


class PatternInline(admin.StackedInline):
    model = models.WarningPattern
    form = PatternForm
    autocomplete_fields = ("all_of", "one_of", "and_one_of")
    extra = 0
    min_num = 1
    formset = AtLeastOne
    verbose_name = "pattern"


@admin.register(models.WarningSign)
class WarningSignAdmin(RowAdmin):
    form = WarningSignForm
    inlines = (PatternInline,)
    autocomplete_fields = _relations(models.WarningSign)
    list_display = ("slug", "title", "urgency", "within", "trigger_rate", "reviewer")
    list_filter = ("urgency", "trigger_rate", ("reviewer", admin.EmptyFieldListFilter))
    search_fields = ("slug", "title_en", "title_nl", "say_en", "conditions__slug")


@admin.register(models.PreventionStep)
class PreventionStepAdmin(RowAdmin):
    form = StepForm
    autocomplete_fields = _relations(models.PreventionStep)
    list_display = ("slug", "name", "kind", "evidence", "effort", "when", "rung")
    list_filter = ("kind", "evidence", "effort", "when", "not_worth_it")
    search_fields = ("slug", "name_en", "name_nl", "summary_en")


class ActionInline(TranslationStackedInline):
    model = models.FirstAidAction
    formfield_overrides = SHORT_TEXTS
    autocomplete_fields = ("unsafe_with",)
    fields = ("position", "text", "tags", "unsafe_with")
    extra = 0
    min_num = 1
    formset = AtLeastOne
    verbose_name = "action"


@admin.register(models.FirstAid)
class FirstAidAdmin(RowAdmin):
    inlines = (ActionInline,)
    autocomplete_fields = _relations(models.FirstAid)
    list_display = ("slug", "name", "reviewer")
    list_filter = ("areas", ("reviewer", admin.EmptyFieldListFilter))
    search_fields = ("slug", "name_en", "name_nl", "actions__text_en")


@admin.register(models.Symptom)
class SymptomAdmin(RowAdmin):
    autocomplete_fields = _relations(models.Symptom)
    list_display = ("slug", "name", "also_called", "reviewer")
    list_filter = ("areas", ("reviewer", admin.EmptyFieldListFilter))
    search_fields = ("slug", "name_en", "name_nl", "also_called_en")


@admin.register(models.Claim)
class ClaimAdmin(RowAdmin):
    autocomplete_fields = _relations(models.Claim)
    list_display = ("slug", "statement", "verdict", "topic", "reviewer")
    list_filter = ("verdict", "topic")
    search_fields = ("slug", "statement_en", "statement_nl", "why_en")


@admin.register(models.Source)
class SourceAdmin(RowAdmin):
    formfield_overrides = SHORT_TEXTS | {db.URLField: {"assume_scheme": "https"}}
    list_display = ("slug", "title", "year", "kind", "grade", "topic")
    list_filter = ("topic", "kind", "grade")
    search_fields = ("slug", "title", "authors", "publisher")


@admin.register(models.Vignette)
class VignetteAdmin(SimpleHistoryAdmin):
    form = VignetteForm
    list_display = ("slug", "topic", "expect_urgency", "story")
    list_filter = ("topic", "expect_urgency")
    search_fields = ("slug", "story")
