"""Every field says how private it is."""

from collections import Counter

import pytest
from django.db.models import Model

from suoja.handbook.privacy import CLASSES, declared, models

MODELS = list(models())


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_field_has_exactly_one_privacy_class(model: type[Model]) -> None:
    fields = {field.name for field in (*model._meta.fields, *model._meta.many_to_many)}

    counted = Counter(name for kind in CLASSES for name in declared(model, kind))

    assert counted == Counter(fields)
