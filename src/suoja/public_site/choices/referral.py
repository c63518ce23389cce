"""The words of the referral form: its pages, and the answers that no other room knows."""

from collections.abc import Mapping
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Page(StrEnum):
    WHO = "who"
    CONSENT = "consent"
    ASK = "ask"
    AGE = "age"
    SIGNED = "signed"
    PERSON = "person"
    HAPPENED = "happened"
    REACH = "reach"
    CHILDREN = "children"
    TOGETHER = "together"
    ANOTHER = "another"
    CHECK = "check"


OF_A_PERSON = (
    Page.AGE,
    Page.SIGNED,
    Page.PERSON,
    Page.HAPPENED,
    Page.REACH,
    Page.CHILDREN,
)
HEADINGS: Mapping[Page, Promise] = {
    Page.WHO: _("Who are you?"),
    Page.CONSENT: _("Is there consent?"),
    Page.ASK: _("What do you want to ask?"),
    Page.AGE: _("Adult or child?"),
    Page.SIGNED: _("Who gave the consent?"),
    Page.PERSON: _("Who is the person?"),
    Page.HAPPENED: _("What happened?"),
    Page.REACH: _("How can the person be reached safely?"),
    Page.CHILDREN: _("Do children come with the person?"),
    Page.TOGETHER: _("What do they have in common?"),
    Page.ANOTHER: _("Do you refer another person?"),
    Page.CHECK: _("Check your answers"),
}


class Answer(TextChoices):
    """Whether those who are referred consent."""

    YES = "yes", _("Yes")
    NO = "no", _("No, or not asked")


class Age(TextChoices):
    ADULT = "adult", _("Adult, 18 or over")
    YOUNG = "young", _("Child of 15 to 17")
    CHILD = "child", _("Child under 15")


class Where(TextChoices):
    FINLAND = "finland", _("In Finland")
    ABROAD = "abroad", _("Abroad")
    BOTH = "both", pgettext_lazy("where somebody was exploited", "Both")


NOBODY = "nobody"  # has consented, or signed for a child
