"""Children who come with a person: listed, and no referrals of their own."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from suoja.core.inputs import DayField
from suoja.public_site.choices.referral import Page
from suoja.public_site.forms.referral.page import PageForm, short_text
from suoja.public_site.forms.referral.person import NAMES
from suoja.vocabulary.choices import Sex
from suoja.vocabulary.countries import UNKNOWN, nationality_choices

MOST_CHILDREN = 12
ROWS = "rows"


def _nationalities() -> list[tuple[str, str | Promise]]:
    as_parent = ("", _("The same as the person’s"))
    return [as_parent, *nationality_choices(get_language() or "en")]


class ChildForm(PageForm):
    """One child; a row left empty is no child."""

    given_names = short_text(_("Given names"))
    family_name = short_text(_("Family name"))
    birth_date = DayField(
        label=_("Birth date"), required=False, help_text=_("Empty if it is not known.")
    )
    sex = forms.ChoiceField(
        label=_("Sex"),
        choices=[("", ""), *Sex.choices],
        error_messages={"required": _("Choose one; the last one if you do not know.")},
    )
    nationality = forms.ChoiceField(label=_("Nationality"), choices=_nationalities, required=False)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if self.has_changed() and not any(typed.get(name) for name in NAMES):
            reason = _("Give at least one name, or the name by which the person is known.")
            self.add_error("given_names", reason)
        if (born := typed.get("birth_date")) and born > self.today:
            reason = _("The birth date is in the future. Correct the year, or leave it empty.")
            self.add_error("birth_date", reason)
        return typed

    def told(self) -> dict[str, Any]:
        told = super().told()
        of_parent = self.person.get(Page.PERSON, {}).get("nationality", UNKNOWN)
        return {**told, "nationality": told["nationality"] or of_parent}


class ChildrenForm(PageForm):
    """Rows of children; the number of rows travels with the page."""

    rows = forms.IntegerField(
        widget=forms.HiddenInput, required=False, min_value=0, max_value=MOST_CHILDREN
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        today: date,
        person: Mapping[str, Any],
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data, today=today, person=person, initial=dict(initial or {}))
        source = data if data is not None else self.initial
        text = str(source.get(ROWS, ""))
        count = min(int(text), MOST_CHILDREN) if text.isdecimal() else 0
        self.children = [self._child(number) for number in range(count)]

    def _child(self, number: int) -> ChildForm:
        prefix = f"child-{number}"
        initial = {name.removeprefix(f"{prefix}-"): value for name, value in self.initial.items()}
        return ChildForm(
            self.data if self.is_bound else None,
            today=self.today,
            person=self.person,
            prefix=prefix,
            initial={} if self.is_bound else initial,
            empty_permitted=True,
        )

    @property
    def may_add_child(self) -> bool:
        return len(self.children) < MOST_CHILDREN

    def clean(self) -> dict[str, Any]:
        for number, child in enumerate(self.children, start=1):
            if not child.is_valid():
                self.add_error(None, _("Child %(number)s is not complete.") % {"number": number})
        return self.cleaned_data

    def kept(self) -> dict[str, Any]:
        rows = {ROWS: str(len(self.children))} if self.children else {}
        return rows | {name: value for each in self.children for name, value in each.kept().items()}

    def told(self) -> dict[str, Any]:
        return {"children": [each.told() for each in self.children if each.has_changed()]}

    def in_words(self) -> Any:
        for number, child in enumerate(self.children, start=1):
            if words := ", ".join(answer for _label, answer in child.in_words()):
                yield str(_("Child %(number)s") % {"number": number}), words
