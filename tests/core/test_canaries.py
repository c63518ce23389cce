"""What identifies a person is nowhere in the database, nor in any file beside it."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection

from cases import AT, TODAY, account, admission, aino, daniel, details, registration
from suoja.clients import actions as clients
from suoja.clients.actions.removal import Exit
from suoja.clients.choices import ExitGround
from suoja.referrals import actions as referrals

PEOPLE = 20


def canaries(number: int) -> Iterator[str]:
    """Yield what identifies one person, each a word that appears nowhere else."""
    for place in (
        "given",
        "family",
        "phone",
        "address",
        "contact",
        "referrer",
        "summary",
        "question",
        "decision",
        "description",
        "note",
        "exit",
    ):
        yield f"Canary{place}{number:03}"


def live(number: int) -> None:
    """Take one person from referral to exit, with a canary in every free field."""
    given, family, phone, address, contact, referrer, summary, question, *rest = canaries(number)
    decision, description, note, leaving = rest
    who = details(
        given_names=given,
        family_name=family,
        phone=phone,
        address=address,
        safe_contact=contact,
    )
    referral = referrals.register(
        who,
        registration(referrer_name=referrer, summary=summary),
        submission=uuid4(),
        by=aino(),
        at=AT,
    )
    referrals.assess(referral, by=aino(), at=AT)
    referrals.ask_for_more(referral, question, by=aino(), at=AT)
    spell = clients.admit(
        referral,
        admission(reasons=decision),
        account=account("FI", description=description),
        by=daniel(),
        at=AT,
    )
    clients.write_note(spell, note, by=aino(), at=AT)
    end = Exit(ended_on=TODAY, ground=ExitGround.NEED_ENDED, reasons=leaving)
    clients.remove(spell, end, by=daniel(), at=AT)


def everything_in_the_database() -> bytes:
    """Return all values of all rows of all tables, as they lie there."""
    parts: list[bytes] = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                for value in row:
                    is_bytes = isinstance(value, bytes | memoryview)
                    parts.append(bytes(value) if is_bytes else str(value).encode())
    return b"\n".join(parts)


def everything_beside_it() -> bytes:
    """Return the content of every file that the program keeps."""
    files = (path for path in Path(settings.SUOJA_HOME).rglob("*") if path.is_file())
    return b"\n".join(path.read_bytes() for path in files)


@pytest.mark.django_db
def test_240_canaries_are_nowhere_to_be_read() -> None:
    for number in range(PEOPLE):
        live(number)

    dump = (everything_in_the_database() + everything_beside_it()).lower()
    words = [word for number in range(PEOPLE) for word in canaries(number)]
    assert len(words) == 240
    assert [word for word in words if word.lower().encode() in dump] == []
    assert b"need_ended" in dump
