"""One table on a page of its own."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from suoja.publication.choices import TableFormat
from suoja.publication.models import Release
from suoja.publication.rendering import Report, table_file

TABLE = "/en/reports/2020/tables/new_clients_by_sex/"
FIRST = "/en/reports/2020/version-1/tables/new_clients_by_sex/"
SECOND = "/en/reports/2020/version-2/tables/new_clients_by_sex/"


def page(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_a_table_has_its_definition_and_its_numbers(
    client: Client, report_of_2020: Release
) -> None:
    html = page(client, TABLE)

    assert "<h1>New clients by sex, 2020</h1>" in html
    assert "People admitted to the assistance system for the first time" in html
    assert "Woman or girl" in html


def test_a_table_says_how_to_cite_this_version(client: Client, report_of_2020: Release) -> None:
    html = page(client, TABLE)

    assert (
        "National Assistance System for Victims of Human Trafficking: New clients by sex, 2020. "
        "Annual report 2020. Version 1, 1 Mar 2021."
    ) in html
    assert f">http://testserver{FIRST}</a>" in html


@pytest.mark.parametrize("kind", TableFormat.values)
def test_a_table_can_be_taken_home(client: Client, report_of_2020: Release, kind: str) -> None:
    answer = client.get(f"{FIRST}{kind}/")
    report = Report.of_release(report_of_2020)

    assert f'href="{FIRST}{kind}/"' in page(client, TABLE)
    assert answer.content == table_file(report, "new_clients_by_sex", kind, "en").content
    assert answer["Content-Disposition"].startswith("attachment; filename=")


def test_a_table_names_its_other_periods(client: Client, publish: Callable[[str], Release]) -> None:
    for period in ("2019", "2020", "2020-H1"):
        publish(period)
    html = page(client, TABLE)

    assert 'href="/en/reports/2019/tables/new_clients_by_sex/"' in html
    assert 'href="/en/reports/2020-H1/tables/new_clients_by_sex/"' in html
    assert f'<a href="{TABLE}">' not in html


def test_an_address_of_a_version_stays_and_points_to_the_one_in_force(
    client: Client, report_of_2020: Release
) -> None:
    before = page(client, FIRST)
    assert "has been corrected" not in before

    report_of_2020.status = "corrected"
    report_of_2020.save()

    assert "This version has been corrected" in page(client, FIRST)


def test_a_correction_replaces_the_numbers_under_the_same_address(
    client: Client, report_of_2020: Release, second_version: Release
) -> None:
    old, new = page(client, FIRST), page(client, TABLE)

    assert "This version has been corrected" in old
    assert "A referral was counted twice." in new
    assert f">http://testserver{SECOND}</a>" in new


@pytest.mark.parametrize(
    "path",
    [
        "/en/reports/2020/tables/clients_by_name/",
        "/en/reports/2021/tables/new_clients_by_sex/",
        SECOND,
        f"{FIRST}exe/",
        "/en/reports/2020/version-1/tables/clients_by_name/csv/",
        "/en/reports/2020/version-1/tables/",
    ],
)
def test_what_is_not_published_is_not_there(
    client: Client, report_of_2020: Release, path: str
) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", [TABLE, FIRST, f"{FIRST}csv/", "/en/series/new_clients_by_sex/"])
def test_what_is_under_embargo_is_not_there_yet(
    client: Client, report_of_2020: Release, path: str
) -> None:
    Release.objects.update(embargo_until=datetime.now(UTC) + timedelta(hours=1))

    assert client.get(path).status_code == 404


def test_a_page_asks_as_much_with_many_reports_as_with_one(
    client: Client, publish: Callable[[str], Release]
) -> None:
    asked = []
    for period in ("2020", "2019", "2018"):
        publish(period)
        with CaptureQueriesContext(connection) as queries:
            client.get(TABLE)
        asked.append(len(queries))

    assert asked == [3, 3, 3]
