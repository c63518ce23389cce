"""The form by which a referral is registered, filled in as a test wants it."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from django.http import HttpResponse

from cases import someone as staff_with
from cast import client_of
from suoja.accounts.choices import Role
from suoja.referrals import actions as referrals
from suoja.referrals.choices import Outcome, RefusalGround
from suoja.referrals.models import Referral

NEW = "/staff/referrals/new/"
TOMORROW = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()


def typed(**changed: object) -> dict[str, object]:
    """Return a form filled in well, or with these changes; None leaves a field out."""
    known: dict[str, object] = {
        "submission": uuid4(),
        "child_rows": "0",
        "given_names": "Mirela",
        "family_name": "Koskela",
        "sex": "woman_girl",
        "birth_date": "1995-03-04",
        "nationality": "RO",
        "phone": "+358 40 0000",
        "safe_contact": "Text first, never call.",
        "referrer": "police",
        "referrer_name": "Constable Virtanen",
        "manner": "written",
        "received_on": "2020-06-01",
        "received_time": "09:30",
        "consent": "yes",
        "consent_by": "person",
        "consent_on": "2020-06-01",
        "summary": "Works without pay in a kitchen.",
        "group": "alone",
    }
    return {name: value for name, value in {**known, **changed}.items() if value is not None}


def send(role: Role = Role.ADVISER, **changed: object) -> HttpResponse:
    return client_of(staff_with(role)).post(NEW, typed(**changed))


def send_well(**changed: object) -> Referral:
    response = send(**changed)
    assert response.status_code == 302, response.content.decode()
    return Referral.objects.order_by("-number")[0]


def decide_against(referral: Referral) -> None:
    ground = RefusalGround.NOT_CREDIBLE
    director, at = staff_with(Role.DIRECTOR), datetime.now(UTC)
    referrals.decide(referral, Outcome.NEGATIVE, refusal_ground=ground, by=director, at=at)
