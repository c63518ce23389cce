"""Sorting arrivals into conversations: opened once with the key of those on duty, then sealed anew.

Afterwards each conversation has a key of its own, which can be destroyed with it. An arrival is
removed in the transaction that writes it down elsewhere, so nothing is lost and nothing is doubled.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from nacl.exceptions import CryptoError

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core import audit
from suoja.core.numbers import take_number
from suoja.core.sealing import NoDutyKey, open_for_duty
from suoja.core.turns import in_turn
from suoja.core.vault import blind_index, case_keys
from suoja.intake.actions.trail import put_into
from suoja.intake.choices import Signal, Status, Tray
from suoja.intake.models import (
    Answer,
    Arrival,
    ArrivedFile,
    Conversation,
    Mailbox,
    Message,
    MessageFile,
    WayBack,
)

AT_ONCE = 500
CLOCK = "clock"
# What a public side that somebody took over could send, or a key that is not there.
BROKEN = (CryptoError, NoDutyKey, KeyError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Opened:
    """An arrival whose header has been opened."""

    row: Arrival
    header: dict[str, Any]

    @property
    def kind(self) -> str:
        return str(self.header["kind"])

    @property
    def lookup(self) -> bytes | None:
        return bytes.fromhex(self.header["lookup"]) if "lookup" in self.header else None


def sort_arrivals(*, by: Staff, at: datetime) -> int:
    """Sort what has arrived, some hundreds at once, and return how much it was."""
    require(by, Permission.LETTER_READ)
    if not Arrival.objects.exists():
        return 0
    return _sort(by=by.username, at=at)


def sort_by_clock(*, at: datetime) -> None:
    """Sort all that has arrived, so that nobody's erasure waits for somebody to be on duty."""
    while Arrival.objects.exists() and _sort(by=CLOCK, at=at):
        pass


@in_turn()
def _sort(*, by: str, at: datetime) -> int:
    rows = Arrival.objects.select_for_update().defer("body")
    opened = [one for row in rows if (one := _open(row))]
    number = sum(_sorted_in(one) for one in _chosen(opened))
    if number:
        detail = {"number": number}
        audit.record(by=by, at=at, verb="letter.sort", subject="inbox", detail=detail)
    return number


def _open(row: Arrival) -> Opened | None:
    try:
        return Opened(row, _told(row, "header"))
    except BROKEN:
        _set_aside(row)
        return None


def _sorted_in(one: Opened) -> bool:
    """Sort one arrival in, or set it aside: what is broken keeps no other from being read."""
    try:
        with transaction.atomic():
            _take_in(one)
            one.row.delete()
    except BROKEN:
        _set_aside(one.row)
        return False
    return True


def _set_aside(row: Arrival) -> None:
    """Leave it where it is, to be tried again: a key may have been missing."""
    Arrival.objects.filter(pk=row.pk).update(is_unreadable=True)


def _chosen(opened: list[Opened]) -> list[Opened]:
    """Return what is sorted now: of a flood a part, and everything else, in its order."""
    flood = [one for one in opened if one.header.get("tray") == Tray.BULK]
    later = {one.row.pk.hex for one in flood[AT_ONCE:]}
    now = (
        one for one in opened if one.row.pk.hex not in later and one.header.get("of") not in later
    )
    return sorted(now, key=_turn)


def _turn(one: Opened) -> tuple[int, datetime]:
    """Put a letter before the code that was kept for it, then what was sent with the code."""
    turns: dict[str, int] = {Signal.MAILBOX: 1, Signal.ERASURE: 3}
    return turns.get(one.kind, 0 if one.lookup is None else 2), one.row.hour


def _take_in(one: Opened) -> None:
    if one.kind == Signal.ERASURE:
        _erase(one)
    elif one.kind == Signal.MAILBOX:
        _open_way_back(one)
    else:
        _write_down(one)


def _write_down(one: Opened) -> None:
    """Add what was written to the conversation that it belongs to, or begin one."""
    conversation = _found_by(one.lookup) or _begin(one)
    if conversation.status != Status.WAITING:
        conversation.status, conversation.waits_since = Status.WAITING, one.row.hour
    conversation.is_urgent |= bool(one.header["urgent"])
    conversation.save()
    message = Message.objects.create(
        id=one.row.pk,
        conversation=conversation,
        hour=one.row.hour,
        place=conversation.next_place,
        kind=one.kind,
        content=json.dumps(_told(one.row, "body")),
    )
    for file in one.header["files"]:
        _move_file(UUID(file), message)


def _begin(one: Opened) -> Conversation:
    conversation = Conversation(
        number=take_number("conversation"),
        kind=one.kind,
        tray=Tray(one.header["tray"]),
        language=one.header["language"],
        waits_since=one.row.hour,
    )
    case_keys.make([conversation.pk])
    conversation.save(force_insert=True)
    _add_way_back(conversation, one)
    return conversation


def _found_by(lookup: bytes | None) -> Conversation | None:
    if lookup is None:
        return None
    way = WayBack.objects.filter(found_by=place_index(lookup)).first()
    return Conversation.objects.select_for_update().get(pk=way.conversation_id) if way else None


def _open_way_back(one: Opened) -> None:
    """Remember where to answer a letter; a letter that was erased meanwhile needs no answer."""
    message = Message.objects.filter(pk=UUID(one.header["of"])).first()
    if message is not None:
        _add_way_back(message.conversation, one)


def _add_way_back(conversation: Conversation, one: Opened) -> None:
    if one.lookup is None or _found_by(one.lookup):
        return
    way = WayBack.objects.create(
        conversation=conversation,
        found_by=place_index(one.lookup),
        lookup=one.lookup,
        public_key=bytes.fromhex(one.header["key"]),
    )
    if conversation.progress:
        put_into(way, {"progress": conversation.progress}, at=one.row.hour)


def _erase(one: Opened) -> None:
    conversation = _found_by(one.lookup)
    if conversation is not None:
        destroy(conversation)


def destroy(conversation: Conversation) -> None:
    """Erase a conversation with all that hangs on it: mailboxes, answers and its key included."""
    for way in conversation.ways_back.all():
        Answer.objects.filter(lookup=way.lookup).delete()
        Mailbox.objects.filter(lookup=way.lookup).delete()
    case = conversation.pk
    conversation.delete()
    case_keys.destroy_on_commit(case)


def _move_file(file: UUID, message: Message) -> None:
    row = ArrivedFile.objects.filter(pk=file).first()
    if row is None:
        return
    MessageFile.objects.create(
        id=file,
        message=message,
        case=message.conversation_id,
        told=_opened(row, "told").decode(),
        original=_opened(row, "original"),
        view=_opened(row, "view"),
    )
    row.delete()


def place_index(lookup: bytes) -> bytes:
    """Return the keyed hash under which the staff side finds a mailbox."""
    return blind_index("mailbox", lookup.hex())


def _told(row: Arrival, column: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(_opened(row, column))
    return told


def _opened(row: Arrival | ArrivedFile, column: str) -> bytes:
    return open_for_duty(bytes(getattr(row, column)), place=f"{column}:{row.pk.hex}")
