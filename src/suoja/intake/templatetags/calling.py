"""A wish to be called on the page of its conversation."""

from datetime import datetime, time
from typing import Any

from django import template
from django.template.context import Context
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format, time_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from suoja.intake.choices import Outcome
from suoja.intake.models import Message
from suoja.intake.rendering import call_sheet
from suoja.intake.rules import Window

register = template.Library()

MIDNIGHT = time(0)


@register.inclusion_tag("intake/safe_contact.html", takes_context=True)
def safe_contact(context: Context, message: Message) -> dict[str, Any]:
    """Show how somebody may be called, and what to say; needs `at` and the form to note a call."""
    shared = ("call_form", "conversation", "csrf_token", "may_answer", "at")
    return {
        **{name: context.get(name) for name in shared},
        "sheet": call_sheet(message, context["messages_said"], at=context["at"]),
        "said": message.said,
    }


@register.filter
def hours(window: Window) -> SafeString:
    """Say a window: its day, and its times on one clock."""
    day = _("Every day") if window.day is None else str(WEEKDAYS[window.day]).capitalize()
    if window.start == window.end == MIDNIGHT:
        return format_html("{}, {}", day, _("day and night"))
    times = f"{time_format(window.start)}–{time_format(window.end)}"
    return format_html('{} <bdi dir="ltr" class="nowrap">{}</bdi>', day, times)


@register.filter
def weekday_and_time(moment: datetime) -> str:
    """Say a moment by its day of the week, on the clock that it is told in."""
    return f"{date_format(moment, 'l')} {date_format(moment, 'DATETIME_FORMAT')}"


@register.filter
def in_finland(moment: datetime) -> datetime:
    return localtime(moment)


@register.filter
def outcome(code: object) -> str:
    """Return the words for what came of a call."""
    known = {str(value): str(label) for value, label in Outcome.choices}
    return known.get(str(code), "")


@register.filter
def moment_in(text: object) -> datetime | None:
    """Return the moment that was noted as text, if it is one."""
    try:
        return datetime.fromisoformat(str(text))
    except ValueError:
        return None
