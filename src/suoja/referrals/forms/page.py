"""What is typed on the page of a referral."""

from django import forms
from django.utils.translation import gettext_lazy as _

from suoja.persons.models import Person

LONGEST_NUMBER = 19


class RecogniseForm(forms.Form):
    known = forms.CharField(
        label=_("Number of the known person"), max_length=20, help_text=_("Such as P-12.")
    )

    def clean_known(self) -> Person:
        text = self.cleaned_data["known"].upper().removeprefix("P-")
        number = int(text) if text.isdecimal() and len(text) < LONGEST_NUMBER else 0
        person = Person.objects.filter(number=number).first()
        if person is None:
            raise forms.ValidationError(_("There is no such person. Look the number up, as P-12."))
        return person


class QuestionForm(forms.Form):
    question = forms.CharField(
        label=_("What is asked, and of whom"), widget=forms.Textarea(attrs={"rows": 3})
    )
