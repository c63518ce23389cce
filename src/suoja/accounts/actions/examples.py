"""Accounts of made-up people, whose password and second factor everybody may know."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.utils import encrypt

from suoja.accounts import rules
from suoja.accounts.choices import Language, Role
from suoja.accounts.models import ExampleMarker, Staff
from suoja.core import audit
from suoja.core.errors import refuse
from suoja.core.turns import in_turn
from suoja.vocabulary.choices import Office


def mark_as_example(*, at: datetime) -> None:
    """Say, once, that this database holds made-up people only."""
    ExampleMarker.objects.get_or_create(pk=1, defaults={"made_at": at})


def add_example_staff(
    *,
    username: str,
    display_name: str,
    role: Role,
    office: Office | None,
    password_hash: str,
    secret: str,
    at: datetime,
    language: Language = Language.EN,
) -> Staff:
    """Open an account that is ready to sign in; `secret` is what its authenticator app holds."""
    staff = Staff(
        username=username, display_name=display_name, role=role, office=office, language=language
    )
    staff.password = password_hash
    with in_turn():
        taken = Staff.objects.filter(username=username).exists()
        refuse(rules.why_not_name(username, taken=taken))
        staff.save()
        Authenticator.objects.create(
            user=staff, type=Authenticator.Type.TOTP, data={"secret": encrypt(secret)}
        )
        RecoveryCodes.activate(staff)
        audit.record(by=rules.TERMINAL, at=at, verb="add", subject="staff", subject_id=username)
    return staff
