"""The same single table protected by pytauargus, where that is installed.

It is asked the nearest question it knows: fewer than five contributors are unsafe, protected to ten
per cent, by its modular or its optimal method.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.disclosure_tables import Register
from suoja.statistics.disclosure import TOTAL, Table

RULE = "FREQ(5,10)"
METHODS = {"modular": "MOD(1,5,1,1,1)", "optimal": "OPT(1)"}
WITHHELD = ("U", "M")


def published(register: Register, shown: Table, method: str, folder: Path) -> dict[object, int]:
    """Return by name the numbers that it leaves to read; raise ImportError where it is missing."""
    from pytauargus import protect  # noqa: PLC0415  (a benchmark extra: the rest runs without it)

    codes = _codes(register)
    people: dict[str, list[object]] = {code: [] for code in register.codes}
    for at, count in register.cells.items():
        for code, each in zip(register.codes, at, strict=True):
            people[code] += [codes[code][each]] * count
    people["persons"] = [1] * register.people
    hierarchies = {code: str(path) for code, path in _written(register, codes, folder)}
    result = protect(
        people,
        list(register.codes),
        response="persons",
        safety_rules=RULE,
        suppress=METHODS[method],
        hrc=hierarchies,
        hierleadstring="@",
        workdir=str(folder),
    )
    return dict(_left(register, shown, codes, result.tables[0].rows))


def _codes(register: Register) -> dict[str, dict[str, str]]:
    """Number the categories of each variable: its files have columns of fixed width."""
    found = {}
    for place, code in enumerate(register.codes):
        parents = register.parents.get(code, {})
        every = sorted({at[place] for at in register.cells} | set(parents) | set(parents.values()))
        found[code] = {each: f"k{number:03}" for number, each in enumerate(every)}
    return found


def _written(
    register: Register, codes: Mapping[str, Mapping[str, str]], folder: Path
) -> Iterator[tuple[str, Path]]:
    for code, parents in register.parents.items():
        lines = _tree(TOTAL, parents, codes[code], 0)
        path = folder / f"{code}.hrc"
        path.write_text("".join(f"{line}\n" for line in lines))
        yield code, path


def _tree(
    above: str, parents: Mapping[str, str], codes: Mapping[str, str], depth: int
) -> Iterator[str]:
    for each, code in codes.items():
        if parents.get(each, TOTAL) == above:
            yield "@" * depth + code
            yield from _tree(each, parents, codes, depth + 1)


def _left(
    register: Register,
    shown: Table,
    codes: Mapping[str, Mapping[str, str]],
    rows: list[dict[str, object]],
) -> Iterator[tuple[object, int]]:
    back = {code: {number: each for each, number in of.items()} for code, of in codes.items()}
    for row in rows:
        told = [str(row[code]).strip() for code in register.codes]
        at = tuple(
            back[code].get(each, TOTAL) for code, each in zip(register.codes, told, strict=True)
        )
        if row["status"] not in WITHHELD:
            yield shown.name(at), shown.values[at]
