"""What the pages of accounts ask for."""

from datetime import UTC, datetime

from allauth.mfa import app_settings
from allauth.mfa.base import forms as codes
from allauth.mfa.totp import forms as totp
from django import forms
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from suoja.accounts import actions
from suoja.accounts.choices import Failure, Language, Role
from suoja.accounts.models import Staff
from suoja.vocabulary.choices import Office


class _OnceOnly(forms.Form):
    """A code works once, for as long as its period and the tolerated ones last."""

    user: Staff

    def clean_code(self) -> str:
        try:
            code: str = super().clean_code()  # type: ignore[misc]
        except ValidationError as error:
            limited = error.code in {"too_many_login_attempts", "rate_limited"}
            self._note(Failure.TOO_MANY_ATTEMPTS if limited else Failure.WRONG_CODE)
            raise
        self._spend(code)
        return code

    def _spend(self, code: str) -> None:
        lasts = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
        if not cache.add(f"code:{self.user.pk}:{code}", 1, timeout=lasts):
            self._note(Failure.USED_CODE)
            raise ValidationError(_("This code was used already. Wait for the next one."))

    def _note(self, reason: Failure) -> None:
        actions.note_failure(reason, username=self.user.username, at=datetime.now(UTC))


class CodeForm(_OnceOnly, codes.AuthenticateForm):
    """The second step of signing in."""


class CodeAgainForm(_OnceOnly, codes.ReauthenticateForm):
    """A code before something that matters."""


class SetUpForm(_OnceOnly, totp.ActivateTOTPForm):
    """The first code of a new authenticator."""


class AddForm(forms.Form):
    username = forms.CharField(
        label=_("User name"),
        max_length=30,
        help_text=_("Small letters, digits, dots and hyphens. It cannot be changed later."),
    )
    display_name = forms.CharField(label=_("Name"), max_length=100)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    role = forms.TypedChoiceField(label=_("Role"), choices=Role.choices, coerce=Role)
    office = forms.TypedChoiceField(
        label=_("Office"),
        choices=[("", _("None")), *Office.choices],
        coerce=Office,
        empty_value=None,
        required=False,
    )
    language = forms.TypedChoiceField(
        label=_("Language"), choices=Language.choices, coerce=Language, initial=Language.FI
    )


class RoleForm(forms.Form):
    role = forms.TypedChoiceField(label=_("New role"), choices=Role.choices, coerce=Role)


class LanguageForm(forms.Form):
    language = forms.TypedChoiceField(
        label=_("Language"), choices=Language.choices, coerce=Language
    )
