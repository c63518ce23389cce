"""The form by which a referral is registered from a letter, sent as it was filled in."""

from datetime import UTC, datetime
from uuid import UUID

from django.http import HttpResponse
from django.test import Client

from cases import someone
from intake.desk import first
from referral_form import decide_against
from suoja.accounts.choices import Role
from suoja.referrals import actions as referrals
from suoja.referrals.models import Referral

ANOTHER = {"given_names": "Ana", "family_name": "Popa", "birth_date": "1988-02-03"}
A_THIRD = {"given_names": "Ioana", "family_name": "Rusu", "birth_date": "1979-05-06"}
SAID_BY_STAFF = {
    "given_names": "Mirela",
    "sex": "woman_girl",
    "birth_date_unknown": "on",
    "nationality": "RO",
    "referrer": "self",
    "consent": "yes",
    "consent_by": "person",
    "consent_on": "2020-06-01",
}


def address(message: UUID, part: int = 1) -> str:
    return f"/staff/referrals/new/from/{message}/{part}/"


def typed_in(page: HttpResponse) -> dict[str, object]:
    """Return what the form of a page holds, as a browser would send it."""
    form = page.context["form"]
    fields = {name: form[name].value() for name in form.fields}
    for row in form.children:
        fields |= {row.add_prefix(name): row[name].value() for name in row.fields}
    fields["received_time"] = f"{fields['received_time']:%H:%M}"
    fields["child_rows"] = str(fields["child_rows"])
    return {name: value for name, value in fields.items() if value}


def register(client: Client, message: UUID, part: int = 1, **changed: object) -> HttpResponse:
    """Send the form just as it was filled in, or with these changes."""
    first()
    typed = typed_in(client.get(address(message, part)))
    return client.post(address(message, part), {**typed, **changed}, follow=True)


def decide(referral: Referral) -> None:
    referrals.assess(referral, by=someone(Role.ADVISER), at=datetime.now(UTC))
    decide_against(referral)
