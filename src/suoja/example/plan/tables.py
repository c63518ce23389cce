"""The tables of `data/`: what is published, and the plausible shares for what is not."""

import csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("suoja.example") / "data"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a CSV file."""
    return tuple(csv.DictReader((_DATA / name).read_text(encoding="utf-8").splitlines()))


@cache
def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


def shares(name: str) -> Any:
    """Return a table of shares, [name] in data/shares.toml."""
    return _file("shares.toml")[name]


@cache
def block_of(nationality: str) -> str:
    """Return finnish, eu, visa_free or other."""
    return next(r["block"] for r in rows("nationalities.csv") if r["nationality"] == nationality)


def texts() -> dict[str, Any]:
    """Return data/texts.toml."""
    return _file("texts.toml")


@cache
def names(nationality: str) -> tuple[dict[str, list[str]], str]:
    """Return the names and the language of people of a nationality."""
    row = next(r for r in rows("nationalities.csv") if r["nationality"] == nationality)
    return _file("names.toml")[row["names"]], row["language"]
