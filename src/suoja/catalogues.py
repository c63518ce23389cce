"""Translations: `suoja messages` collects what is to be translated; a check finds what is missing.

English is the language of the sources; the catalogues of the other languages are `.po` files.
Works without the gettext programs.
"""

import re
from argparse import Namespace
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import polib
from babel.messages.extract import extract
from django.conf import settings
from django.utils.translation.template import templatize

from suoja.core.command import Command, no_arguments

SOURCE_LANGUAGE = "en"
HEADER = {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
_SINGULAR = ("_", "gettext", "gettext_lazy", "gettext_noop")
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    **dict.fromkeys(_SINGULAR),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")

Key = tuple[str | None, str, str | None]  # context, message, plural


def path_of(language: str) -> Path:
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


def languages() -> list[str]:
    """Return the languages that need a catalogue."""
    return [code for code, _ in settings.LANGUAGES if code != SOURCE_LANGUAGE]


def paths() -> list[Path]:
    """Return the catalogues that exist."""
    return [path for language in languages() if (path := path_of(language)).exists()]


def compile_catalogue(path: Path) -> None:
    """Write the form that is read at run time, unless it is newer than its source."""
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime:
        polib.pofile(path).save_as_mofile(compiled)


def _python_of(path: Path) -> bytes:
    """Return source that a Python extractor reads: of a template, only its messages."""
    source = path.read_text()
    if path.suffix == ".py":
        return source.encode()
    lines = templatize(source, origin=path.name).splitlines()
    return "\n".join(line.strip() for line in lines).encode()


def _sources() -> Iterator[Path]:
    package = settings.PACKAGE
    found = [*package.rglob("*.py"), *package.rglob("*.html"), *package.rglob("*.txt")]
    return (path for path in sorted(found) if "migrations" not in path.parts)


def extracted() -> dict[Key, set[str]]:
    """Return what the sources ask to be translated, with the files that ask."""
    found: dict[Key, set[str]] = {}
    for path in _sources():
        place = path.relative_to(settings.PACKAGE).as_posix()
        for _line, message, _comments, context in extract(
            "python", BytesIO(_python_of(path)), keywords=KEYWORDS
        ):
            one, many = (message[0], message[1]) if isinstance(message, tuple) else (message, None)
            found.setdefault((context, one, many), set()).add(place)
    return found


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid, entry.msgid_plural or None


def _entry(key: Key, places: Iterable[str], known: polib.POEntry | None) -> polib.POEntry:
    """Return the entry of a message, with its translation if it has one."""
    context, message, plural = key
    entry = polib.POEntry(
        msgctxt=context,
        msgid=message,
        msgid_plural=plural or "",
        occurrences=[(place, "") for place in sorted(places)],
    )
    if known:
        entry.msgstr, entry.msgstr_plural, entry.flags = (
            known.msgstr,
            known.msgstr_plural,
            known.flags,
        )
    elif plural:
        entry.msgstr_plural = {0: "", 1: ""}
    return entry


def _read(language: str) -> dict[Key, polib.POEntry]:
    path = path_of(language)
    return {_key(entry): entry for entry in polib.pofile(path)} if path.exists() else {}


def update(language: str) -> polib.POFile:
    """Write the catalogue: what is asked for, with the translations that it had."""
    known = _read(language)
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = {"Language": language, **HEADER}
    catalogue.extend(
        _entry(key, places, known.get(key)) for key, places in sorted(extracted().items(), key=repr)
    )
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(path)
    return catalogue


def faults(language: str) -> Iterator[str]:
    """Yield a sentence for each message that is missing, left over or garbled."""
    asked, known = extracted(), _read(language)
    for key in sorted(asked.keys() - known.keys(), key=repr):
        yield f"{language}: not in the catalogue (`suoja messages` adds it): {key[1]!r}"
    for key in sorted(known.keys() - asked.keys(), key=repr):
        yield f"{language}: no longer asked for (`suoja messages` drops it): {key[1]!r}"
    for key in sorted(asked.keys() & known.keys(), key=repr):
        yield from _faults_of(language, known[key])


def _faults_of(language: str, entry: polib.POEntry) -> Iterator[str]:
    if not entry.translated():
        yield f"{language}: not translated: {entry.msgid!r}"
        return
    wanted = _placeholders(entry.msgid_plural or entry.msgid)
    for text in [entry.msgstr] if entry.msgstr else entry.msgstr_plural.values():
        if not _placeholders(text) <= wanted:
            yield f"{language}: {text!r} has other placeholders than {entry.msgid!r}"


def _placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def _run(_: Namespace) -> int:
    for language in languages():
        catalogue = update(language)
        missing = len(catalogue.untranslated_entries())
        print(f"{language}: {len(catalogue)} messages, {missing} to translate: {path_of(language)}")
    return 0


COMMANDS = (
    Command(
        "messages",
        "Collect what is to be translated into the catalogues. Example: suoja messages",
        no_arguments,
        _run,
    ),
)
