"""One table over all published reports."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from public_site.published import drafted, tables_of
from suoja.accounts.models import Staff
from suoja.publication.models import Release
from suoja.statistics.tables import by_id

Publish = Callable[[str], Release]
BY_SEX = "/en/series/new_clients_by_sex/"
TABLES = "/tables/new_clients_by_sex/"


def page(client: Client, path: str = BY_SEX) -> str:
    return client.get(path).content.decode()


def totals(html: str) -> list[int]:
    """Return the numbers of the last row of the first table."""
    last = re.search(r'<tr class="total">(.*?)</tr>', html, re.DOTALL)
    return [int(number) for number in re.findall(r'<bdi dir="ltr">(\d+)</bdi>', last[1])]


def test_a_series_says_of_each_year_what_its_report_says(client: Client, publish: Publish) -> None:
    for year in ("2020", "2018", "2019"):
        publish(year)
    html = page(client)

    tables = [
        by_id(tables_of(year, 900))["new_clients_by_sex"] for year in ("2018", "2019", "2020")
    ]
    assert totals(html) == [table.value() for table in tables]
    assert "<h1>New clients by sex, 2018 – 2020</h1>" in html


def test_a_series_names_the_release_behind_each_number(client: Client, publish: Publish) -> None:
    publish("2019")
    publish("2020")
    html = page(client)

    assert f'2019:\n            <a href="/en/reports/2019/version-1{TABLES}">' in html
    assert f'2020:\n            <a href="/en/reports/2020/version-1{TABLES}">' in html


def test_the_newest_report_tells_of_earlier_years_too(client: Client, publish: Publish) -> None:
    publish("2019")
    publish("2020")
    html = page(client, "/en/series/series_new_clients/")

    assert re.search(r"20\d\d – 2020:\s+<a href=\"/en/reports/2020/version-1/", html)
    assert "/en/reports/2019/version-1/" not in html


def test_a_correction_replaces_its_year(client: Client, second_version: Release) -> None:
    html = page(client)

    assert totals(html) == [by_id(tables_of("2020", 1000))["new_clients_by_sex"].value()]
    assert f"/en/reports/2020/version-2{TABLES}" in html


def test_a_half_year_stands_apart_from_a_year(client: Client, publish: Publish) -> None:
    publish("2020")
    publish("2020-H1")
    html = page(client)

    assert html.index("Whole years, 2020") < html.index("Half-years, 2020-H1")


def test_a_draft_is_in_no_series(client: Client, report_of_2020: Release, taavi: Staff) -> None:
    drafted("2019", people=900, drafter=taavi)

    assert "2019" not in page(client)


def test_a_break_is_told_where_the_years_lie_on_both_sides(
    client: Client, report_of_2020: Release
) -> None:
    told = "Before 2016 “other” also held forms"

    assert told in page(client, "/en/series/series_new_clients_by_form/")
    assert told not in page(client)


@pytest.mark.parametrize("path", ["/en/series/clients_by_name/", "/en/series/series_new_clients/"])
def test_without_a_report_there_is_no_series(db: None, client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
    assert "No report has been published here yet" in page(client, "/en/series/")


def test_every_series_of_the_list_can_be_read(client: Client, report_of_2020: Release) -> None:
    paths = re.findall(r'href="(/en/series/[a-z_]+/)"', page(client, "/en/series/"))

    assert len(paths) > 20
    assert {client.get(path).status_code for path in paths} == {200}


def test_a_series_asks_as_much_with_many_reports_as_with_one(
    client: Client, publish: Publish
) -> None:
    asked = []
    for period in ("2020", "2019"):
        publish(period)
        with CaptureQueriesContext(connection) as queries:
            client.get(BY_SEX)
        asked.append(len(queries))

    assert asked == [2, 2]
