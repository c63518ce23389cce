"""What the owner of an account does, and what the audit says of every attempt to be one."""

from datetime import datetime

from django.contrib.auth.hashers import make_password

from suoja.accounts import rules
from suoja.accounts.choices import Failure, Language
from suoja.accounts.models import Staff
from suoja.core import audit
from suoja.core.turns import in_turn


def change_password(staff: Staff, password: str, *, at: datetime) -> None:
    """Set the password that its owner chose; their other sessions end."""
    staff.password, staff.must_change_password = make_password(password), False
    with in_turn():
        staff.save(update_fields=["password", "must_change_password"])
        _note("change_password", by=staff, at=at)


def choose_language(language: Language, *, by: Staff, at: datetime) -> None:
    with in_turn():
        by.language = language
        by.save(update_fields=["language"])
        _note("choose_language", by=by, at=at, detail={"language": language})


def note_sign_in(*, by: Staff, at: datetime) -> None:
    _note("sign_in", by=by, at=at)


def note_step_up(*, by: Staff, at: datetime) -> None:
    _note("prove_again", by=by, at=at)


def note_second_factor(*, by: Staff, at: datetime) -> None:
    _note("set_up_second_factor", by=by, at=at)


def note_recovery_codes(*, by: Staff, at: datetime) -> None:
    _note("make_recovery_codes", by=by, at=at)


def note_failure(reason: Failure, *, username: str, at: datetime) -> None:
    """Record an attempt that failed; a name that is not ours is left out: it may be a password."""
    known = Staff.objects.filter(username=username).exists()
    audit.record(
        by=rules.NOBODY,
        at=at,
        verb="fail_to_sign_in",
        subject="staff",
        subject_id=username if known else "",
        detail={"reason": reason if known else Failure.UNKNOWN_NAME},
    )


def _note(verb: str, *, by: Staff, at: datetime, detail: dict[str, str] | None = None) -> None:
    audit.record(
        by=by.username,
        at=at,
        verb=verb,
        subject="staff",
        subject_id=by.username,
        detail=detail,
    )
