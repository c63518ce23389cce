"""The files of the project, read once."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "src" / "suoja"
TESTS = CHECKOUT / "tests"


@cache
def modules() -> dict[str, ast.Module]:
    """Return the syntax of each module of the package, by its path below the package."""
    paths = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)
    return {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text()) for path in paths}


@cache
def written_tests() -> dict[str, ast.Module]:
    """Return the syntax of each test module, by its path below `tests/`."""
    paths = sorted(TESTS.rglob("*.py"))
    return {path.relative_to(TESTS).as_posix(): ast.parse(path.read_text()) for path in paths}


def rooms() -> list[str]:
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    return sorted(packages - {"handbook"})


def calls(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Yield each call with the last word of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node


def imports(tree: ast.Module) -> Iterator[str]:
    """Yield the full name of everything that is imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)
