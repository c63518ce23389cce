"""Writing down who somebody is."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import ProtectedError

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core import audit
from suoja.core.calendar import age_on, helsinki_date
from suoja.core.errors import refuse
from suoja.core.numbers import take_number
from suoja.core.turns import in_turn
from suoja.core.vault import blind_index, case_keys, name_tokens
from suoja.persons import rules
from suoja.persons.models import IndexEntry, IndexKind, Person
from suoja.persons.rules import Details


@in_turn()
def register(details: Details, *, by: Staff, at: datetime) -> Person:
    """Write down a person who was not known before."""
    require(by, Permission.REFERRAL_REGISTER)
    today = helsinki_date(at)
    refuse(rules.why_not_these_details(details, today=today))
    person = Person(number=take_number("person"), registered_at=at, registered_by=by)
    case_keys.make([person.pk])
    _fill(person, details)
    if details.birth_date is not None:
        person.age_at_registration = age_on(details.birth_date, today)
    person.save(force_insert=True)
    IndexEntry.objects.bulk_create(index_entries(person))
    _record(person, "person.register", by=by, at=at)
    return person


@in_turn()
def correct(person: Person, details: Details, *, by: Staff, at: datetime) -> Person:
    """Correct who a person is; ages frozen in earlier decisions stay as they were."""
    require(by, Permission.CLIENT_EDIT)
    refuse(rules.why_not_these_details(details, today=helsinki_date(at)))
    person = _locked(person)
    _fill(person, details)
    person.save()
    person.index_entries.all().delete()
    IndexEntry.objects.bulk_create(index_entries(person))
    _record(person, "person.correct", by=by, at=at)
    return person


@in_turn()
def renew_contact(person: Person, said_now: Details | Person, *, by: Staff, at: datetime) -> Person:
    """Keep how a known person is reached now; what was not said this time stays as it was."""
    require(by, Permission.REFERRAL_REGISTER)
    person = _locked(person)
    for field in ("language", "phone", "address", "safe_contact"):
        setattr(person, field, getattr(said_now, field) or getattr(person, field))
    person.save()
    _record(person, "person.renew_contact", by=by, at=at)
    return person


@in_turn()
def take_over(double: Person, known: Person, *, by: Staff, at: datetime) -> None:
    """Keep what was said last of a person who was written down twice, and erase the second record.

    A record to which something else belongs stays: it has a story of its own.
    """
    require(by, Permission.REFERRAL_ASSESS)
    renew_contact(known, double, by=by, at=at)
    case, number = double.pk, double.number
    try:
        double.delete()
    except ProtectedError:
        return
    case_keys.destroy_on_commit(case)
    audit.record(
        by=by.username,
        at=at,
        verb="person.erase_double",
        subject="person",
        subject_id=number,
        person_id=case,
    )


def same_as(details: Details | Person, *, by: Staff, at: datetime) -> list[Person]:
    """Return those who may be this person: all words of the name, or one of them and the day.

    Their names are about to be shown, which the audit says of each.
    """
    require(by, Permission.REFERRAL_READ)
    words = name_tokens(details.name)
    # Signs without a letter name nobody; left to `named`, no word would mean everybody.
    by_name = Person.objects.named(details.name) if words else Person.objects.none()
    found = {person.pk: person for person in by_name.order_by("number")[:5]}
    if details.birth_date is not None:
        for person in Person.objects.born_on(details.birth_date).order_by("number")[:20]:
            if words & name_tokens(person.name):
                found.setdefault(person.pk, person)
    for person in found.values():
        _record(person, "person.show_as_alike", by=by, at=at)
    return list(found.values())


def index_entries(person: Person) -> Iterator[IndexEntry]:
    """Yield, unsaved, everything under which a person is to be found."""
    for token in sorted(name_tokens(person.name)):
        yield _entry(person, IndexKind.NAME, token)
    if person.birth_date is not None:
        yield _entry(person, IndexKind.BIRTH_DATE, person.birth_date.isoformat())


def _entry(person: Person, kind: str, value: str) -> IndexEntry:
    return IndexEntry(person=person, kind=kind, token=blind_index(kind, value))


def _locked(person: Person) -> Person:
    """Return the row as it is now: what somebody else has just corrected stays corrected."""
    return Person.objects.select_for_update().get(pk=person.pk)


def _fill(person: Person, details: Details) -> None:
    for field in Details.__dataclass_fields__:
        setattr(person, field, getattr(details, field))


def _record(person: Person, verb: str, *, by: Staff, at: datetime) -> None:
    audit.record(
        by=by.username,
        at=at,
        verb=verb,
        subject="person",
        subject_id=person.number,
        person_id=person.pk,
    )
