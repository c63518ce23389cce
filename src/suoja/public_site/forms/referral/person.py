"""One person: age, consent, details, and how to reach them."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from suoja.core.inputs import DayField
from suoja.public_site.choices.referral import NOBODY, Age, Page
from suoja.public_site.forms.referral.page import PageForm, long_text, short_text
from suoja.public_site.rules.person import (
    SIGNS,
    lacks_consent,
    why_not_born,
    why_not_consented_on,
    why_not_signed_by,
)
from suoja.vocabulary.choices import ConsentBy, Sex
from suoja.vocabulary.countries import nationality_choices
from suoja.vocabulary.languages import language_choices

NAMES = ("given_names", "family_name")


def nationalities() -> list[tuple[str, str]]:
    return [("", ""), *nationality_choices(get_language() or "en")]


def languages() -> list[tuple[str, str]]:
    return [("", ""), *language_choices(get_language() or "en")]


class AgeForm(PageForm):
    age = forms.ChoiceField(
        label=_("How old is the person?"),
        choices=Age.choices,
        widget=forms.RadioSelect,
        help_text=_("If you are not sure, choose the younger one."),
        error_messages={"required": _("Choose how old the person is.")},
    )

    def told(self) -> dict[str, Any]:
        return {"is_minor": self.cleaned_data["age"] != Age.ADULT}


class OfAgeForm(PageForm):
    """A page that depends on how old the person is said to be."""

    @property
    def age(self) -> Age:
        return Age(self.person.get(Page.AGE, {}).get("age") or Age.ADULT)


class SignedForm(OfAgeForm):
    consent_by = forms.ChoiceField(
        label=_("Who consents"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who consents.")},
    )
    consent_given_on = DayField(
        label=_("Day it was given"),
        error_messages={"required": _("Give the day of the consent.")},
    )
    guardian_suspected = forms.BooleanField(
        label=_("A guardian may have taken part in what happened"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        signs = [(one.value, one.label) for one in SIGNS[self.age]]
        self.fields["consent_by"].choices = [*signs, (NOBODY, _("Nobody yet"))]  # type: ignore[attr-defined]
        if self.age == Age.ADULT:
            del self.fields["guardian_suspected"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        consent_by = typed.get("consent_by", NOBODY)
        reason = why_not_signed_by(consent_by, guardian_suspected=self._suspected)
        if reason is not None:
            self.add_error("consent_by", str(reason))
        if consent_by == NOBODY:
            self.not_asked("consent_given_on")
        else:
            self._check_day(typed.get("consent_given_on"))
        return typed

    def _check_day(self, day: date | None) -> None:
        reason = why_not_consented_on(day, today=self.today) if day else None
        if reason is not None:
            self.add_error("consent_given_on", str(reason))

    @property
    def _suspected(self) -> bool:
        return bool(self.cleaned_data.get("guardian_suspected"))

    @property
    def lacks_consent(self) -> bool:
        consent_by = self.cleaned_data["consent_by"]
        return lacks_consent(self.age, consent_by, guardian_suspected=self._suspected)

    def told(self) -> dict[str, Any]:
        """Return the consent; where a representative has yet to be appointed, it has no day."""
        told = {"guardian_suspected": False, **super().told()}
        if told["consent_by"] == NOBODY:
            told |= {"consent_by": ConsentBy.REPRESENTATIVE.value, "consent_given_on": ""}
        return told


class PersonForm(OfAgeForm):
    given_names = short_text(
        _("Given names"), hint=_("At least one name, or the name by which the person is known.")
    )
    family_name = short_text(_("Family name"))
    sex = forms.ChoiceField(
        label=_("Sex"),
        choices=Sex.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one; the last one if you do not know.")},
    )
    birth_date = DayField(
        label=_("Birth date"),
        error_messages={"required": _("Give the birth date, or say that it is not known.")},
    )
    birth_date_estimated = forms.BooleanField(
        label=_("The birth date is estimated"), required=False
    )
    birth_date_unknown = forms.BooleanField(label=_("The birth date is not known"), required=False)
    nationality = forms.ChoiceField(
        label=_("Nationality"),
        choices=nationalities,
        error_messages={"required": _("Choose a nationality; “Not known” is at the end.")},
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=languages,
        required=False,
        help_text=_("The language the person wants to be spoken to in."),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if not any(typed.get(name) for name in NAMES):
            reason = _("Give at least one name, or the name by which the person is known.")
            self.add_error("given_names", reason)
        if typed["birth_date_unknown"]:
            self._no_birth_date(typed.get("birth_date"))
        elif born := typed.get("birth_date"):
            self._check_birth_date(born)
        return typed

    def _no_birth_date(self, born: date | None) -> None:
        self.not_asked("birth_date")
        if born is not None:
            reason = _("Give the birth date, or say that it is not known.")
            self.add_error("birth_date", reason)

    def _check_birth_date(self, born: date) -> None:
        reason = why_not_born(born, self.age, today=self.today)
        if reason is not None:
            self.add_error("birth_date", str(reason))


class ReachForm(PageForm):
    phone = short_text(_("Phone"), longest=100)
    address = short_text(
        _("Address"), longest=500, hint=_("Where the person stays, with the municipality.")
    )
    safe_contact = long_text(
        _("Safe contact"),
        hint=_("When and how to reach the person, and what to say if someone else answers."),
    )
