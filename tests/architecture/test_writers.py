"""Only actions write, and only what people ask through reads the clock."""

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
# What writes besides actions: the example, and the few tables and files that core keeps for all.
WRITERS = ("example/", "core/audit/", "core/vault/", "core/numbers.py", "core/fonts.py")
ON_FILES = ("catalogues.py",)
CLOCKS = {"now", "utcnow", "today", "localdate", "localtime"}
MAY_READ_THE_CLOCK = {"views", "commands", "middleware"}


def may_write(path: str) -> bool:
    parts = PurePath(path).with_suffix("").parts
    return "actions" in parts or path.startswith(WRITERS) or path in ON_FILES


def test_only_actions_write() -> None:
    found = [
        f"{path}:{call.lineno} {word}"
        for path, tree in modules().items()
        for word, call in calls(tree)
        if word in WRITES and not may_write(path)
    ]

    assert found == []


def test_below_the_views_there_is_no_clock() -> None:
    found = [
        f"{path}:{call.lineno} {word}"
        for path, tree in modules().items()
        if not MAY_READ_THE_CLOCK & set(PurePath(path).with_suffix("").parts)
        for word, call in calls(tree)
        if word in CLOCKS and not (call.args or call.keywords)
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
