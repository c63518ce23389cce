"""Every field says how private it is."""

from collections import Counter

import pytest
from django.db.models import BinaryField, Model

from suoja.core.vault import SealedField
from suoja.handbook.privacy import CLASSES, declared, models

MODELS = list(models())


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_field_has_exactly_one_privacy_class(model: type[Model]) -> None:
    fields = {field.name for field in (*model._meta.fields, *model._meta.many_to_many)}

    counted = Counter(name for kind in CLASSES for name in declared(model, kind))

    assert counted == Counter(fields)


# Staff are named to each other on every page, and sign in by name.
NAMED_OPENLY = {"accounts.Staff.username", "accounts.Staff.display_name"}


def test_what_tells_who_a_person_is_lies_encrypted() -> None:
    open_fields = {
        f"{model._meta.label}.{name}"
        for model in MODELS
        for name in declared(model, "identifying")
        if not isinstance(model._meta.get_field(name), SealedField | BinaryField)
    }

    assert open_fields == NAMED_OPENLY
