"""How pages show what was written, whatever it is."""

from collections.abc import Mapping
from datetime import date, timedelta

from django import template
from django.db.models import Choices
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from suoja.core.templatetags.components import status_tag
from suoja.intake.choices import Status
from suoja.vocabulary import languages
from suoja.vocabulary.choices import ConsentBy, Form, Organisation, Referrer, Sex
from suoja.vocabulary.countries import nationality_choices

register = template.Library()

TONES = {
    Status.WAITING: "wait",
    Status.OPENED: "info",
    Status.ANSWERED: "good",
    Status.CLOSED: "calm",
}
WORDS: Mapping[str, type[Choices]] = {
    "consent": ConsentBy,
    "form": Form,
    "organisation": Organisation,
    "referrer": Referrer,
    "sex": Sex,
}
WHERE = {
    "finland": gettext_lazy("In Finland"),
    "abroad": gettext_lazy("Abroad"),
    "both": gettext_lazy("In Finland and abroad"),
}


@register.simple_tag
def letter_status(status: str) -> SafeString:
    return status_tag(str(Status(status).label), TONES[Status(status)])


@register.simple_tag
def urgent_tag() -> SafeString:
    return status_tag(_("Urgent"), "bad")


@register.filter
def waited(time: timedelta) -> str:
    """Say how long somebody has waited, in hours and then in days: more is not known."""
    hours = int(time.total_seconds() // 3600)
    if hours < 1:
        return _("less than an hour")
    if hours < 48:
        return ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": hours}
    return ngettext("%(count)s day", "%(count)s days", hours // 24) % {"count": hours // 24}


@register.filter
def language(code: object) -> str:
    """Return the name of a language that a person speaks."""
    return languages.name(str(code), get_language() or "en") if code else ""


@register.filter
def word(code: object, kind: str) -> str:
    """Return the label of a code that was sent, or what was sent instead of one."""
    known = {str(value): str(label) for value, label in WORDS[kind].choices}
    return known.get(str(code), str(code or ""))


@register.filter
def nationality(code: object) -> str:
    """Return the name of a nationality, or what was sent instead of one."""
    known = dict(nationality_choices(get_language() or "en"))
    return known.get(str(code), str(code or ""))


@register.filter
def listed(sent: object) -> list[object]:
    """Return a list that was sent, or none."""
    return sent if isinstance(sent, list) else []


@register.filter
def where(code: object) -> str:
    return str(WHERE.get(str(code), ""))


@register.filter
def day_in(text: object) -> date | None:
    """Return the day that was sent as text, if it is one."""
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


@register.filter
def plain_lines(text: object) -> SafeString:
    """Keep the lines of what was written; the rest is plain text, whichever way it runs."""
    return format_html('<div class="told" dir="auto">{}</div>', text)
