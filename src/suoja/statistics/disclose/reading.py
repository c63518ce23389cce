"""Read a spec, or say what is wrong with it by line and column."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from suoja.statistics.disclose.fault import Fault, nearest
from suoja.statistics.disclose.places import Key, Places
from suoja.statistics.disclose.spec import STATUS, VALUE, Previous, Spec, Variable, Wanted

_KEYS = {
    "": ("data", "variables", "tables", "policy", "previous"),
    "data": ("file", "weight"),
    "variables": ("levels",),
    "tables": ("by", "name"),
    "policy": ("threshold",),
    "previous": ("files", "where", "revised"),
}
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_FILE_NAME = re.compile(r"\w[\w .()+-]*")
THRESHOLD, LARGEST_THRESHOLD = 5, 1_000


def read_spec(path: Path) -> Spec:
    """Return the spec in a file. Raise Fault."""
    text = _text(path)
    return _Reader(path, _parsed(path, text), Places(path, text)).spec()


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Fault(
            path, f"the spec cannot be read: {error.strerror}. Name a TOML file."
        ) from error
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        raise Fault(path, "the spec is not UTF-8: save it as UTF-8.", line, column) from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        lines = text.splitlines() or [""]
        found = _PLACE.search(str(error))
        line, column = map(int, found.groups()) if found else (len(lines), len(lines[-1]) + 1)
        said = str(error).partition(" (at ")[0]
        raise Fault(path, f"not TOML: {said}.", line, column) from error


class _Reader:
    def __init__(self, path: Path, parsed: dict[str, Any], places: Places) -> None:
        self._path, self._parsed, self._places = path, parsed, places

    def spec(self) -> Spec:
        self._know(self._parsed, "")
        variables = self._variables()
        return Spec(
            path=self._path,
            data=self._file(self._text("data", "file"), "data", "file"),
            weight=self._text("data", "weight") if "weight" in self._section("data") else None,
            variables=variables,
            tables=self._tables({variable.name for variable in variables}),
            threshold=self._threshold(),
            previous=tuple(self._previous(variables)),
            places=self._places,
        )

    def _refuse(self, sentence: str, *keys: Key, word: str | None = None) -> Fault:
        return self._places.fault(sentence, *keys, word=word)

    def _know(self, found: dict[str, Any], kind: str, *keys: Key) -> None:
        for key in found:
            if key not in _KEYS[kind]:
                raise self._refuse(f'unknown key "{key}". {nearest(key, _KEYS[kind])}', *keys, key)

    def _section(self, name: str) -> dict[str, Any]:
        section = self._parsed.get(name, {})
        if not isinstance(section, dict):
            raise self._refuse(f"write [{name}] as a table of its own.", name)
        if name in _KEYS and name != "variables":
            self._know(section, name, name)
        return section

    def _text(self, *keys: str) -> str:
        section, key = self._section(keys[0]), keys[-1]
        if key not in section:
            raise self._refuse(f'[{keys[0]}] needs `{key} = "..."`.', *keys[:-1])
        if not isinstance(section[key], str) or not section[key].strip():
            raise self._refuse(f"`{key}` must be a text in quotes.", *keys)
        return str(section[key])

    def _texts(self, found: object, *keys: Key) -> tuple[str, ...]:
        good = isinstance(found, list) and all(isinstance(one, str) and one for one in found)
        if not isinstance(found, list) or not good:
            raise self._refuse(f'`{keys[-1]}` must be a list of texts: ["...", "..."].', *keys)
        for one in found:
            if found.count(one) > 1:
                raise self._refuse(f'"{one}" is listed twice.', *keys, word=one)
        return tuple(found)

    def _file(self, name: str, *keys: Key) -> Path:
        path = self._path.parent / name
        if not path.is_file():
            sentence = f"there is no file {path}; a path counts from the folder of the spec."
            raise self._refuse(sentence, *keys, word=name)
        return path

    def _variables(self) -> tuple[Variable, ...]:
        sections = self._section("variables")
        if not sections:
            raise self._refuse("a spec needs [variables.NAME] with `levels`.", "variables")
        owners: dict[str, str] = {}
        return tuple(self._variable(name, owners) for name in sections)

    def _variable(self, name: str, owners: dict[str, str]) -> Variable:
        keys, section = ("variables", name), self._section("variables")[name]
        if not isinstance(section, dict):
            raise self._refuse(f'write [variables.{name}] and under it levels = ["..."].', *keys)
        if name.strip() != name or not name or name in (VALUE, STATUS):
            raise self._refuse(f'"{name}" cannot name a variable: it heads a column.', *keys)
        self._know(section, "variables", *keys)
        levels = self._texts(section.get("levels"), *keys, "levels")
        if not levels:
            raise self._refuse("`levels` needs a column, the finest first.", *keys, "levels")
        for level in levels:
            if owners.setdefault(level, name) != name:
                sentence = f'column "{level}" belongs to variable {owners[level]}: use it there.'
                raise self._refuse(sentence, *keys, "levels", word=level)
        return Variable(name, levels)

    def _tables(self, variables: set[str]) -> tuple[Wanted, ...]:
        sections = self._parsed.get("tables")
        if not isinstance(sections, list) or not sections:
            raise self._refuse("a spec needs [[tables]] with `by`.", "tables")
        tables: list[Wanted] = []
        for number, section in enumerate(sections):
            tables.append(self._table(number, section, sorted(variables)))
            self._compare(tables, number)
        return tuple(tables)

    def _table(self, number: int, section: object, variables: list[str]) -> Wanted:
        keys = ("tables", number)
        if not isinstance(section, dict):
            raise self._refuse("write each table as [[tables]] and under it `by`.", *keys)
        self._know(section, "tables", *keys)
        by = self._texts(section.get("by"), *keys, "by")
        if not by:
            raise self._refuse("`by` needs a variable.", *keys, "by")
        for name in by:
            if name not in variables:
                sentence = f'no variable is called "{name}". {nearest(name, variables)}'
                raise self._refuse(sentence, *keys, "by", word=name)
        return Wanted(self._file_name(section, by, *keys), by)

    def _file_name(self, section: dict[str, Any], by: tuple[str, ...], *keys: Key) -> str:
        name = section.get("name", "-".join(re.sub(r"[^\w+-]", "_", one) for one in by))
        if not isinstance(name, str) or not _FILE_NAME.fullmatch(name):
            sentence = "`name` names a file: letters, digits, spaces, dots and hyphens."
            raise self._refuse(sentence, *keys, "name")
        return name.removesuffix(".csv")

    def _compare(self, tables: list[Wanted], number: int) -> None:
        """Refuse a table that was asked for before, or whose file was."""
        *others, table = tables
        for other in others:
            if set(other.by) == set(table.by):
                sentence = f"the table by {', '.join(table.by)} is asked for twice."
                raise self._refuse(sentence, "tables", number, "by")
            if other.name.casefold() == table.name.casefold():
                sentence = f'two tables would be written to "{table.name}.csv": name one of them.'
                raise self._refuse(sentence, "tables", number, "name")

    def _threshold(self) -> int:
        found = self._section("policy").get("threshold", THRESHOLD)
        good = isinstance(found, int) and not isinstance(found, bool)
        if not good or not 2 <= found <= LARGEST_THRESHOLD:
            sentence = f"`threshold` is the smallest count shown: 2 to {LARGEST_THRESHOLD:,}."
            raise self._refuse(sentence.replace(",", " "), "policy", "threshold")
        return int(found)

    def _previous(self, variables: Sequence[Variable]) -> Iterator[Previous]:
        found = self._parsed.get("previous", {})
        if not isinstance(found, list):
            yield from self._earlier(self._section("previous"), variables, "previous")
            return
        for number, section in enumerate(found):
            if not isinstance(section, dict):
                sentence = "write [[previous]] and under it `files`."
                raise self._refuse(sentence, "previous", number)
            self._know(section, "previous", "previous", number)
            yield from self._earlier(section, variables, "previous", number)

    def _earlier(
        self, section: dict[str, Any], variables: Sequence[Variable], *keys: Key
    ) -> Iterator[Previous]:
        """Yield the files of one [previous], with what is said of them."""
        revised = section.get("revised", False)
        if not isinstance(revised, bool):
            raise self._refuse("`revised` is true or false.", *keys, "revised")
        where = self._where(section.get("where", {}), variables, *keys, "where")
        for name in self._texts(section.get("files", []), *keys, "files"):
            yield Previous(self._file(name, *keys, "files"), where, revised, keys)

    def _where(
        self, found: object, variables: Sequence[Variable], *keys: Key
    ) -> dict[str, tuple[str, ...]]:
        """Return the categories that files are about, by column."""
        if not isinstance(found, dict):
            raise self._refuse('`where` names a category: where = {half = "2021-H1"}.', *keys)
        columns = [name for one in variables for name in dict.fromkeys([one.name, *one.levels])]
        for column in found:
            if column not in columns:
                sentence = (
                    f'"{column}" is no column of a variable: describe it as [variables.NAME]. '
                    f"{nearest(column, columns)}"
                )
                raise self._refuse(sentence, *keys, column)
        labels = {column: [one] if isinstance(one, str) else one for column, one in found.items()}
        return {column: self._texts(one, *keys, column) for column, one in labels.items()}
