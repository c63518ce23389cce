"""The periods of one person, with what runs on top."""

from dataclasses import dataclass
from datetime import date

from django import template
from django.template.context import Context

from suoja.accounts.permissions import Permission, may
from suoja.periods.models import GrantedPeriod
from suoja.persons.models import Person

register = template.Library()


@dataclass(frozen=True, slots=True)
class Granted:
    """A period as it stands on a day."""

    period: GrantedPeriod
    running: bool
    days_left: int


@register.inclusion_tag("periods/card.html", takes_context=True)
def periods_card(context: Context, person: Person, today: date) -> dict[str, object]:
    """Show the periods; the page has loaded them with the person."""
    periods = sorted(person.periods.all(), key=lambda one: one.starts_on, reverse=True)
    return {
        "person": person,
        "granted": [_granted(period, today) for period in periods],
        "may_grant": may(context["user"], Permission.PERIOD_GRANT),
    }


def _granted(period: GrantedPeriod, today: date) -> Granted:
    end = period.ended_early_on or period.ends_on
    running = period.starts_on <= today < end
    return Granted(period=period, running=running, days_left=(end - today).days)
