"""What is typed on the pages of letters."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import HELSINKI
from suoja.core.inputs import TimeOfDayField
from suoja.intake.choices import Outcome
from suoja.intake.models import Conversation

TODAY, TOMORROW = "today", "tomorrow"
_NUMBER = re.compile(r"\s*(?:L-?)?(?P<number>\d{1,18})\s*", re.IGNORECASE)


class DutyForm(forms.Form):
    """Until when somebody is on duty."""

    day = forms.ChoiceField(
        label=_("Day"),
        choices=[(TODAY, _("Today")), (TOMORROW, _("Tomorrow"))],
        widget=forms.RadioSelect,
        initial=TODAY,
    )
    until = TimeOfDayField(label=_("On duty until"), help_text=_("Such as 16.00."))

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at

    def ends_at(self) -> datetime:
        day = self.at.astimezone(HELSINKI).date()
        if self.cleaned_data["day"] == TOMORROW:
            day += timedelta(days=1)
        return datetime.combine(day, self.cleaned_data["until"], HELSINKI)


class AnswerForm(forms.Form):
    text = forms.CharField(
        label=_("Your answer"),
        error_messages={"required": _("Write the answer first.")},
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto", "autocomplete": "off"}),
        help_text=_(
            "Somebody else may see the screen. Write no name, and nothing that is not needed."
        ),
    )


class LinkForm(forms.Form):
    other = forms.CharField(
        label=_("Number of the other conversation"), max_length=20, help_text=_("Such as L-12.")
    )

    def clean_other(self) -> int:
        match = _NUMBER.fullmatch(self.cleaned_data["other"])
        number = int(match["number"]) if match else 0
        if not Conversation.objects.filter(number=number).exists():
            raise forms.ValidationError(
                _("There is no such conversation. Look the number up, as L-12.")
            )
        return number


class CallForm(forms.Form):
    """What came of a call."""

    outcome = forms.ChoiceField(label=_("What came of it"), widget=forms.RadioSelect)
    called_at = TimeOfDayField(
        label=_("When you called"), help_text=_("The time in Finland, such as 16.00.")
    )

    def __init__(
        self, typed: QueryDict | None = None, *, outcomes: Sequence[Outcome], at: datetime
    ) -> None:
        super().__init__(typed, initial={"called_at": at.astimezone(HELSINKI).time()})
        self.at = at
        self.offer(outcomes)

    def offer(self, outcomes: Sequence[Outcome]) -> None:
        """Offer only these."""
        outcome = self.fields["outcome"]
        if isinstance(outcome, forms.ChoiceField):
            outcome.choices = [(one.value, one.label) for one in outcomes]

    def made_at(self) -> datetime:
        """Return the last moment at which clocks in Finland showed the time of the call."""
        day = self.at.astimezone(HELSINKI).date()
        shown = (
            datetime.combine(one, self.cleaned_data["called_at"], HELSINKI).replace(fold=fold)
            for one in (day, day - timedelta(days=1))
            for fold in (0, 1)
        )
        return max(moment for each in shown if (moment := each.astimezone(UTC)) <= self.at)
