"""Rows of a day and two times: when a call is safe, and when it never is."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from django import forms
from django.forms import BoundField

from suoja.intake.rules import Window, zone_of
from suoja.public_site.forms.fields import WordedForm

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TIME = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?(?::00)?")
MIDNIGHT, LAST_MINUTE = time(0), time(23, 59)
# Minutes ahead of UTC, from Hawaii to Tonga: a day of clocks, no two of which show the same time.
_WHOLE = range(-600, 781, 60)
_BETWEEN = (-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765)
CLOCKS = sorted((*_WHOLE, *_BETWEEN))
Words = Mapping[str, str]


def read_time(typed: str) -> time | None:
    """Return a time that was picked, or typed as 16:00 or 16.00 in digits of any script."""
    plain = "".join(str(unicodedata.digit(sign, sign)) for sign in typed if not sign.isspace())
    found = TIME.fullmatch(plain)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if (hour, minute) == (24, 0):
        return MIDNIGHT
    return time(hour, minute) if hour < 24 and minute < 60 else None


def day_name(window: Window, words: Words) -> str:
    return words["every_day"] if window.day is None else words[DAYS[window.day]]


def in_words(windows: Sequence[Window], words: Words) -> list[list[str]]:
    """Return the day and the times of each window, to be shown to who gave them."""
    return [[day_name(each, words), f"{each.start:%H:%M}–{_end(each)}"] for each in windows]


def _end(window: Window) -> str:
    return "24:00" if window.end == MIDNIGHT else f"{window.end:%H:%M}"


class ClockField(forms.ChoiceField):
    """What the clock shows now, in Finland or elsewhere: who is asked need not know of zones."""

    def __init__(self) -> None:
        super().__init__(required=False)

    def show(self, at: datetime, words: Words) -> None:
        here = f"{at.astimezone(zone_of(None)):%H:%M} – {words['clock_here']}"
        self.choices = [("", here), *((str(clock), _shown(clock, at, words)) for clock in CLOCKS)]


def _shown(clock: int, at: datetime, words: Words) -> str:
    local = at.astimezone(zone_of(clock))
    return f"{words[DAYS[local.weekday()]]} {local:%H:%M}"


class TimeInput(forms.TextInput):
    """Shows a clock to pick from where the browser has one."""

    input_type = "time"

    def format_value(self, value: object) -> str | None:
        """Show what was typed; a clock understands 16:00 only."""
        known = read_time(str(value or ""))
        return f"{known:%H:%M}" if known else super().format_value(value)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a form, by the name of its fields."""

    form: WordedForm
    name: str
    is_never: bool

    def add_fields(self) -> None:
        words, names = self.form.words, enumerate(DAYS)
        days = [("", words["every_day"]), *((str(n), words[day]) for n, day in names)]
        day = forms.ChoiceField(required=False, choices=days, label=words["day"])
        day.error_messages["invalid_choice"] = self.form.faults["choice_wrong"]
        self.form.fields[f"{self.name}_day"] = day
        for part in ("from", "to"):
            widget = TimeInput({"autocomplete": "off", "dir": "ltr"})
            field = forms.CharField(required=False, max_length=20, widget=widget, label=words[part])
            field.error_messages["max_length"] = self.form.faults["time_wrong"]
            self.form.fields[f"{self.name}_{part}"] = field

    @property
    def day(self) -> BoundField:
        return self.form[f"{self.name}_day"]

    @property
    def start(self) -> BoundField:
        return self.form[f"{self.name}_from"]

    @property
    def end(self) -> BoundField:
        return self.form[f"{self.name}_to"]

    @property
    def errors(self) -> list[str]:
        return [*self.day.errors, *self.start.errors, *self.end.errors]

    def read(self) -> Iterator[Window]:
        """Yield the window that was typed, if there is one; add to the form what is wrong in it."""
        told = self.form.cleaned_data
        typed = [str(told.get(f"{self.name}_{part}", "")) for part in ("from", "to")]
        if not any(typed):
            return
        start, end = map(read_time, typed)
        if start is None or end is None or (start == end != MIDNIGHT):
            self.form.add_error(f"{self.name}_from", self.form.faults["time_wrong"])
            return
        if self.is_never and end == LAST_MINUTE:
            end = MIDNIGHT  # nobody who writes 23:59 wants to be called in the minute after it
        day = told.get(f"{self.name}_day", "")
        yield Window(int(day) if day else None, start, end)


def rows(form: WordedForm, group: str, number: int) -> list[Row]:
    """Add so many rows to a form and return them."""
    found = [Row(form, f"{group}_{place + 1}", group == "never") for place in range(number)]
    for row in found:
        row.add_fields()
    return found
