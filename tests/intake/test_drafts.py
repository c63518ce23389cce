"""A form that is not finished is kept under a code, and nobody reads it without that code."""

import json
from datetime import timedelta

import pytest
from django.test import override_settings
from nacl.exceptions import CryptoError

from cases import AT
from intake.arrivals import drop, drop_with_code
from suoja import cli
from suoja.core.models import AuditEntry
from suoja.core.sealing import CodeKeys, keys_of, seal_to
from suoja.intake import actions, letterbox
from suoja.intake.choices import Kind, Progress
from suoja.intake.letterbox import SentFile
from suoja.intake.models import (
    Answer,
    Arrival,
    ArrivedFile,
    Conversation,
    Draft,
    Mailbox,
    MessageFile,
)

pytestmark = pytest.mark.django_db

TOLD = {"persons": [{"given_names": "Canarygiven"}]}
LAST_HOUR = AT + timedelta(days=14) - timedelta(hours=1)


@pytest.fixture(scope="module")
def keys() -> CodeKeys:
    return keys_of("3" * 20)


@pytest.fixture(scope="module")
def other_keys() -> CodeKeys:
    return keys_of("4" * 20)


def test_a_draft_is_read_with_its_code_only(keys: CodeKeys, other_keys: CodeKeys) -> None:
    letterbox.keep_draft(keys, TOLD, at=AT)
    row = Draft.objects.get()

    assert letterbox.draft(keys, at=AT) == TOLD
    assert letterbox.draft(other_keys, at=AT) is None
    assert b"Canary" not in bytes(row.sealed)
    with pytest.raises(CryptoError):
        other_keys.open(bytes(row.sealed))


def test_drafts_of_one_hour_differ_in_nothing_but_noise(
    keys: CodeKeys, other_keys: CodeKeys
) -> None:
    letterbox.keep_draft(keys, {}, at=AT)
    letterbox.keep_draft(other_keys, TOLD, at=AT + timedelta(minutes=34))
    one, other = Draft.objects.all()

    assert (one.hour, len(one.sealed)) == (other.hour, len(other.sealed))


def test_keeping_again_replaces_what_was_kept(keys: CodeKeys) -> None:
    letterbox.keep_draft(keys, TOLD, at=AT)
    letterbox.keep_draft(keys, {"persons": []}, at=AT)

    assert Draft.objects.count() == 1
    assert letterbox.draft(keys, at=AT) == {"persons": []}


def test_a_draft_is_destroyed_when_it_is_not_wanted_any_more(
    keys: CodeKeys, other_keys: CodeKeys
) -> None:
    letterbox.keep_draft(keys, TOLD, at=AT)
    letterbox.keep_draft(other_keys, TOLD, at=AT)
    letterbox.forget_draft(keys)

    assert letterbox.draft(keys, at=AT) is None
    assert letterbox.draft(other_keys, at=AT) == TOLD


def test_a_draft_is_there_for_fourteen_days(keys: CodeKeys) -> None:
    letterbox.keep_draft(keys, TOLD, at=AT)

    assert letterbox.draft(keys, at=LAST_HOUR) == TOLD
    assert letterbox.draft(keys, at=AT + timedelta(days=14)) is None


def test_only_drafts_that_expired_are_cleared_away(keys: CodeKeys, other_keys: CodeKeys) -> None:
    letterbox.keep_draft(keys, TOLD, at=AT)
    letterbox.keep_draft(other_keys, TOLD, at=AT + timedelta(hours=1))

    assert actions.forget_expired(at=AT + timedelta(days=14)) == 1
    assert actions.forget_expired(at=AT + timedelta(days=14)) == 0
    assert bytes(Draft.objects.get().lookup) == other_keys.lookup
    assert [(entry.by, entry.verb) for entry in AuditEntry.objects.all()] == [
        ("clock", "intake.expire")
    ]


