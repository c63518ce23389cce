"""`suoja report` and `suoja release`."""

import getpass
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from suoja import law
from suoja.core.calendar import Period, helsinki_date
from suoja.core.command import Command
from suoja.core.errors import Refused
from suoja.publication import actions
from suoja.publication.checks.disclosure import proof_of
from suoja.publication.choices import Format, Policy
from suoja.publication.models import LedgerEntry, Release, ReleaseContent
from suoja.publication.rendering import Report, file_of, internal, printed
from suoja.statistics.check import Verdict, check
from suoja.statistics.collect import collect
from suoja.statistics.exposure import Audit, audit, printed_figures
from suoja.statistics.exposure.telling import INTERNAL, as_json, as_text
from suoja.statistics.tables import build

CHECK = "check"
BINARY = frozenset({Format.CSV, Format.PDF, Format.ZIP})


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "words",
        nargs="+",
        metavar="[check] PERIOD",
        help="2020, 2018-H1 or 2016-01..2016-08; with `check`, compare it with the printed report",
    )
    parser.add_argument("--format", choices=Format.values, default=Format.TEXT.value)
    languages = [code for code, _ in settings.LANGUAGES]
    parser.add_argument("--lang", choices=languages, default="en", help="language of the words")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write there")
    parser.add_argument(
        "--policy", choices=Policy.values, help="with --internal: small groups by it"
    )
    parser.add_argument("--version", type=int, metavar="N", help="a version that is not the newest")
    parser.add_argument(
        "--internal", action="store_true", help="show true values; the reading is recorded"
    )


def _run(given: Namespace) -> int:
    first, *rest = given.words
    if first == CHECK and len(rest) == 1:
        return _check(_period(rest[0]))
    if rest:
        raise Refused("Ask for one period: suoja report 2020, or suoja report check 2020.")
    _print(_period(first), given)
    return 0


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as error:
        raise Refused(error) from error


def _print(period: Period, given: Namespace) -> None:
    release = _release(period, given)
    if given.internal:
        content = _internal(period, release, given)
    else:
        content = _as_public(period, release, given)
    _write(content, given)


def _release(period: Period, given: Namespace) -> Release | None:
    """Return the release that was asked for; None means the records as they are now."""
    releases = Release.objects.of(period).with_people()
    version: int | None = given.version
    asked = releases.filter(version=version) if version else releases
    release = asked.for_printing()
    if release is None and (releases.exists() or version not in (None, 1)):
        raise Refused(f"There is no version {version} of the report on {period}.")
    if given.policy and not given.internal:
        raise Refused("What may be passed on is protected by law: --policy goes with --internal.")
    if release and given.policy not in (None, release.policy):
        raise Refused(f"{release} is protected as {release.policy}: leave --policy out.")
    return release


def _as_public(period: Period, release: Release | None, given: Namespace) -> bytes:
    if release is None:
        return printed(_of_now(period), given.format, given.lang).content
    return file_of(release, given.format, given.lang).content


def _of_now(period: Period) -> Report:
    # What is printed here may be passed on: it is protected like a release.
    today = helsinki_date(datetime.now(UTC))
    policy = law.on(today).publication.name
    tables = build(collect(), period, policy, earlier=LedgerEntry.objects.everything())
    return Report.of_tables(tables, period=period, policy=policy, dated=today)


def _internal(period: Period, release: Release | None, given: Namespace) -> bytes:
    if given.format not in internal.WRITERS:
        raise Refused(f"True values are printed as {' or '.join(internal.WRITERS)} only.")
    who, policy = getpass.getuser(), given.policy or Policy.STRICT.value
    tables = actions.true_tables_on_terminal(period, policy, release, who=who, at=datetime.now(UTC))
    _tell_of_record(who)
    version = release.version if release else 1
    return internal.WRITERS[given.format](tables, period, version, given.lang)


def _tell_of_record(who: str) -> None:
    print(
        f"True values, for staff only. That they were read is recorded of terminal:{who}.",
        file=sys.stderr,
    )


def _write(content: bytes, given: Namespace) -> None:
    if given.output is not None:
        given.output.write_bytes(content)
        return
    if given.format in BINARY and sys.stdout.isatty():
        raise Refused(f"{given.format.upper()} is not for the terminal: name a file with -o.")
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _check(period: Period) -> int:
    release = Release.objects.of(period).for_printing()
    who, at = getpass.getuser(), datetime.now(UTC)
    facts = actions.facts_on_terminal(period, release, who=who, at=at)
    found = check(facts, period)
    for comparison in found:
        print(comparison)
    counts = Counter(comparison.verdict for comparison in found)
    print(", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict))
    return 1 if counts[Verdict.DIFFERENT] else 0


def _add_release_arguments(parser: ArgumentParser) -> None:
    words = parser.add_subparsers(metavar="WORD", required=True)
    about = (
        "Attack what is published: find every group of one to four persons that follows from it. "
        f"{INTERNAL} Exit code 1: something is given away."
    )
    word = words.add_parser("audit", help=about, description=about)
    word.add_argument(
        "--published",
        type=Path,
        metavar="FILE",
        help="printed figures, as in statistics/data/published.csv; without it, our own ledger",
    )
    word.add_argument(
        "--report", action="append", metavar="2014", help="only figures of this report; repeatable"
    )
    word.add_argument("--threshold", type=int, default=5, metavar="N", help="the first safe number")
    word.add_argument("--json", action="store_true", help="for another program")


def _audit(given: Namespace) -> int:
    found = _audited(given)
    unproven = () if given.published else tuple(_unproven())
    print(as_json(found) if given.json else as_text(found))
    for sentence in unproven:
        print(sentence, file=sys.stderr)
    return 1 if found.exposed or found.undecided or unproven else 0


def _audited(given: Namespace) -> Audit:
    if given.published:
        known = printed_figures(given.published, given.report or ())
    elif given.report:
        raise Refused("--report chooses among printed figures: name their file with --published.")
    else:
        who = getpass.getuser()
        known = actions.ledger_on_terminal(who=who, at=datetime.now(UTC))
        _tell_of_record(who)
    return audit(known, given.threshold)


def _unproven() -> Iterator[str]:
    """Yield each release in the ledger whose stored worlds do not prove it safe."""
    for release in Release.objects.filter(told__isnull=False).distinct().newest_first():
        proof = proof_of(ReleaseContent.objects.newest_of(release))
        if proof.at_risk or proof.faults:
            yield f"{release}: {proof.proven} of {proof.aggregates} small groups are proven."


COMMANDS = (
    Command(
        "report",
        "Print the report on a period, or compare it with the printed one. "
        "Example: suoja report 2020 --format pdf --lang fi -o report.pdf",
        _add_arguments,
        _run,
    ),
    Command(
        "release",
        "Attack what is published, printed reports or our own releases. "
        "Example: suoja release audit --published published.csv --report 2014",
        _add_release_arguments,
        _audit,
    ),
)
