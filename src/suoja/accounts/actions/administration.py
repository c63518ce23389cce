"""What an administrator does to the accounts of others."""

import secrets
from datetime import datetime
from typing import NamedTuple

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password

from suoja.accounts import rules
from suoja.accounts.choices import Language, Role
from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core import audit
from suoja.core.errors import refuse
from suoja.core.turns import in_turn
from suoja.vocabulary.choices import Office

# Without 0, 1, i, l and o, which are misread on paper.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


class Newcomer(NamedTuple):
    """An account and its temporary password, which is kept nowhere else."""

    staff: Staff
    password: str


def add(
    *,
    username: str,
    display_name: str,
    role: Role,
    office: Office | None,
    language: Language,
    email: str,
    by: Staff,
    at: datetime,
) -> Newcomer:
    """Open an account with a temporary password."""
    require(by, Permission.STAFF_MANAGE)
    staff = Staff(
        username=username, display_name=display_name, role=role, office=office, language=language
    )
    staff.email = email
    return _open(staff, by=by.username, at=at)


def add_at_terminal(*, username: str, display_name: str, role: Role, at: datetime) -> Newcomer:
    """Open an account for whoever holds the machine: the first administrator comes in this way."""
    staff = Staff(username=username, display_name=display_name, role=role)
    return _open(staff, by=rules.TERMINAL, at=at)


def change_role(staff: Staff, role: Role, *, by: Staff, at: datetime) -> None:
    """Give someone another role; their sessions end, because the role is part of each."""
    require(by, Permission.STAFF_MANAGE)
    with in_turn():
        staff = _locked(staff)
        own = staff.pk == by.pk
        refuse(rules.why_not_change_role(old=staff.role, new=role, own_account=own))
        detail = {"from": staff.role, "to": role}
        staff.role = role
        _save(staff, "change_role", by=by.username, at=at, detail=detail)


def deactivate(staff: Staff, *, by: Staff, at: datetime) -> None:
    """Close an account: its owner is out at the next click."""
    require(by, Permission.STAFF_MANAGE)
    with in_turn():
        staff = _locked(staff)
        own = staff.pk == by.pk
        refuse(rules.why_not_deactivate(is_active=staff.is_active, own_account=own))
        staff.is_active = False
        _save(staff, "deactivate", by=by.username, at=at)


def reactivate(staff: Staff, *, by: Staff, at: datetime) -> None:
    """Open a closed account again."""
    require(by, Permission.STAFF_MANAGE)
    with in_turn():
        staff = _locked(staff)
        refuse(rules.why_not_reactivate(is_active=staff.is_active))
        staff.is_active = True
        _save(staff, "reactivate", by=by.username, at=at)


def reset_sign_in(staff: Staff, *, by: Staff, at: datetime) -> Newcomer:
    """Forget password and second factor together: one alone would let the other's finder in."""
    require(by, Permission.STAFF_MANAGE)
    password, hashed = _temporary_password()
    with in_turn():
        staff = _locked(staff)
        refuse(rules.why_not_manage(own_account=staff.pk == by.pk))
        staff.password, staff.must_change_password = hashed, True
        Authenticator.objects.filter(user=staff).delete()
        _save(staff, "reset_sign_in", by=by.username, at=at)
    return Newcomer(staff, password)


def _open(staff: Staff, *, by: str, at: datetime) -> Newcomer:
    password, staff.password = _temporary_password()
    staff.must_change_password = True
    with in_turn():
        taken = Staff.objects.filter(username=staff.username).exists()
        refuse(rules.why_not_name(staff.username, taken=taken))
        _save(staff, "add", by=by, at=at, detail={"role": staff.role})
    return Newcomer(staff, password)


def _temporary_password() -> tuple[str, str]:
    """Return a password and its hash, made before any transaction because it takes its time."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))
    password = "-".join(groups)
    return password, make_password(password)


def _locked(staff: Staff) -> Staff:
    return Staff.objects.select_for_update().get(pk=staff.pk)


def _save(
    staff: Staff, verb: str, *, by: str, at: datetime, detail: dict[str, str] | None = None
) -> None:
    staff.save()
    audit.record(by=by, at=at, verb=verb, subject="staff", subject_id=staff.username, detail=detail)
