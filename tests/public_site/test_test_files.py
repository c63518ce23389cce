"""Invented persons: labelled, repeatable, and made of nothing but published numbers."""

import csv
import io
import zipfile

from django.test import Client

from public_site.published import PUBLISHED, other_truth, published, tables_of
from suoja.accounts.models import Staff
from suoja.publication.models import Release
from suoja.publication.models.content import digest
from suoja.publication.models.freezing import freeze
from suoja.publication.rendering import published as reading
from suoja.publication.rendering import test_files as files
from suoja.statistics.tables import Table

FILE = "/en/statistics/test-files/2020/version-1/"


def unpacked(content: bytes) -> dict[str, str]:
    archive = zipfile.ZipFile(io.BytesIO(content))
    return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}


def test_every_line_says_that_the_person_is_invented(
    client: Client, report_of_2020: Release
) -> None:
    persons = list(csv.DictReader(io.StringIO(unpacked(client.get(FILE).content)[files.CSV_NAME])))

    assert next(iter(persons[0])) == "invented"
    assert {person["invented"] for person in persons} == {"yes"}
    (release,) = reading.with_tables([report_of_2020])
    assert len(persons) == release.tables["new_clients_by_sex"].value()


def test_the_file_is_offered_and_says_what_it_is(client: Client, report_of_2020: Release) -> None:
    assert f'href="{FILE}"' in client.get("/en/statistics/test-files/").content.decode()

    readme = unpacked(client.get(FILE).content)["README.txt"]
    assert readme.startswith("INVENTED PERSONS. Nobody in this file exists.")
    assert "woman_girl = Woman or girl" in readme


def made_from(truth: tuple[Table, ...]) -> bytes:
    """Return the file of a release that froze these true tables."""
    public = [table.public() for table in truth]
    release = Release(number=1, period="2020", drafted_at=PUBLISHED)
    known = {table.id: table for table in public}
    return files.test_file(reading.Published(release, digest(freeze(public)), known), "en").content


def test_other_hidden_truths_give_the_same_bytes() -> None:
    truth = tables_of("2020", 900)

    assert truth != other_truth(truth)
    assert made_from(truth) == made_from(other_truth(truth))


def test_a_release_that_hides_how_many_has_no_file(
    client: Client, taavi: Staff, daniel: Staff
) -> None:
    published("2020", people=20, drafter=taavi, checker=daniel)

    (total,) = {each.value() for each in tables_of("2020", 20) if each.id == "new_clients_by_sex"}
    assert 0 < total < 5
    assert client.get(FILE).status_code == 404
    assert FILE not in client.get("/en/statistics/test-files/").content.decode()
