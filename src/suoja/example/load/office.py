"""The made-up staff: who signs what, and how they sign in."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import make_password

from suoja.accounts.actions import add_example_staff
from suoja.accounts.choices import Language, Role
from suoja.accounts.models import Staff
from suoja.example.plan import planned_staff
from suoja.vocabulary.choices import Office

# Everybody may know it: it opens made-up accounts on made-up data only.
PASSWORD = "calm example for everybody"  # noqa: S105


@dataclass(frozen=True, slots=True)
class House:
    """Who decides, and whose turn it is to write."""

    director: Staff
    advisers: Sequence[Staff]

    def adviser(self, day: date) -> Staff:
        return self.advisers[day.toordinal() % len(self.advisers)]


def open_house(*, at: datetime) -> House:
    """Open the accounts of the made-up staff."""
    password_hash = make_password(PASSWORD)
    staff = [
        add_example_staff(
            username=planned.username,
            display_name=planned.display_name,
            role=Role(planned.role),
            office=Office(planned.office) if planned.office else None,
            password_hash=password_hash,
            secret=secret_of(planned.username),
            at=at,
            language=Language(planned.language),
        )
        for planned in planned_staff()
    ]
    return House(
        director=next(member for member in staff if member.role == Role.DIRECTOR),
        advisers=[member for member in staff if member.role == Role.ADVISER],
    )


def secret_of(username: str) -> str:
    """Return what the authenticator app of made-up staff holds: the same in every example."""
    made_up = hashlib.sha256(f"made-up second factor of {username}".encode()).digest()
    return base64.b32encode(made_up[:20]).decode()


def sign_ins() -> list[str]:
    """Return a line on each account, for whoever tries the program."""
    planned = planned_staff()
    width = max(len(member.username) for member in planned)
    lines = [f"  {each.username:<{width}}  {Role(each.role).label}" for each in planned]
    return [
        "Sign in as one of these made-up people:",
        *lines,
        f"Password: {PASSWORD}",
        "The code of the moment: suoja code NAME",
    ]
