"""Every named address of the program, from the resolver."""

from collections.abc import Iterator
from typing import NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver

SOMETHING = {"int": "1", "str": "a", "slug": "a", "uuid": "00000000-0000-4000-8000-000000000000"}


class Address(NamedTuple):
    name: str
    parameters: frozenset[str]
    example: str  # a path of this shape, whether or not there is such a thing


def every_address() -> list[Address]:
    return sorted(_walk(get_resolver(), "/", "", frozenset()))


def staff_addresses() -> list[Address]:
    return [one for one in every_address() if one.example.startswith("/staff/")]


def _walk(
    resolver: URLResolver, before: str, room: str, given: frozenset[str]
) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        path, parameters = before + _example(entry), given | set(entry.pattern.converters)
        if isinstance(entry, URLResolver):
            space = f"{room}{entry.namespace}:" if entry.namespace else room
            yield from _walk(entry, path, space, parameters)
        else:
            yield Address(f"{room}{entry.name}", parameters, path)


def _example(entry: URLPattern | URLResolver) -> str:
    """Return the part of a path that this entry matches."""
    path = str(entry.pattern)
    for name, converter in entry.pattern.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
        path = path.replace(f"<{kind}:{name}>", SOMETHING.get(kind, "2020"))
        path = path.replace(f"<{name}>", "2020")
    return path
