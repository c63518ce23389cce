"""What is sealed opens only in its own place, with its own key, and never shows in the database."""

from pathlib import Path
from uuid import uuid4

import pytest
from cryptography.exceptions import InvalidTag
from django.apps import apps
from django.db import connection, models

from at_once import at_once
from cases import make_person
from suoja.core.vault import (
    CaseErased,
    SealedField,
    blind_index,
    case_keys,
    name_tokens,
    open_for_program,
    seal_for_program,
)
from suoja.core.vault.fields import Ciphertext
from suoja.core.vault.keys import CaseKeys
from suoja.core.vault.master import _master_key
from suoja.periods.models import GrantedPeriod
from suoja.persons.models import Person
from suoja.referrals.models import Decision

SEALED = [
    (model, field)
    for model in apps.get_models()
    for field in model._meta.concrete_fields
    if isinstance(field, SealedField)
]


def raw(person: Person, column: str) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM persons_person WHERE number = %s", [person.number])
        return bytes(cursor.fetchone()[0])


def sealed_row(model: type[models.Model], case: object) -> models.Model:
    """Return an unsaved row of any model with sealed fields, whose key is that of `case`."""
    names = {field.attname for field in model._meta.concrete_fields}
    owner = [name for name in ("case", "conversation_id", "person_id") if name in names][:1]
    return model(pk=uuid4() if owner else case, **dict.fromkeys(owner, case))


@pytest.mark.django_db
def test_a_name_comes_back_as_it_was_written() -> None:
    person = make_person(given_names="Åsa Ähtäri", family_name="Öljymäki")

    assert Person.objects.get(pk=person.pk).name == "Åsa Ähtäri Öljymäki"


@pytest.mark.django_db
def test_the_database_holds_no_name() -> None:
    person = make_person(given_names="Canarianna")

    assert b"Canarianna" not in raw(person, "given_names")


@pytest.mark.django_db
def test_the_same_name_is_sealed_differently_each_time() -> None:
    one, other = make_person(given_names="Kaisa"), make_person(given_names="Kaisa")

    assert raw(one, "given_names") != raw(other, "given_names")


@pytest.mark.django_db
def test_saving_a_row_that_was_not_opened_keeps_its_ciphertext() -> None:
    person = make_person()
    before = raw(person, "given_names")

    Person.objects.get(pk=person.pk).save()

    assert raw(person, "given_names") == before


@pytest.mark.parametrize(
    ("model", "field"), SEALED, ids=[f"{m.__name__}.{f.name}" for m, f in SEALED]
)
def test_a_ciphertext_opens_in_its_own_row_only(
    model: type[models.Model], field: SealedField
) -> None:
    case = uuid4()
    case_keys.make([case])
    here = sealed_row(model, case)
    there = sealed_row(model, case)
    there.pk = uuid4()
    value = field.from_bytes(b"1990-05-17")
    sealed = field.seal(here, value)
    if there.vault_case == there.pk:
        case_keys.make([there.pk])

    assert field.open(here, sealed) == value
    with pytest.raises(InvalidTag):
        field.open(there, sealed)


@pytest.mark.django_db
def test_a_ciphertext_does_not_open_in_another_column() -> None:
    person = make_person(given_names="Kaisa", family_name="Mäki")
    Person.objects.filter(pk=person.pk).update(family_name=Ciphertext(raw(person, "given_names")))

    with pytest.raises(InvalidTag):
        _ = Person.objects.get(pk=person.pk).family_name


def test_a_ciphertext_does_not_open_in_another_table() -> None:
    case, pk = uuid4(), uuid4()
    case_keys.make([case])
    decision, period = Decision(pk=pk, person_id=case), GrantedPeriod(pk=pk, person_id=case)
    sealed = Decision._meta.get_field("reasons").seal(decision, "a word")

    with pytest.raises(InvalidTag):
        GrantedPeriod._meta.get_field("reasons").open(period, sealed)


def test_a_destroyed_key_is_gone_from_the_files_too(tmp_path: Path) -> None:
    keys, case = CaseKeys(tmp_path / "keys.sqlite3"), uuid4()
    keys.make([case])

    def lies_there() -> bool:
        return any(case.bytes in path.read_bytes() for path in tmp_path.iterdir())

    assert lies_there()
    keys.destroy(case)
    assert not lies_there()


@pytest.mark.django_db
def test_destroying_the_key_erases_the_person() -> None:
    person = make_person()

    case_keys.destroy(person.pk)

    with pytest.raises(CaseErased):
        _ = Person.objects.get(pk=person.pk).given_names


@pytest.mark.django_db
def test_a_sealed_field_leaves_no_way_but_a_page() -> None:
    person = make_person()

    with pytest.raises(TypeError, match="sealed"):
        Person._meta.get_field("given_names").value_to_string(person)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ahmed Al-Hassan", "ahmed al hassan"),
        ("Нина Иванова", "Nina Ivanova"),
        ("Nguyễn Thị Hoa", "nguyen thi hoa"),
        ("O'Neill", "ONeill"),
        ("Ågren", "Agren"),
    ],
)
def test_a_name_is_found_in_any_spelling(one: str, other: str) -> None:
    assert name_tokens(one) == name_tokens(other)


def test_the_blind_index_tells_kinds_apart_and_is_short() -> None:
    assert blind_index("name", "1990") != blind_index("birth_date", "1990")
    assert len(blind_index("name", "kaisa")) == 16


def test_a_program_secret_opens_for_its_purpose_only() -> None:
    sealed = seal_for_program("totp secret", b"secret")

    assert open_for_program("totp secret", sealed) == b"secret"
    with pytest.raises(InvalidTag):
        open_for_program("recovery codes", sealed)


def test_of_many_who_begin_at_once_all_have_the_same_key(tmp_path: Path) -> None:
    keys = at_once(16, lambda: _master_key(tmp_path / "master.key"))

    assert len(keys) == 16
    assert set(keys) == {(tmp_path / "master.key").read_bytes()}
    assert [path.name for path in tmp_path.iterdir()] == ["master.key"]


def test_a_lost_master_key_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "keys.sqlite3").touch()

    with pytest.raises(RuntimeError, match="Put it back"):
        _master_key(tmp_path / "master.key")

    assert not (tmp_path / "master.key").exists()


@pytest.mark.django_db
def test_keys_lie_in_files_of_their_owner_alone(settings: object) -> None:
    make_person()

    for name in ("master.key", "keys.sqlite3"):
        assert Path(settings.SUOJA_HOME, name).stat().st_mode & 0o077 == 0


def test_what_the_program_writes_is_for_its_owner_alone(tmp_path: Path) -> None:
    written = tmp_path / "anything"
    written.touch()

    assert written.stat().st_mode & 0o077 == 0
