"""Numbers that people see."""

import pytest
from django.db import transaction

from suoja.core.numbers import take_number, take_numbers

pytestmark = pytest.mark.django_db


def test_numbers_follow_one_another_for_each_kind() -> None:
    assert [take_number("referral") for _ in range(3)] == [1, 2, 3]
    assert take_number("person") == 1


def test_a_block_is_taken_at_once() -> None:
    assert list(take_numbers("person", 3)) == [1, 2, 3]
    assert take_number("person") == 4


def test_a_number_not_used_is_given_again() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():  # noqa: PT012
        take_number("person")
        _ = 1 / 0

    assert take_number("person") == 1
