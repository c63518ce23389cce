"""Who a person is, as it is typed on any page."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from suoja.core.inputs import DayField
from suoja.persons.rules import Details
from suoja.vocabulary.choices import Sex
from suoja.vocabulary.countries import nationality_choices
from suoja.vocabulary.languages import language_choices


def _nationalities() -> list[tuple[str, str]]:
    return [("", ""), *nationality_choices(get_language() or "en")]


def _languages() -> list[tuple[str, str]]:
    return [("", ""), *language_choices(get_language() or "en")]


class DetailsForm(forms.Form):
    """The details of one person; `details()` returns them as the rules know them."""

    given_names = forms.CharField(label=_("Given names"), max_length=200, required=False)
    family_name = forms.CharField(label=_("Family name"), max_length=200, required=False)
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex, widget=forms.RadioSelect)
    birth_date = DayField(label=_("Birth date"), required=False)
    birth_date_estimated = forms.BooleanField(
        label=_("The birth date is estimated"), required=False
    )
    nationality = forms.ChoiceField(label=_("Nationality"), choices=_nationalities)
    language = forms.ChoiceField(
        label=_("Language"),
        choices=_languages,
        required=False,
        help_text=_("The language the person wants to be spoken to in."),
    )
    phone = forms.CharField(label=_("Phone"), max_length=100, required=False)
    address = forms.CharField(label=_("Address"), max_length=500, required=False)
    safe_contact = forms.CharField(
        label=_("Safe contact"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("When and how to reach the person, and what to say if someone else answers."),
    )

    def details(self) -> Details:
        known = Details.__dataclass_fields__
        return Details(**{name: self.cleaned_data[name] for name in known})
