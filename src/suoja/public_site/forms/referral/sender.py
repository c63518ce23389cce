"""Who refers, whether there is consent, and a question that names nobody."""

from django import forms
from django.utils.translation import gettext_lazy as _

from suoja.public_site.choices.referral import Answer, Where
from suoja.public_site.forms.referral.page import PageForm, long_text, short_text
from suoja.vocabulary.choices import Form, Organisation, Referrer

REFERRERS = [one for one in Referrer.choices if one[0] != Referrer.NOT_RECORDED]


def form_field() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("What kind of exploitation it may be"),
        choices=Form.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick all that may fit. You need not be sure."),
    )


def where_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Where it happened"),
        choices=Where.choices,
        required=False,
        widget=forms.RadioSelect,
    )


class WhoForm(PageForm):
    referrer = forms.ChoiceField(
        label=_("Who refers"),
        choices=[("", ""), *REFERRERS],
        error_messages={"required": _("Choose who refers.")},
    )
    organisation = forms.ChoiceField(
        label=_("Organisation"),
        choices=[("", _("None of these")), *Organisation.choices],
        required=False,
    )
    referrer_name = short_text(
        _("Your name"), hint=_("You can leave it empty if you only want to ask.")
    )
    referrer_contact = short_text(
        _("Your phone or e-mail at work"),
        longest=500,
        hint=_("So that we can ask you more. You can also use a code to read our answer."),
    )
    with_support_person = forms.BooleanField(
        label=_("I refer myself, and a support person helps me"), required=False
    )


class ConsentForm(PageForm):
    consents = forms.ChoiceField(
        label=_("Does the person consent to this referral?"),
        choices=Answer.choices,
        widget=forms.RadioSelect,
        help_text=_("If you refer several persons, each of them is asked for later."),
        error_messages={"required": _("Choose yes or no.")},
    )


class AskForm(PageForm):
    question = long_text(
        _("Your question"),
        rows=8,
        required=True,
        hint=_("Leave out names, addresses, phone numbers and birth dates."),
        error_messages={"required": _("Write what you want to ask.")},
    )
    forms = form_field()
    where = where_field()
