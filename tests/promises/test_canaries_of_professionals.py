"""What a professional types, in a referral, a draft or a consultation, is nowhere to be read."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from promises.sides_running import Running, rows_in, running
from promises.test_canaries import found_in
from public_site.referral_flow import PATH, WHO, Walk
from served import Visitor

pytestmark = pytest.mark.xdist_group("roles")
ROUNDS = 6
KINDS = (
    *("referrer_name", "referrer_contact", "given_names", "family_name", "summary", "threat"),
    *("phone", "address", "safe_contact", "child", "question", "draft"),
)
OTHERS = {"sex": "man_boy", "birth_date_unknown": "on", "nationality": "unknown"}


class ServedWalk(Walk):
    """A visit to the form of a served process."""

    def __init__(self, port: int, number: int) -> None:
        self.visitor, self.path = Visitor(port, f"127.0.4.{number + 1}"), PATH
        self.number, self.html = number, self.visitor.get(PATH)

    def press(self, go: str, path: str = "", **typed: Any) -> str:
        carried = {name: value for name in ("state", "typed") if (value := self.hidden(name))}
        self.html = self.visitor.post(path or self.path, {**carried, **typed, "go": go})
        assert self.visitor.status == 200
        return self.html

    def word(self, kind: str) -> str:
        return word(kind, self.number)

    def words(self, *kinds: str) -> dict[str, str]:
        return {kind: self.word(kind) for kind in kinds}

    def begin(self, consents: str) -> None:
        self.on(**{**WHO, **self.words("referrer_name", "referrer_contact")})
        self.on(consents=consents)


def word(kind: str, number: int) -> str:
    return f"Canary{kind.replace('_', '')}{number:03}"


def refer(walk: ServedWalk) -> None:
    walk.begin("yes")
    walk.person()
    walk.on(**OTHERS, **walk.words("given_names", "family_name"))
    walk.on(**walk.words("summary", "threat"))
    walk.on(**walk.words("phone", "address", "safe_contact"))
    walk.press("child")
    child = {"child-0-given_names": walk.word("child"), "child-0-sex": "woman_girl"}
    walk.on(rows="1", **child)
    walk.on()
    walk.press("send")


def consult(walk: ServedWalk) -> None:
    walk.begin("no")
    walk.on(**walk.words("question"))
    walk.press("send")


def keep_a_draft(walk: ServedWalk) -> str:
    walk.begin("yes")
    walk.person()
    walk.on(**OTHERS, given_names=walk.word("draft"), family_name="Koskela")
    return walk.saved()


@pytest.fixture(scope="module")
def side(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(f"suoja_pro_{os.getpid()}", tmp_path_factory.mktemp("pro")) as side:
        yield side


def test_nothing_is_left_where_somebody_could_look(side: Running) -> None:
    tables = ("intake_arrival", "intake_draft")
    before, codes = [rows_in(side, table) for table in tables], []
    for number in range(ROUNDS):
        refer(ServedWalk(side.served.port, number))
        consult(ServedWalk(side.served.port, number))
        codes.append(keep_a_draft(ServedWalk(side.served.port, number)))
    stored = [rows_in(side, table) - rows for table, rows in zip(tables, before, strict=True)]
    words = [word(kind, number) for kind in KINDS for number in range(ROUNDS)]

    assert stored == [2 * ROUNDS, ROUNDS]
    assert found_in(side.everything(), [*words, *codes]) == []
