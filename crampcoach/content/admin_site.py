"""The admin, which asks a one-time token of those who have a token device, and of nobody else."""

from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_otp import match_token, user_has_device


class TokenForm(AdminAuthenticationForm):
    """Name and password, and the token where one is needed."""

    otp_token = forms.CharField(
        label=_("One-time token"),
        required=False,
        help_text=_("Only if you have set up a token device."),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}
        ),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        user = self.get_user()
        if user is not None and user_has_device(user, confirmed=True):
            # django_otp marks the session as verified when the user carries the device at login.
            user.otp_device = match_token(user, cleaned.get("otp_token") or "")
            if user.otp_device is None:
                raise ValidationError(_("The one-time token is missing or wrong."))
        return cleaned


class ContentAdminSite(AdminSite):
    site_header = _("CrampCoach content")
    site_title = _("CrampCoach content")
    index_title = _("Edit here; runners see it once you publish a release")
    login_form = TokenForm
    login_template = "admin/content/login.html"

    def has_permission(self, request: HttpRequest) -> bool:
        if not super().has_permission(request):
            return False
        user = request.user
        return user.is_verified() or not user_has_device(user, confirmed=True)
