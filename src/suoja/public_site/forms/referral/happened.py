"""What happened to a person, and what several have in common."""

from typing import Any

from django.forms import BooleanField
from django.utils.translation import gettext_lazy as _

from suoja.public_site.choices.referral import Age
from suoja.public_site.forms.referral.page import PageForm, long_text
from suoja.public_site.forms.referral.person import OfAgeForm
from suoja.public_site.forms.referral.sender import form_field, where_field
from suoja.public_site.rules.person import is_urgent


class HappenedForm(OfAgeForm):
    forms = form_field()
    where = where_field()
    summary = long_text(
        _("In a few words"),
        rows=6,
        hint=_("What happened, where and when, as you know it. What help is needed?"),
    )
    threat = long_text(
        _("Who or what threatens the person"), hint=_("Also what might happen if somebody hears.")
    )
    is_urgent = BooleanField(label=_("Help is needed at once"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.age != Age.ADULT:
            del self.fields["is_urgent"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        is_told = typed.get("forms") or typed.get("summary")
        if not is_told and not self.errors:
            self.add_error("summary", _("Tick what fits, or write a few words."))
        return typed

    def told(self) -> dict[str, Any]:
        told = super().told()
        ticked = told.get("is_urgent", False)
        return {**told, "is_urgent": is_urgent(self.age, ticked=ticked, today=self.today)}


class TogetherForm(PageForm):
    together = long_text(
        _("Employer, work, place, or whatever else they share"),
        rows=6,
        hint=_("It then need not be written again for each person."),
    )
