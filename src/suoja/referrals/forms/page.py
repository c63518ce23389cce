"""What is typed on the page of a referral."""

from django import forms
from django.utils.translation import gettext_lazy as _


class QuestionForm(forms.Form):
    question = forms.CharField(
        label=_("What is asked, and of whom"), widget=forms.Textarea(attrs={"rows": 3})
    )
