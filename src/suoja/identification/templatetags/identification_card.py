"""Where a client stands in official identification, and the next step."""

from datetime import date

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from suoja import law
from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, may
from suoja.clients.models import Spell
from suoja.identification.choices import Body, Status
from suoja.identification.models import Assessment
from suoja.identification.rules import why_not_queue
from suoja.law.choices import Identification

register = template.Library()

MEANING: dict[Identification, str | Promise] = {
    Identification.BY_CIRCUMSTANCES: _("Identification follows from the circumstances."),
    Identification.OFFICIAL_STEP: _("Identification is a decision of its own, after admission."),
    Identification.ADMISSION: _("Since 2023 admission is itself the identification."),
}
Step = tuple[str, str | Promise, Permission]
QUEUE: Step = ("queue", _("Put into the queue"), Permission.IDENTIFICATION_ASSESS)
NEXT: dict[str, Step] = {
    Status.WAITING: ("begin", _("Begin the assessment"), Permission.IDENTIFICATION_ASSESS),
    Status.ASSESSING: (
        "hear_group",
        _("Note that the group was heard"),
        Permission.IDENTIFICATION_ASSESS,
    ),
    Status.GROUP_HEARD: ("decide", _("Decide"), Permission.IDENTIFICATION_DECIDE),
}


@register.inclusion_tag("identification/card.html", takes_context=True)
def identification_card(context: Context, spell: Spell, today: date) -> dict[str, object]:
    """Show the assessments; the page has loaded them with the person."""
    rule = law.on(today).identification
    assessments = list(spell.person.assessments.all())
    unfinished = next((one for one in assessments if one.decided_on is None), None)
    shown: dict[str, object] = {
        "assessments": assessments,
        "is_own_step": rule.is_own_step,
        "meaning": MEANING[rule.meaning],
    }
    if rule.is_own_step:
        shown |= _step(context["user"], spell, unfinished, today)
    return shown


def _step(
    staff: Staff, spell: Spell, unfinished: Assessment | None, today: date
) -> dict[str, object]:
    """Return the next step with its address, or why there is none."""
    if unfinished and unfinished.body != Body.ASSISTANCE_SYSTEM:
        return {}
    name, label, permission = NEXT[unfinished.status] if unfinished else QUEUE
    if not may(staff, permission):
        return {}
    why_not = None if unfinished else _why_not_queue(spell, today)
    url = reverse(f"identification:{name}", args=[spell.person.number])
    return {"label": label, "url": url, "why_not": why_not}


def _why_not_queue(spell: Spell, today: date) -> Promise | None:
    primary = (one for one in spell.person.exploitations.all() if one.is_primary)
    told = next(primary, None)
    return why_not_queue(
        on=today,
        is_open=spell.is_open,
        category=spell.category,
        place=told.place if told else None,
        waits=False,
    )
