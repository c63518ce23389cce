"""A note in the file."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _


class NoteForm(forms.Form):
    text = forms.CharField(label=_("New note"), widget=forms.Textarea(attrs={"rows": 3}))
    submission = forms.UUIDField(initial=uuid4, widget=forms.HiddenInput)
