"""How pages show what is said about a referral."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from suoja.core.templatetags.components import status_tag
from suoja.intake.templatetags.letter_words import language, plain_lines
from suoja.referrals.choices import Status
from suoja.vocabulary import countries

register = template.Library()

TONES = {
    Status.RECEIVED: "wait",
    Status.UNDER_ASSESSMENT: "info",
    Status.MORE_INFORMATION_ASKED: "wait",
    Status.DECIDED_POSITIVE: "good",
    Status.DECIDED_NEGATIVE: "calm",
    Status.WITHDRAWN: "calm",
}


@register.simple_tag
def referral_status(status: str) -> SafeString:
    return status_tag(str(Status(status).label), TONES[Status(status)])


@register.simple_tag
def request_tag(number: int) -> SafeString | str:
    """Mark a second or later request of the same person (R050)."""
    if number == 1:
        return ""
    return status_tag(_("Request %(number)s") % {"number": number}, "info")


@register.simple_tag
def minor_tag() -> SafeString:
    return status_tag(_("Minor"), "bad")


@register.filter
def country(code: str) -> str:
    """Return the name of a nationality or a country."""
    return countries.name(code, get_language() or "en")


register.filter(language)
register.filter(plain_lines)
