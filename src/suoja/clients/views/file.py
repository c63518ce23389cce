"""One client's story on one page."""

from datetime import date

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from suoja import law
from suoja.accounts.gate import StaffRequest
from suoja.accounts.permissions import Permission, may
from suoja.clients import actions
from suoja.clients.forms.fields import language
from suoja.clients.forms.note import NoteForm
from suoja.clients.models import Note, Spell
from suoja.clients.views.door import back_to_file, carried_out, now, open_client, today
from suoja.clients.views.offers import offers
from suoja.clients.views.story import rights_of, told_of, whole_story
from suoja.persons.models import Person
from suoja.referrals.models import Referral
from suoja.vocabulary.countries import name as country_name
from suoja.vocabulary.languages import name as language_name

NOTES_AT_FIRST = 10


def page(request: StaffRequest, number: int) -> HttpResponse:
    spell = open_client(request, number, Permission.CLIENT_READ)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: actions.write_note(spell, **form.cleaned_data, by=request.user, at=now())
    ):
        return back_to_file(request, spell, _("The note was written."))
    context = {"form": form, **_shown(request, gather(spell.person), today())}
    return render(request, "clients/file.html", context)


def gather(person: Person) -> Spell:
    """Load all that the page tells, in a fixed number of queries; return the newest spell."""
    spells = Spell.objects.select_related("guardian__person").prefetch_related("residence_changes")
    referrals = Referral.objects.select_related("decision").newest_first()
    prefetch_related_objects(
        [person],
        Prefetch("spells", spells.order_by("-spell_number")),
        Prefetch("referrals", referrals),
        "exploitations__segments",
        "periods",
        "assessments",
    )
    newest = person.spells.all()[0]
    beside = Spell.objects.with_person().order_by("-started_on", "person__number")
    prefetch_related_objects([newest], Prefetch("children", beside))
    return newest


def _shown(request: StaffRequest, spell: Spell, day: date) -> dict[str, object]:
    person = spell.person
    notes, more_notes = _notes(person, everything="all" in request.GET.getlist("notes"))
    return {
        "title": person.name,
        "spell": spell,
        "person": person,
        "today": day,
        "nationality": country_name(person.nationality, language()),
        "language": language_name(person.language, language()),
        "age": person.age_on(day),
        "spells": person.spells.all(),
        "rights": rights_of(spell),
        "told": told_of(person),
        "story": whole_story(person),
        "notes": notes,
        "more_notes": more_notes,
        "may_read_referrals": may(request.user, Permission.REFERRAL_READ),
        "notification": law.on(day).notification,
        "offers": offers(spell, request.user, day),
    }


def _notes(person: Person, *, everything: bool) -> tuple[list[Note], bool]:
    """Return the newest notes, and whether there are older ones."""
    notes = person.notes.select_related("written_by").order_by("-written_at")
    if everything:
        return list(notes), False
    first = list(notes[: NOTES_AT_FIRST + 1])
    return first[:NOTES_AT_FIRST], len(first) > NOTES_AT_FIRST
