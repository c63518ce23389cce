"""Made-up persons for `suoja disclose`, and a spec of the tables that are wanted of them."""

from collections.abc import Iterable
from pathlib import Path

SPEC = """\
[data]
file = "persons.csv"
weight = "persons"

[variables.period]
levels = ["quarter", "half"]

[variables.nationality]
levels = ["nationality", "region"]

[variables.sex]
levels = ["sex"]

[[tables]]
by = ["period", "nationality", "sex"]

[policy]
threshold = 5
"""
HEADER = "quarter,half,nationality,region,sex,persons"
ROWS = (
    "2021-Q1,2021-H1,Albania,Europe,Female,3",
    "2021-Q1,2021-H1,Albania,Europe,Male,12",
    "2021-Q2,2021-H1,Albania,Europe,Female,9",
    "2021-Q2,2021-H1,Albania,Europe,Male,14",
    "2021-Q1,2021-H1,Serbia,Europe,Female,8",
    "2021-Q1,2021-H1,Serbia,Europe,Male,2",
    "2021-Q2,2021-H1,Serbia,Europe,Female,7",
    "2021-Q2,2021-H1,Serbia,Europe,Male,11",
    "2021-Q1,2021-H1,Vietnam,Asia,Female,10",
    "2021-Q1,2021-H1,Vietnam,Asia,Male,6",
    "2021-Q2,2021-H1,Vietnam,Asia,Female,9",
    "2021-Q2,2021-H1,Vietnam,Asia,Male,1",
)
SECOND_HALF = (
    "2021-Q3,2021-H2,Albania,Europe,Female,7",
    "2021-Q3,2021-H2,Albania,Europe,Male,4",
    "2021-Q4,2021-H2,Serbia,Europe,Female,9",
    "2021-Q4,2021-H2,Serbia,Europe,Male,3",
    "2021-Q3,2021-H2,Vietnam,Asia,Female,8",
    "2021-Q4,2021-H2,Vietnam,Asia,Male,15",
    "2021-Q4,2021-H2,Nigeria,Africa,Female,6",
)


def given(folder: Path, spec: str = SPEC, rows: Iterable[str] = ROWS, header: str = HEADER) -> Path:
    """Write a spec and its data; return the path of the spec."""
    (folder / "persons.csv").write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    path = folder / "spec.toml"
    path.write_text(spec, encoding="utf-8")
    return path


def spec_of(*tables: str, earlier: Iterable[str] = ()) -> str:
    """Return the spec with tables by these variables ("period sex"), and earlier files."""
    head = SPEC.partition("[[tables]]")[0]
    wanted = [f"[[tables]]\nby = {table.split()}" for table in tables]
    return "\n".join([head, *wanted, f"[previous]\nfiles = {[*earlier]}", ""])


def count(rows: Iterable[str], labels: Iterable[str]) -> int:
    """Count persons the slow way: those whose row has every label that is no total."""
    wanted = {label for label in labels if label != "total"}
    split = (row.split(",") for row in rows)
    return sum(int(fields[-1]) for fields in split if wanted <= set(fields))
