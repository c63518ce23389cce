"""The list of clients."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from secrets import token_urlsafe
from urllib.parse import urlencode

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission, require
from suoja.clients import actions
from suoja.clients.forms.search import SearchForm, State, read
from suoja.clients.models import Exploitation, Spell, SpellQuerySet
from suoja.clients.views.door import now, today
from suoja.core.calendar import MAJORITY, add_months
from suoja.core.paging import Part, page_number, take_part
from suoja.core.vault import name_tokens
from suoja.persons.models import Person, PersonQuerySet

SEARCHES = "clients_sought"
SEARCHES_KEPT = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    spell: Spell
    age: int | None
    minor: bool
    exploitation: Exploitation | None

    @property
    def place(self) -> str:
        place = self.exploitation.place if self.exploitation else None
        return str(place.label) if place else ""


def clients(request: StaffRequest) -> HttpResponse:
    require(request.user, Permission.CLIENT_LIST)
    if request.method == "POST":
        return redirect(_address_of_search(request))
    filters = SearchForm(_asked(request), auto_id="filter_%s")
    filters.is_valid()
    part = _part(_found(filters), page_number(request.GET.get("page", "")))
    numbers = [spell.person.number for spell in part.rows]
    actions.record_listing(filters.chosen(), numbers, by=request.user, at=now())
    context = {
        "title": _("Clients"),
        "filters": filters,
        "part": part,
        "rows": [_row(spell, today()) for spell in part.rows],
        "only_now": filters.cleaned_data.get("state") == State.NOW,
    }
    return render(request, "clients/list.html", context)


def _address_of_search(request: StaffRequest) -> str:
    """Return where the answer stands; a name stays in the session, out of every log and history."""
    asked = {name: request.POST[name] for name in SearchForm.base_fields if request.POST.get(name)}
    text = asked.pop("q", "").strip()
    if text:
        key = token_urlsafe(6)
        kept = [*request.session.get(SEARCHES, []), (key, text)]
        request.session[SEARCHES] = kept[-SEARCHES_KEPT:]
        asked["search"] = key
    return f"{reverse('clients:list')}?{urlencode(asked)}"


def _asked(request: StaffRequest) -> dict[str, str]:
    asked = {"state": str(State.NOW), **request.GET.dict()}
    kept = dict(request.session.get(SEARCHES, []))
    return {**asked, "q": kept.get(asked.get("search"), asked.get("q", ""))}


def _found(filters: SearchForm) -> SpellQuerySet:
    known = filters.cleaned_data
    spells = _in_state(known.get("state"))
    if known.get("category"):
        spells = spells.filter(category=known["category"])
    if known.get("office"):
        spells = spells.filter(office=known["office"])
    spells = _told(spells, form=known.get("exploitation"), place=known.get("place"))
    for persons in _persons(known.get("q", ""), minor=known.get("minor", False)):
        spells = spells.filter(person__in=persons)
    return spells


def _in_state(state: str | None) -> SpellQuerySet:
    if state == State.LEFT:
        return Spell.objects.latest_of_each().filter(ended_on__isnull=False)
    if state == State.ALL:
        return Spell.objects.latest_of_each()
    return Spell.objects.open()


def _told(spells: SpellQuerySet, *, form: str | None, place: str | None) -> SpellQuerySet:
    if not form and not place:
        return spells
    told = Exploitation.objects.primary()
    if form:
        told = told.of_form(form)
    if place:
        told = told.in_place(place)
    return spells.exploited(told)


def _persons(text: str, *, minor: bool) -> Iterator[PersonQuerySet]:
    """Yield each set of persons that a row must belong to."""
    if text:
        yield _sought(text)
    if minor:
        day = today()
        eighteen_today = add_months(day, -12 * MAJORITY)
        yield Person.objects.born_from(eighteen_today + timedelta(days=1), day)


def _sought(text: str) -> PersonQuerySet:
    sought = read(text)
    if sought.number is not None:
        return Person.objects.filter(number=sought.number)
    if sought.born_on is not None:
        return Person.objects.born_on(sought.born_on)
    # Signs without a letter name nobody; left to `named`, no word would mean everybody.
    return Person.objects.named(text) if name_tokens(text) else Person.objects.none()


def _part(spells: SpellQuerySet, number: int) -> Part[Spell]:
    primary = Exploitation.objects.primary().prefetch_related("segments")
    told = Prefetch("person__exploitations", primary)
    with_names = spells.select_related("person", "guardian__person").prefetch_related(told)
    return take_part(with_names.newest_first(), number)


def _row(spell: Spell, day: date) -> Row:
    told = next(iter(spell.person.exploitations.all()), None)
    age = spell.person.age_on(day)
    minor = age is not None and age < MAJORITY
    return Row(spell=spell, age=age, minor=minor, exploitation=told)
