"""Children who come with a person."""

from datetime import date

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from suoja.core.inputs import DayField
from suoja.persons.rules import Details, why_not_these_details
from suoja.vocabulary.choices import Sex
from suoja.vocabulary.countries import UNKNOWN, nationality_choices

MOST_CHILDREN = 12


def _nationalities() -> list[tuple[str, str | Promise]]:
    as_parent = ("", _("The same as the person’s"))
    return [as_parent, *nationality_choices(get_language() or "en")]


class ChildForm(forms.Form):
    """One child; a row left empty is no child."""

    given_names = forms.CharField(label=_("Given names"), max_length=200, required=False)
    family_name = forms.CharField(label=_("Family name"), max_length=200, required=False)
    birth_date = DayField(
        label=_("Birth date"), required=False, help_text=_("Empty if it is not known.")
    )
    sex = forms.ChoiceField(label=_("Sex"), choices=[("", ""), *Sex.choices])
    nationality = forms.ChoiceField(label=_("Nationality"), choices=_nationalities, required=False)

    def refuse_details(self, *, today: date) -> None:
        """Mark what a person cannot be written down with."""
        if not self.has_changed() or self.errors:
            return
        details = self.details(of_parent=UNKNOWN)
        reason = why_not_these_details(details, today=today)
        if reason is not None:
            self.add_error("birth_date" if details.name else "given_names", str(reason))

    def details(self, *, of_parent: str) -> Details:
        """Return who the child is; the nationality is the parent's unless another was chosen."""
        typed = self.cleaned_data
        return Details(**{**typed, "nationality": typed["nationality"] or of_parent})
