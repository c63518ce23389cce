"""Many who register at the same moment: nobody is lost, nobody waits for ever."""

from itertools import count
from uuid import uuid4

import pytest

from at_once import at_once
from cases import EARLIER, aino, details, make_person, registration
from suoja.core import audit
from suoja.referrals import actions as referrals
from suoja.referrals.models import Referral

KNOWN, NEW = 4, 4


@pytest.mark.django_db(transaction=True)
def test_of_many_who_register_at_once_everybody_is_registered() -> None:
    by = aino()
    people = [
        *(make_person(given_names=f"Known{number}") for number in range(KNOWN)),
        *(details(given_names=f"New{number}") for number in range(NEW)),
    ]
    turns = count()

    def register_one() -> Referral:
        turn = next(turns)
        return referrals.register(
            people[turn],
            registration(),
            contact=details(),
            new_group=turn % 2 == 0,
            children=[details(given_names=f"Child{turn}", birth_date=None)],
            submission=uuid4(),
            by=by,
            at=EARLIER,
        )

    assert len(at_once(KNOWN + NEW, register_one)) == KNOWN + NEW
    assert sorted(Referral.objects.values_list("number", flat=True)) == list(range(1, 9))
    assert audit.verify().intact
