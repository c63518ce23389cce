"""The results as a Markdown table: queries must be equal, times are compared as a ratio."""

from collections.abc import Iterator
from typing import Any

Size = dict[str, Any]


def markdown(sizes: list[Size], machine: str) -> str:
    small, large = sizes
    head = [
        f"Measured with {machine}; SQLite; the median of one run.",
        "",
        f"| | {small['clients']} clients | {large['clients']} clients | ratio |",
        "| --- | ---: | ---: | ---: |",
    ]
    return "\n".join([*head, *_rows(small, large)]) + "\n"


def _rows(small: Size, large: Size) -> Iterator[str]:
    for name, page in small["pages"].items():
        other = large["pages"][name]
        yield f"| {name}: queries | {page['queries']} | {other['queries']} | |"
        yield _row(f"{name}: milliseconds", page["milliseconds"], other["milliseconds"])
    yield _row("report 2020: seconds", small["report_seconds"], large["report_seconds"])
    yield _row("example caseload: seconds", small["made_seconds"], large["made_seconds"])


def _row(name: str, one: float, other: float) -> str:
    return f"| {name} | {one} | {other} | {other / one:.1f} |"
