"""What visitors leave on the public side: not their address, not their browser, no cookie."""

import os
from collections.abc import Iterator
from http.cookies import SimpleCookie
from itertools import cycle, islice

import pytest

from addresses import every_address
from promises.sides_running import Running, running
from served import Visitor, code_on, hidden

pytestmark = pytest.mark.xdist_group("roles")
PATH = "/en/8/"
REQUESTS = 500
ADDRESSES = [f"127.0.0.{number}" for number in range(2, 10)]
PAGES = [each.example for each in every_address() if not each.example.startswith("/staff/")]
AGENT = "CanaryAgent/{}.0 (Own Phone)"


@pytest.fixture(scope="module")
def side(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(f"suoja_trace_{os.getpid()}", tmp_path_factory.mktemp("trace")) as side:
        yield side


@pytest.fixture(scope="module")
def visitors(side: Running) -> list[Visitor]:
    """Return who has asked for 500 pages, and sent every form of the contact flow."""
    port = side.served.port
    visitors = [Visitor(port, each, AGENT.format(each[-1])) for each in ADDRESSES]
    for visitor in visitors:
        _use_every_form(visitor)
    for visitor, path in islice(zip(cycle(visitors), cycle(PAGES), strict=False), REQUESTS):
        visitor.get(path)
    return visitors


def _use_every_form(visitor: Visitor) -> None:
    page = visitor.get(PATH)
    visitor.post(PATH, {"step": "letter", "message": "", **hidden(page)})
    page = visitor.post(PATH, {"step": "letter", "message": "Help", **hidden(page)})
    code = code_on(page)
    visitor.post(PATH, {"step": "code", "type": code, **hidden(page)})
    visitor.post(PATH, {"step": "back"})
    page = visitor.post(PATH, {"step": "open", "code": code})
    page = visitor.post(PATH, {"step": "again", "message": "More", **hidden(page)})
    visitor.post(PATH, {"step": "erase", "erase_sure": "on", **hidden(page)})


def test_nobody_finds_an_address_or_a_browser(side: Running, visitors: list[Visitor]) -> None:
    left = side.everything()

    assert len(left) > 100_000
    assert {visitor.status for visitor in visitors} <= {200, 303, 304, 404}
    assert [each for each in ADDRESSES if each.encode() in left] == []
    assert b"CanaryAgent" not in left
    assert b"Own Phone" not in left


def test_the_search_would_find_them(side: Running) -> None:
    (side.served.home / "tmp" / "kept").write_text(f"{ADDRESSES[0]} {AGENT}")
    left = side.everything()
    (side.served.home / "tmp" / "kept").unlink()

    assert ADDRESSES[0].encode() in left
    assert b"CanaryAgent" in left


def test_the_only_cookie_leads_to_the_next_page_and_is_gone_with_it(
    visitors: list[Visitor],
) -> None:
    offered = [SimpleCookie(each) for visitor in visitors for each in visitor.offered]
    made = [each["step"] for each in offered if each["step"]["max-age"] == ""]

    assert {name for each in offered for name in each} == {"step"}
    assert {(each["httponly"], each["samesite"]) for each in made} == {(True, "Strict")}
    assert len({each.value for each in made}) == len(made) == len(offered) / 2
    assert [visitor.kept for visitor in visitors] == [{}] * len(visitors)


def test_who_only_reads_is_offered_no_cookie(side: Running) -> None:
    reader = Visitor(side.served.port)
    for path in PAGES:
        reader.get(path)

    assert reader.offered == []
