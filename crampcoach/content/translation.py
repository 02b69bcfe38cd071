"""Which texts have a Dutch twin, and which rows keep their history.

History is registered here, after the translations: declared in the models it would not know the translated columns and crash.
"""

from modeltranslation.translator import TranslationOptions, translator
from simple_history import register as keep_history

from crampcoach.content import models
from crampcoach.content.fixture_files import TRANSLATED

TRANSLATED_FIELDS = {
    models.Source: TRANSLATED["sources"],
    models.Question: ("text", "hint", "why"),
    models.Finding: ("group", "text", "help"),
    models.Cause: TRANSLATED["causes"],
    models.Indicator: TRANSLATED["indicators"],
    models.WarningSign: TRANSLATED["warning_signs"],
    models.PreventionStep: TRANSLATED["prevention_steps"],
    models.FirstAid: ("name", "watch_for"),
    models.FirstAidAction: ("text",),
    models.Symptom: TRANSLATED["symptoms"],
    models.Claim: TRANSLATED["claims"],
}

for _model, _fields in TRANSLATED_FIELDS.items():
    # Dutch may stay empty; it then falls back to English.
    _options = {"fields": _fields, "required_languages": ("en",)}
    _name = f"{_model.__name__}Translation"
    translator.register(_model, type(_name, (TranslationOptions,), _options))

for _model in (
    *TRANSLATED_FIELDS,
    models.WarningPattern,
    models.Confusion,
    models.Vignette,
):
    keep_history(
        _model,
        app="crampcoach.content",
        # A reverted row must still count as edited since the last load.
        excluded_fields=[
            field.name
            for field in _model._meta.fields
            if field.name in ("loaded_digest", "loaded_position")
        ],
        m2m_fields=[
            field.name
            for field in _model._meta.many_to_many
            if field.remote_field.through._meta.auto_created
        ],
    )
