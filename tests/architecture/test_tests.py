"""Rules for the tests themselves."""

import ast
import os
import shutil
from collections.abc import Iterator

from architecture.sources import TESTS, calls, imports, written_tests


def unreasoned(tree: ast.Module) -> Iterator[int]:
    """Yield the lines where a test is left out without a reason."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in {"skip", "skipif", "xfail"}:
            reasoned = {id(call.func) for _, call in calls(tree) if call.args[:1] or call.keywords}
            if id(node) not in reasoned:
                yield node.lineno


def test_no_test_is_left_out_without_a_reason() -> None:
    found = [
        f"{path}:{line}" for path, tree in written_tests().items() for line in unreasoned(tree)
    ]

    assert found == []


def test_no_test_sleeps() -> None:
    found = [
        f"{path}:{call.lineno}"
        for path, tree in written_tests().items()
        if path != "postgresql.py"  # a tool, not a test: it waits for a server
        for word, call in calls(tree)
        if word in {"sleep", "wait_for_timeout"}
    ]

    assert found == []


def test_no_test_replaces_our_code() -> None:
    found = [
        f"{path} {name}"
        for path, tree in written_tests().items()
        for name in imports(tree)
        if "mock" in name.split(".")
    ]

    assert found == []


def test_test_folders_are_no_packages() -> None:
    # A package tests/statistics would hide the module of the same name in Python's own library.
    assert list(TESTS.rglob("__init__.py")) == []


def test_where_everything_is_checked_there_is_a_browser() -> None:
    assert not os.environ.get("CI") or shutil.which("chromium")
