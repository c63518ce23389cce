"""Form fields that every room needs."""

from django import forms


class DayField(forms.DateField):
    """A day, picked or typed the Finnish way."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    input_formats = ["%Y-%m-%d", "%d.%m.%Y"]


class TimeOfDayField(forms.TimeField):
    """Hours and minutes, picked or typed the Finnish way."""

    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    input_formats = ["%H:%M", "%H.%M"]
