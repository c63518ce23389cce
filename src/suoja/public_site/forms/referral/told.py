"""What a form that is sent tells those on duty, by the names of a registration."""

from datetime import date
from typing import Any

from suoja.public_site.choices.referral import OF_A_PERSON, Page
from suoja.public_site.forms.referral import kept_form
from suoja.public_site.rules.filled import Filled, Place
from suoja.vocabulary.choices import Referrer


def told(filled: Filled, *, today: date) -> dict[str, Any]:
    """Return everything that complete pages tell."""
    sender = _page(filled, Place(Page.WHO), today)
    if filled.is_consultation:
        return _without_a_name(sender) | _page(filled, Place(Page.ASK), today)
    persons = [_person(filled, number, today) for number in range(len(filled.persons))]
    shared = _page(filled, Place(Page.TOGETHER), today) if len(persons) > 1 else {"together": ""}
    return {**sender, "question": "", **shared, "persons": persons}


def _without_a_name(sender: dict[str, Any]) -> dict[str, Any]:
    """Leave out who asks for themselves: without consent nothing that names them is kept."""
    if sender["referrer"] != Referrer.SELF:
        return sender
    return {**sender, "referrer_name": "", "referrer_contact": ""}


def _person(filled: Filled, number: int, today: date) -> dict[str, Any]:
    parts = (_page(filled, Place(page, number), today) for page in OF_A_PERSON)
    return {name: value for part in parts for name, value in part.items()}


def _page(filled: Filled, place: Place, today: date) -> dict[str, Any]:
    form = kept_form(filled, place, today=today)
    form.full_clean()
    return form.told()
