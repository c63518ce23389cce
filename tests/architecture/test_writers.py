"""Only actions write, and only what people ask through reads the clock."""

import ast
from pathlib import PurePath

from architecture.sources import calls, imports, modules

WRITES = {
    "save",
    "create",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
    "update",
    "delete",
}
# What writes besides actions: the example, the tables that core keeps for all, sessions, the public
# side of the letterbox; and files.
WRITERS = (
    "example/",
    "core/audit/",
    "core/vault/",
    "core/numbers.py",
    "accounts/gate/",
    "intake/letterbox.py",
)
ON_FILES = ("catalogues.py", "core/copying/jpeg.py", "core/fonts.py")
# The sign-in package calls these from views of its own.
CALLED_FROM_ELSEWHERE = {"accounts/forms.py"}
CLOCKS = {"now", "utcnow", "today"}
CLOCKS_UNLESS_GIVEN_A_TIME = {"localdate", "localtime"}
MAY_READ_THE_CLOCK = {"views", "commands", "gate"}


def writes(word: str, call: ast.Call) -> bool:
    """Test if a call writes rows; a dict is updated with a value, a table only by keyword."""
    return word in WRITES and not (word == "update" and call.args)


def reads_the_clock(word: str, call: ast.Call) -> bool:
    return word in CLOCKS or (word in CLOCKS_UNLESS_GIVEN_A_TIME and not call.args)


def may_write(path: str) -> bool:
    parts = PurePath(path).with_suffix("").parts
    return "actions" in parts or path.startswith(WRITERS) or path in ON_FILES


def may_read_the_clock(path: str) -> bool:
    parts = PurePath(path).with_suffix("").parts
    return bool(MAY_READ_THE_CLOCK & set(parts)) or path in CALLED_FROM_ELSEWHERE


def test_only_actions_write() -> None:
    found = [
        f"{path}:{call.lineno} {word}"
        for path, tree in modules().items()
        for word, call in calls(tree)
        if writes(word, call) and not may_write(path)
    ]

    assert found == []


def test_below_the_views_there_is_no_clock() -> None:
    found = [
        f"{path}:{call.lineno} {word}"
        for path, tree in modules().items()
        if not may_read_the_clock(path)
        for word, call in calls(tree)
        if reads_the_clock(word, call)
    ]

    assert found == []


def test_rules_never_touch_a_table() -> None:
    found = [
        f"{path} {name}"
        for path, tree in modules().items()
        if "rules" in PurePath(path).with_suffix("").parts
        for name in imports(tree)
        if name.startswith(("django.db", "django.http", "django.conf"))
    ]

    assert found == []


def test_nobody_listens_to_signals() -> None:
    found = [
        f"{path} {name}"
        for path, tree in modules().items()
        for name in imports(tree)
        if "signals" in name
    ]

    assert found == []
