"""A wish to be called: by whom, when, and what may be said to somebody else."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django import forms

from suoja.intake.choices import Channel, Gender, IfOther, Voicemail
from suoja.intake.rules import SafeContact, Window, next_window, zone_of
from suoja.public_site.forms.fields import WordedChoice, WordedForm, spoken_field, text_field
from suoja.public_site.forms.windows import ClockField, in_words, rows

SAFE_ROWS, NEVER_ROWS = 3, 2
UNTIL = ("3", "7", "30", "90")  # days
BETWEEN_DIGITS = " -.()/\u00a0\u200e\u200f"
DIGITS = range(5, 16)
LONG = 2_000


def _long_text(rows: int) -> forms.CharField:
    widget = forms.Textarea({"rows": rows, "autocomplete": "off"})
    return forms.CharField(required=False, max_length=LONG, widget=widget)


class CallForm(WordedForm):
    """When and how somebody can be called without danger."""

    number = forms.CharField(
        max_length=100,
        widget=forms.TextInput({"type": "tel", "autocomplete": "off", "dir": "ltr"}),
    )
    channel = WordedChoice(Channel, Channel.CALL)
    clock = ClockField()
    other = WordedChoice(IfOther, IfOther.HANG_UP)
    other_words = _long_text(2)
    voicemail = WordedChoice(Voicemail, Voicemail.NEVER)
    code_word = text_field()
    until = WordedChoice(UNTIL, "7")
    spoken = spoken_field()
    interpreter = forms.BooleanField(required=False)
    gender = WordedChoice(Gender, Gender.ANY)
    shared = text_field()
    more = _long_text(3)

    def __init__(
        self,
        words: Mapping[str, Mapping[str, str]],
        *args: Any,
        at: datetime,
    ) -> None:
        super().__init__(words, "call", *args)
        self.at = at
        self.safe_rows = rows(self, "safe", SAFE_ROWS)
        self.never_rows = rows(self, "never", NEVER_ROWS)
        self.windows: dict[str, tuple[Window, ...]] = {}
        clock = self.fields["clock"]
        if isinstance(clock, ClockField):
            clock.show(at, self.words)

    def clean_number(self) -> str:
        """Return plus and digits only."""
        typed = (sign for sign in self.cleaned_data["number"] if sign not in BETWEEN_DIGITS)
        number = "".join(str(unicodedata.digit(sign, sign)) for sign in typed)
        digits = number.removeprefix("+")
        if not (digits.isascii() and digits.isdigit() and len(digits) in DIGITS):
            raise forms.ValidationError(self.faults["number_wrong"])
        return number

    def clean(self) -> None:
        told = self.cleaned_data
        if told.get("other") == IfOther.SAY and not told.get("other_words"):
            self.add_error("other_words", self.faults["words_empty"])
        self.windows = {
            "safe": tuple(one for row in self.safe_rows for one in row.read()),
            "never": tuple(one for row in self.never_rows for one in row.read()),
        }
        if not self.windows["safe"] and not any(row.errors for row in self.safe_rows):
            self.add_error("safe_1_from", self.faults["safe_empty"])
        if not self.errors:
            self._need_a_time()

    def contact(self) -> SafeContact:
        told, zone = self.cleaned_data, zone_of(self._clock)
        today = self.at.astimezone(zone).date()
        return SafeContact(
            channel=Channel(told["channel"]),
            number=told["number"],
            safe=self.windows["safe"],
            never=self.windows["never"],
            clock=self._clock,
            language=told["spoken"],
            wants_interpreter=told["interpreter"],
            gender=Gender(told["gender"]),
            shared_with=told["shared"],
            if_other=IfOther(told["other"]),
            other_words=told["other_words"],
            voicemail=Voicemail(told["voicemail"]),
            code_word=told["code_word"],
            valid_until=today + timedelta(days=int(told["until"])),
            has_consent=True,  # the page says who sees it and asks for it to be sent
            confirmed_on=today,
        )

    def told(self) -> dict[str, Any]:
        """Return what was filled in."""
        return {**self.contact().to_json(), "more": self.cleaned_data["more"]}

    def times(self) -> dict[str, list[list[str]]]:
        """Return the times in the words of the page."""
        return {name: in_words(windows, self.words) for name, windows in self.windows.items()}

    def _need_a_time(self) -> None:
        """Refuse times of which none would ever come."""
        contact = self.contact()
        if next_window(contact, self.at):
            return
        comes_later = next_window(replace(contact, valid_until=date.max), self.at)
        fault = "safe_late" if comes_later else "never_safe"
        self.add_error("safe_1_from", self.faults[fault])

    @property
    def _clock(self) -> int | None:
        clock = self.cleaned_data["clock"]
        return int(clock) if clock else None
