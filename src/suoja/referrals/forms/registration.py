"""The form by which a referral is registered."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import helsinki_date
from suoja.persons.forms import DetailsForm
from suoja.persons.rules import Details, why_not_these_details
from suoja.referrals.forms.children import MOST_CHILDREN, ChildForm
from suoja.referrals.forms.origin import NO, OriginForm
from suoja.referrals.models import ReferralGroup
from suoja.referrals.rules import why_not_register

ALONE, NEW_GROUP, KNOWN_GROUP = "alone", "new", "known"
LONGEST_NUMBER = 19
Choice = tuple[str, str]


class RegistrationForm(OriginForm, DetailsForm):
    """A referral with its person and the children; rows of children are forms of their own."""

    field_order = ["same_as"]

    submission = forms.UUIDField(widget=forms.HiddenInput)
    child_rows = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, max_value=MOST_CHILDREN, initial=0
    )
    same_as = forms.CharField(
        label=_("Is it one of these?"),
        widget=forms.RadioSelect,
        required=False,
        help_text=_(
            "Of a known person, the language, phone, address and safe contact written below "
            "replace the earlier ones; leave them empty to keep those."
        ),
    )
    birth_date_unknown = forms.BooleanField(label=_("The birth date is not known"), required=False)
    group = forms.ChoiceField(
        label=_("Together with others"),
        choices=[
            (ALONE, _("No")),
            (NEW_GROUP, _("Yes, the first of a group")),
            (KNOWN_GROUP, _("Yes, of a group that has a number")),
        ],
        widget=forms.RadioSelect,
        initial=ALONE,
    )
    group_number = forms.CharField(
        label=_("Number of the group"), max_length=20, help_text=_("Such as G-3.")
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        at: datetime,
        rows: Sequence[Mapping[str, Any]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.fields["birth_date"].required = True
        self.at = at
        self.children = self._children_typed() if self.is_bound else self._children_shown(rows)

    def _children_typed(self) -> list[ChildForm]:
        text = str(self.data.get("child_rows", ""))
        count = min(int(text), MOST_CHILDREN) if text.isdecimal() else 0
        return [self._child(number, self.data) for number in range(count)]

    def _children_shown(self, rows: Sequence[Mapping[str, Any]]) -> list[ChildForm]:
        return [self._child(number, initial=row) for number, row in enumerate(rows)]

    def _child(self, number: int, data: Any = None, **kwargs: Any) -> ChildForm:
        prefix = f"child-{number}"
        return ChildForm(
            data, prefix=prefix, empty_permitted=True, use_required_attribute=False, **kwargs
        )

    def with_one_more_child(self) -> Self:
        """Return the form as it was typed, unchecked, with one more row for a child."""
        rows = [{name: child[name].value() for name in child.fields} for child in self.children]
        rows = [*rows, {}][:MOST_CHILDREN]
        typed = {name: self[name].value() for name in self.fields} | {"child_rows": len(rows)}
        form = type(self)(initial=typed, rows=rows, at=self.at)
        form.children[-1].fields["given_names"].widget.attrs["autofocus"] = True
        return form

    @property
    def may_add_child(self) -> bool:
        return len(self.children) < MOST_CHILDREN

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if typed.get("birth_date_unknown"):
            self._no_birth_date(typed.get("birth_date"))
        if typed.get("group") != KNOWN_GROUP:
            self.not_asked("group_number")
        if not self.errors:
            self._ask_the_rules()
        self._check_children()
        return typed

    def clean_group_number(self) -> ReferralGroup:
        """Return the group; what was typed beside another answer is overlooked in `clean`."""
        text = self.cleaned_data["group_number"].upper().removeprefix("G-")
        number = int(text) if text.isdecimal() and len(text) < LONGEST_NUMBER else 0
        group = ReferralGroup.objects.filter(number=number).first()
        if group is None:
            raise forms.ValidationError(_("There is no such group. Look the number up, as G-3."))
        return group

    def _no_birth_date(self, birth_date: date | None) -> None:
        self.not_asked("birth_date")
        if birth_date is not None:
            self.add_error("birth_date", _("Give the birth date, or say that it is not known."))

    def _ask_the_rules(self) -> None:
        details = self.details()
        reason = why_not_these_details(details, today=helsinki_date(self.at))
        if reason is not None:
            self.add_error("birth_date" if details.name else "given_names", str(reason))
        refused = why_not_register(self.registration(), at=self.at, open_referral=None)
        if refused is not None:
            self.add_error("consent" if self.cleaned_data["consent"] == NO else None, str(refused))

    def _check_children(self) -> None:
        for number, child in enumerate(self.children, start=1):
            child.refuse_details(today=helsinki_date(self.at))
            if child.errors:
                self.add_error(None, _("Child %(number)s is not complete.") % {"number": number})

    def ask_who_it_is(self, known: Sequence[Choice]) -> bool:
        """Test if it must still be said which of these known persons it is, and ask it."""
        widget = self.fields["same_as"].widget
        widget.choices = [*known, *self._somebody_else(known)]
        if not known or self.cleaned_data["same_as"] in dict(widget.choices):
            return False
        self.fields["same_as"].required = True
        self.add_error("same_as", _("Somebody like this is known already. Say whether it is one."))
        return True

    def _somebody_else(self, known: Sequence[Choice]) -> list[tuple[str, Any]]:
        """Return the last choice; it names the others, so that it answers only for them."""
        others = ",".join(number for number, _label in known)
        return [(f"none of {others}", _("No, somebody else"))] if known else []

    def children_details(self) -> list[Details]:
        nationality = self.cleaned_data["nationality"]
        changed = (child for child in self.children if child.has_changed())
        return [child.details(of_parent=nationality) for child in changed]
