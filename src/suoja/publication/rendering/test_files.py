"""Files to test programs with: invented persons, drawn from what a release published."""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from suoja.core.calendar import helsinki_date
from suoja.publication.rendering.archive import packed
from suoja.publication.rendering.files import Printed
from suoja.publication.rendering.published import Published
from suoja.statistics.labels import dimension_label, label
from suoja.statistics.synthetic import Invented, how_many, invent

POPULATION = "new_clients"
CSV_NAME = "invented-new-clients.csv"


def persons_in(published: Published) -> int:
    """Return how many persons the file of a release holds: none if their number is hidden."""
    return how_many(list(published.tables.values()), POPULATION)


def test_file(published: Published, language: str) -> Printed:
    """Return the ZIP of a release: invented new clients, and what they are."""
    persons = invent(list(published.tables.values()), POPULATION, published.digest)
    release = published.release
    with override(language):
        readme = "\r\n".join(_readme(published, persons)) + "\r\n"
    files = [("README.txt", readme.encode("utf-8-sig")), (CSV_NAME, as_csv(persons).encode())]
    name = f"suoja-invented-{release.period}-v{release.version}-{language}.zip"
    content = packed(files, dated=helsinki_date(release.public_from or release.drafted_at))
    return Printed(content, "application/zip", name.replace("..", "-"))


def as_csv(persons: Invented) -> str:
    """Return a line for each person; the first column says that nobody of them exists."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(["invented", *persons.columns])
    writer.writerows(["yes", *person] for person in zip(*persons.columns.values(), strict=True))
    return lines.getvalue()


def _readme(published: Published, persons: Invented) -> Iterator[str]:
    yield _("INVENTED PERSONS. Nobody in this file exists.")
    yield ""
    yield f"{published.title}. {_('Version')} {published.release.version}."
    yield f"SHA-256 {published.digest}"
    yield ""
    yield from _how()
    for variable, values in persons.columns.items():
        yield ""
        yield f"{variable}: {dimension_label(variable)}"
        yield from (f"  {code} = {label(variable, code)}" for code in sorted(set(values)))


def _how() -> Iterator[str]:
    yield _("The file is made from the published tables of this release and from nothing else.")
    yield _("It can tell nothing that those tables do not tell.")
    yield _("What no published table ties together is independent here (maximum entropy).")
    yield _("Where numbers are hidden, what they add up to is spread evenly over them.")
    yield _("Each published number of a list is met. Those of a cross table may be off by a few.")
    yield _("Use the file to try programs out. Do not use it to learn about people.")
