"""What may be done with a file: each action with its address, or the reason why not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, may
from suoja.clients import rules
from suoja.clients.choices import ExitGround
from suoja.clients.models import Spell
from suoja.clients.rules import Account, Segment
from suoja.vocabulary.choices import Category, Form
from suoja.vocabulary.countries import FINLAND

Reason = Promise | str | None


@dataclass(frozen=True, slots=True)
class Offer:
    """One action; with a reason it is shown and refused."""

    label: str | Promise
    url: str
    why_not: Reason = None


def offers(spell: Spell, staff: Staff, today: date) -> dict[str, Offer]:
    """Return by name what this member of staff may do with the file."""
    return dict(_offers(spell, staff, today))


def _offers(spell: Spell, staff: Staff, today: date) -> Iterator[tuple[str, Offer]]:
    if may(staff, Permission.CLIENT_EDIT):
        yield from _edits(spell, today)
    if may(staff, Permission.REFERRAL_DECIDE):
        yield from _decisions(spell, today)
    if may(staff, Permission.CLIENT_REMOVE):
        yield "exit", _offer(spell, "exit", _("Record the exit"), _why_not_leave(spell, today))


def _edits(spell: Spell, today: date) -> Iterator[tuple[str, Offer]]:
    yield "note", _offer(spell, "page", _("Write the note"))
    yield "correct", _offer(spell, "correct", _("Correct"))
    yield (
        "exploitation",
        _offer(
            spell,
            "exploitation",
            _("Record exploitation"),
            rules.why_not_account(_any_account(), category=spell.category, today=today),
        ),
    )
    if spell.is_open:
        yield "residence", _offer(spell, "residence", _("Change"))


def _decisions(spell: Spell, today: date) -> Iterator[tuple[str, Offer]]:
    if spell.category != Category.DEPENDENT_CHILD:
        why_not = _why_not_add_child(spell, today)
        yield "child", _offer(spell, "add_child", _("Add a child"), why_not)
    if spell.category == Category.WITNESS:
        why_not = rules.why_not_recognise_as_victim(is_open=spell.is_open, category=spell.category)
        yield "recognise", _offer(spell, "recognise", _("Recognise as a victim"), why_not)


def _offer(spell: Spell, name: str, label: str | Promise, why_not: Reason = None) -> Offer:
    return Offer(label, reverse(f"clients:{name}", args=[spell.person.number]), why_not)


def _any_account() -> Account:
    """Return an account with which nothing is wrong: only the client can be the reason."""
    return Account(form=Form.OTHER, segments=[Segment(country=FINLAND)])


def _why_not_add_child(spell: Spell, today: date) -> Reason:
    return rules.why_not_admit_child(
        guardian_open=spell.is_open,
        guardian_category=spell.category,
        age=None,
        started_on=today,
        guardian_started_on=spell.started_on,
        open_spell=None,
    )


def _why_not_leave(spell: Spell, today: date) -> Reason:
    is_child = spell.category == Category.DEPENDENT_CHILD
    return rules.why_not_remove(
        is_open=spell.is_open,
        category=spell.category,
        ground=ExitGround.CAME_OF_AGE if is_child else ExitGround.NEED_ENDED,
        started_on=spell.started_on,
        ended_on=today,
        today=today,
    )
