"""Constraints that many tables share."""

from typing import TYPE_CHECKING

from django.db.models import CheckConstraint, Choices, F, Q

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def together(*fields: str, name: str, message: "StrOrPromise") -> CheckConstraint:
    """Say that either all of these fields are known or none is."""
    none = Q(**{f"{field}__isnull": True for field in fields})
    every = Q(**{f"{field}__isnull": False for field in fields})
    return CheckConstraint(condition=none | every, name=name, violation_error_message=message)


def in_order(first: str, last: str, *, name: str, message: "StrOrPromise") -> CheckConstraint:
    """Say that `last` is not before `first`, where both are known."""
    condition = (
        Q(**{f"{first}__isnull": True})
        | Q(**{f"{last}__isnull": True})
        | Q(**{f"{last}__gte": F(first)})
    )
    return CheckConstraint(condition=condition, name=name, violation_error_message=message)


def one_of(field: str, choices: type[Choices], *, name: str) -> CheckConstraint:
    """Say that a code is one of its enumeration, or not known."""
    known = Q(**{f"{field}__in": list(choices.values)})
    return CheckConstraint(condition=known | Q(**{f"{field}__isnull": True}), name=name)
