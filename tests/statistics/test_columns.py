"""Rows held column by column answer as the rows themselves would."""

from dataclasses import dataclass

import pytest

from suoja.statistics.columns import Rows


@dataclass(frozen=True, slots=True)
class Pet:
    kind: str
    legs: int | None


CAT, FISH, SNAIL = Pet("cat", 4), Pet("fish", 0), Pet("snail", None)
PETS = Rows.of(Pet, [CAT, FISH, CAT, SNAIL])


def test_rows_come_back_as_they_were() -> None:
    assert list(PETS) == [CAT, FISH, CAT, SNAIL]
    assert PETS[3] == SNAIL
    assert list(PETS[1:3]) == [FISH, CAT]


def test_a_selection_of_a_selection_is_smaller() -> None:
    known = PETS.where(lambda pet: pet.legs is not None, reads=("legs",))
    cats = known.where(lambda pet: pet.kind == "cat", reads=("kind",))

    assert (len(known), list(cats)) == (3, [CAT, CAT])
    assert known.values("kind") == {"cat", "fish"}


def test_a_question_is_put_once_to_each_combination_among_the_rows() -> None:
    asked = []

    PETS[:3].where(lambda pet: asked.append(pet.kind) or True, reads=("kind",))
    assert sorted(asked) == ["cat", "fish"]


def test_a_column_that_was_not_announced_cannot_be_read() -> None:
    with pytest.raises(AttributeError):
        PETS.where(lambda pet: pet.legs == 4, reads=("kind",))


def test_a_category_that_is_not_listed_is_an_error_and_never_left_out() -> None:
    with pytest.raises(ValueError, match="snail is none of the categories cat, fish"):
        PETS.coded(lambda pet: pet.kind, ["cat", "fish"], reads=("kind",))


def test_rows_are_tallied_by_category() -> None:
    sizes = PETS.tally(lambda pet: pet.kind, ["fish", "cat", "snail", "dog"], reads=("kind",))

    assert sizes == {"fish": 1, "cat": 2, "snail": 1, "dog": 0}


def test_columns_do_not_tell_in_which_order_the_rows_came() -> None:
    turned = Rows.of(Pet, [SNAIL, CAT, FISH, CAT])

    for name, column in PETS.columns().items():
        same = turned.columns()[name]
        assert (column.values, column.codes.tolist()) == (same.values, same.codes.tolist())


def test_many_columns_of_many_values_are_told_apart() -> None:
    numbers = Rows.of(Pet, [Pet(str(n), n * n) for n in range(9_000)])

    assert len(numbers.where(lambda pet: pet.legs == int(pet.kind) ** 2, reads=("kind", "legs")))
    assert len(numbers.where(lambda pet: pet.kind == "5", reads=("kind", "legs"))) == 1


def test_no_rows_are_no_rows() -> None:
    none = Rows.of(Pet, [])

    assert list(none.where(lambda pet: pet.legs == 4, reads=("legs",))) == []
    assert none.tally(lambda pet: pet.kind, ["cat"], reads=("kind",)) == {"cat": 0}
