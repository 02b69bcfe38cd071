"""The form for telling us what is wrong with a page: one choice, and a few words that are cleaned before they are kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from crampcoach.content.feedback import TEXT_LENGTH, Kind
from crampcoach.content.typed_text import LineField

CHOOSE = gettext_lazy("Choose what is wrong.")


class FeedbackForm(forms.Form):
    """`page` is a path of ours, or empty: then the text has to say what it is about."""

    kind = forms.ChoiceField(
        choices=Kind.choices,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    text = LineField(required=False)
    trap = forms.Field(required=False)  # people do not see it, robots fill it in

    def __init__(self, page: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if len(text) > TEXT_LENGTH:
            error = _("This is %(length)s characters long; there is room for %(most)s.")
            sizes = {"length": len(text), "most": TEXT_LENGTH}
            raise forms.ValidationError(error % sizes)
        if not text and not self.page:
            raise forms.ValidationError(_("Say which page it is about."))
        return text

    @property
    def is_from_a_robot(self) -> bool:
        return bool(self["trap"].value())

    @property
    def message(self) -> dict[str, str]:
        kept = {name: self.cleaned_data[name] for name in ("kind", "text")}
        return {"page": self.page} | kept