def test_pages_and_files_that_nobody_came_for_are_cleared_away() -> None:
    letterbox.keep_page(bytes(32), b"page", at=AT)
    file = SentFile(told={"name": "photo"}, original=b"raw", view=b"seen")
    letterbox.drop_file(file, submission="a", at=AT)

    assert actions.forget_expired(at=AT + timedelta(hours=1)) == 0
    assert actions.forget_expired(at=AT + timedelta(hours=2)) == 1
    assert letterbox.take_page(bytes(32)) is None
    assert actions.forget_expired(at=AT + timedelta(days=1)) == 1


def test_what_somebody_erased_is_gone_within_the_hour_though_nobody_is_on_duty() -> None:
    _code, keys = drop_with_code()
    actions.forget_expired(at=AT)
    assert Conversation.objects.count() == 1
    letterbox.erase(keys, at=AT)
    actions.forget_expired(at=AT + timedelta(hours=1))

    assert (Conversation.objects.count(), Arrival.objects.count()) == (0, 0)


def test_files_of_a_letter_that_waited_over_a_weekend_stay_with_it() -> None:
    file = SentFile(told={"name": "photo"}, original=b"raw", view=b"seen")
    drop(files=[letterbox.drop_file(file, submission="a", at=AT)])
    actions.forget_expired(at=AT + timedelta(days=3))

    assert MessageFile.objects.get().view == b"seen"


def test_files_stay_while_a_letter_cannot_be_opened() -> None:
    file = SentFile(told={"name": "photo"}, original=b"raw", view=b"seen")
    letter = drop(files=[letterbox.drop_file(file, submission="a", at=AT)])
    Arrival.objects.filter(pk=letter).update(header=b"noise")
    actions.forget_expired(at=AT + timedelta(days=3))

    assert ArrivedFile.objects.count() == 1


def test_the_terminal_clears_away_what_expired(
    keys: CodeKeys, capsys: pytest.CaptureFixture[str]
) -> None:
    letterbox.keep_draft(keys, TOLD, at=AT)

    assert cli.main(["forget"]) == 0
    assert capsys.readouterr().out.startswith("1 old forms")
    assert Draft.objects.count() == 0


@override_settings(SITE="public")
def test_the_public_side_clears_nothing_away(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["forget"]) == 2
    assert "staff side" in capsys.readouterr().err


def test_the_mailbox_of_a_referral_says_that_it_was_received(keys: CodeKeys) -> None:
    letterbox.keep_code(drop(kind=Kind.REFERRAL), keys, at=AT, kind=Kind.REFERRAL)

    assert letterbox.progress(keys) == Progress.RECEIVED
    assert letterbox.answers(keys) == []


def test_the_mailbox_of_a_letter_tells_of_no_progress(keys: CodeKeys) -> None:
    letterbox.keep_code(drop(), keys, at=AT)

    assert letterbox.progress(keys) is None


def test_two_mailboxes_do_not_tell_which_is_of_a_referral(
    keys: CodeKeys, other_keys: CodeKeys
) -> None:
    letterbox.keep_code(drop(), keys, at=AT)
    letterbox.keep_code(drop(kind=Kind.REFERRAL), other_keys, at=AT, kind=Kind.REFERRAL)
    one, other = Mailbox.objects.all()

    assert (one.hour, len(one.sealed)) == (other.hour, len(other.sealed))
    assert Answer.objects.count() == 0


@pytest.mark.parametrize("told", [["looked_at"], ["looked_at", "decided"], ["decided"]])
def test_the_furthest_step_counts_within_one_hour(keys: CodeKeys, told: list[str]) -> None:
    letterbox.keep_code(drop(kind=Kind.REFERRAL), keys, at=AT, kind=Kind.REFERRAL)
    for step in [*told, "received"]:
        sealed = seal_to(keys.public, json.dumps({"progress": step}).encode())
        Answer.objects.create(lookup=keys.lookup, hour=AT, sealed=sealed)

    assert letterbox.progress(keys) == told[-1]
