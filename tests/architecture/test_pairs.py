"""When and by whom are known together or not at all, and the database says so."""

from collections.abc import Iterator

import pytest
from django.db.models import CheckConstraint, Field, Model, Q

from suoja.handbook.privacy import models

MOMENTS = ("_at", "_on")
AUTHOR = "_by"


def pairs() -> Iterator[tuple[type[Model], Field, Field]]:
    """Yield each field that says when, with its sister that says by whom."""
    for model in models():
        fields = {field.name: field for field in model._meta.fields}
        for name, field in fields.items():
            stem = name[:-3]
            if name.endswith(MOMENTS) and stem + AUTHOR in fields:
                yield model, field, fields[stem + AUTHOR]


def names_in(condition: object) -> Iterator[str]:
    """Yield the names of the fields that a condition speaks of."""
    if isinstance(condition, Q):
        for child in condition.children:
            yield from names_in(child)
    elif isinstance(condition, tuple):
        yield condition[0].split("__")[0]


def is_bound(model: type[Model], one: str, other: str) -> bool:
    checks = [one for one in model._meta.constraints if isinstance(one, CheckConstraint)]
    return any({one, other} <= set(names_in(check.condition)) for check in checks)


@pytest.mark.parametrize(
    "pair", list(pairs()), ids=lambda pair: f"{pair[0].__name__}.{pair[1].name}"
)
def test_when_and_by_whom_are_stored_together(pair: tuple[type[Model], Field, Field]) -> None:
    model, moment, author = pair

    assert moment.null == author.null
    assert not moment.null or is_bound(model, moment.name, author.name)


def test_an_end_has_its_ground() -> None:
    """Test if each nullable `x_on` or `x_at` with an `x_ground` or `end_ground` is bound to it."""
    loose = [
        f"{model._meta.label}.{field.name}"
        for model in models()
        for field in model._meta.fields
        if field.name in {"ended_on", "ended_at"}
        and "end_ground" in {other.name for other in model._meta.fields}
        and not is_bound(model, field.name, "end_ground")
    ]

    assert loose == []
