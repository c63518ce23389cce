"""What separates a model from a mess is the tail: no long module, no long function."""

import ast

from architecture.sources import CHECKOUT, PACKAGE, modules, written_tests

MODULE_LINES = 250
FUNCTION_LINES = 40


def test_no_module_is_long() -> None:
    paths = [*PACKAGE.rglob("*.py"), *(CHECKOUT / "tests").rglob("*.py")]
    lengths = {path: len(path.read_text().splitlines()) for path in paths}

    assert [path for path, lines in lengths.items() if lines > MODULE_LINES] == []


def test_no_function_is_long() -> None:
    found = [
        f"{path} {node.name}"
        for path, tree in (*modules().items(), *written_tests().items())
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= FUNCTION_LINES
    ]

    assert found == []
