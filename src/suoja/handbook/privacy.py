"""docs/privacy.md: what is kept of whom, from the declaration in each model."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model

CLASSES = ("identifying", "sensitive", "statistical", "technical")
ABOUT = """# Privacy

Each field of each table has one class:

- *identifying*: tells who a person is; encrypted where it lies
- *sensitive*: tells something of a person that others must not learn
- *statistical*: may be counted, without the person
- *technical*: says nothing of anyone"""


def models() -> Iterator[type[Model]]:
    """Yield the models of the house, in the order of their names."""
    ours = (model for model in apps.get_models() if model.__module__.startswith("suoja."))
    return iter(sorted(ours, key=lambda model: model._meta.label))


def declared(model: type[Model], kind: str) -> frozenset[str]:
    """Return the names of the fields that the model declares to be of this class."""
    return frozenset(getattr(getattr(model, "Privacy", None), kind, ()))


def render() -> str:
    return "\n\n".join([ABOUT, *map(_section, models())])


def _section(model: type[Model]) -> str:
    rows = [f"| {kind} | {', '.join(_names(model, kind))} |" for kind in CLASSES]
    table = "\n".join(["| class | fields |", "| --- | --- |", *rows])
    return f"## {model._meta.label}\n\n{(model.__doc__ or '').strip()}\n\n{table}"


def _names(model: type[Model], kind: str) -> list[str]:
    return sorted(declared(model, kind))
