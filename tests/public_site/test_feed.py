"""The feed, read as a feed reader reads it."""

from collections.abc import Callable
from xml.etree import ElementTree

from django.test import Client

from suoja.publication.models import Release

FEED = "/en/reports/feed.atom"
ATOM = "{http://www.w3.org/2005/Atom}"


def read(client: Client) -> ElementTree.Element:
    return ElementTree.fromstring(client.get(FEED).content)  # noqa: S314  (we wrote it)


def titles(feed: ElementTree.Element) -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]


def test_a_feed_has_what_the_standard_asks_for(client: Client, report_of_2020: Release) -> None:
    feed = read(client)
    entry = feed.find(f"{ATOM}entry")

    for element in (feed, entry):
        assert {f"{ATOM}{name}" for name in ("id", "title", "updated")} <= {e.tag for e in element}
    assert feed.find(f"{ATOM}author").findtext(f"{ATOM}name")
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == f"http://testserver{FEED}"
    assert entry.findtext(f"{ATOM}id") == "http://testserver/en/reports/2020/version-1/"


def test_each_version_is_an_entry_and_a_correction_says_so(
    client: Client, second_version: Release
) -> None:
    feed = read(client)

    assert titles(feed) == ["Corrected: Annual report 2020, version 2", "Annual report 2020"]
    assert feed.findtext(f"{ATOM}updated") == "2021-04-01T09:00:00+00:00"
    first = feed.find(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}summary") == "A referral was counted twice."


def test_what_staff_typed_is_read_as_words(client: Client, second_version: Release) -> None:
    Release.objects.filter(pk=second_version.pk).update(correction="<b>Late & loud</b>")

    summary = read(client).find(f"{ATOM}entry").findtext(f"{ATOM}summary")

    assert summary == "&lt;b&gt;Late &amp; loud&lt;/b&gt;"


def test_a_feed_without_reports_is_a_feed(db: None, client: Client) -> None:
    assert titles(read(client)) == []
    assert client.get(FEED).content == client.get(FEED).content


def test_a_feed_speaks_its_language(client: Client, publish: Callable[[str], Release]) -> None:
    publish("2020")
    answer = client.get("/fi/reports/feed.atom")

    assert answer["Content-Type"].startswith("application/atom+xml")
    assert b'xml:lang="fi"' in answer.content
    assert b"/fi/reports/2020/version-1/" in answer.content


def test_every_page_of_numbers_points_to_the_feed(db: None, client: Client) -> None:
    html = client.get("/en/statistics/").content.decode()

    assert f'type="application/atom+xml"\n        href="{FEED}"' in html
