"""The same traffic in another order, at other minutes: two dumps that nobody can tell apart."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.test import Client

from public_site.letter_flow import PATH, keep, send
from strange_files import papers
from suoja.intake.models import Answer, Arrival, ArrivedFile, Draft, Mailbox, NextPage

pytestmark = pytest.mark.django_db
HOUR = datetime(2026, 3, 2, 9, tzinfo=UTC)
OF_THE_PUBLIC_SIDE = (Arrival, ArrivedFile, Mailbox, Answer, Draft, NextPage)
PAPER = next(papers())[1]
NOISE = (models.BinaryField, models.UUIDField)
Shown = Counter[tuple[object, ...]]


def visit(number: int) -> None:
    """Write a letter of a length of its own; some in Finnish, some with a paper, some a code."""
    path = PATH if number % 5 else PATH.replace("/en/", "/fi/")
    paper = {"attached": SimpleUploadedFile("a.pdf", PAPER)} if number % 4 == 0 else {}
    visitor = Client(REMOTE_ADDR=f"127.0.2.{number}")
    page = send(visitor, "word " * number * 20, path, **paper)
    if number % 3 == 0:
        keep(Client(), page, path)


def dump_after(order: list[int], minutes: list[int]) -> dict[str, Shown]:
    """Return every table after these visits, as a thief sees it: noise has a length alone."""
    for number, minute in zip(order, sorted(minutes), strict=True):
        with time_machine.travel(HOUR + timedelta(minutes=minute, seconds=number), tick=False):
            visit(number)
    seen = {model._meta.db_table: Counter(map(_seen, model.objects.all())) for model in _tables()}
    for model in OF_THE_PUBLIC_SIDE:
        model.objects.all().delete()
    return seen


def _tables() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if hasattr(model, "objects")]


def _seen(row: models.Model) -> tuple[object, ...]:
    return tuple(
        len(bytes(_value(row, field))) if isinstance(field, NOISE) else str(_value(row, field))
        for field in row._meta.concrete_fields
    )


def _value(row: models.Model, field: models.Field) -> object:
    value = getattr(row, field.attname)
    return value.bytes if isinstance(field, models.UUIDField) else value


def test_nobody_can_tell_which_was_which() -> None:
    visits = list(range(1, 13))
    one = dump_after(visits, [5 * number for number in range(12)])
    other = dump_after([*visits[6:], *reversed(visits[:6])], [20 + number for number in range(12)])

    kept = ("intake_arrival", "intake_arrivedfile", "intake_mailbox")
    assert [sum(one[table].values()) for table in kept] == [16, 3, 4]
    assert one == other
    assert set(one["intake_mailbox"]) == {(16, str(HOUR), 1_072)}
