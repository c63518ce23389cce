"""What the example writes, the pages can show."""

import pytest

from cast import client_of
from suoja.accounts.models import Staff
from suoja.example.load import write
from suoja.example.plan import Plan
from suoja.referrals.choices import Status
from suoja.referrals.models import Referral

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("example")]


def test_a_made_up_referral_in_each_status_can_be_opened(plan: Plan) -> None:
    write(Plan(plan.seed, 4, plan.clients, plan.refused))
    daniel = client_of(Staff.objects.get(username="daniel"))

    for status in Referral.objects.order_by().values_list("status", flat=True).distinct():
        one = Referral.objects.filter(status=status).order_by("number")[0]
        page = daniel.get(f"/staff/referrals/{one.number}/").content.decode()
        assert str(Status(status).label) in page
