"""One code base, two sides: each has nothing at the addresses of the other."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from addresses import every_address
from sides import Asked, ask, suoja
from suoja.core.side import OF_THE_STAFF_SIDE

ADDRESSES = [each.example for each in every_address()]
OF_STAFF = [path for path in ADDRESSES if path.startswith("/staff/")]
OF_ALL = ["/", "/en/", "/fi/8/", "/ar/8/", "/x", "/en/reports/", "/en/statistics/"]
KNOWN_WORDS = ("staff/", "sign-in", "csrf")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    assert suoja("migrate", home=home).returncode == 0
    return home


@pytest.fixture(scope="module")
def public(home: Path) -> Mapping[str, Asked]:
    return ask("public", [*ADDRESSES, *OF_ALL, "/staff/nothing/"], home)


@pytest.fixture(scope="module")
def staff(home: Path) -> Mapping[str, Asked]:
    return ask("staff", [*ADDRESSES, *OF_ALL], home)


def test_the_public_side_has_no_page_of_staff(public: Mapping[str, Asked]) -> None:
    assert [path for path in OF_STAFF if public[path].status != 404] == []
    assert len({public[path].text for path in [*OF_STAFF, "/staff/nothing/"]}) == 1


def test_the_public_side_does_not_tell_that_there_is_a_staff_site(
    public: Mapping[str, Asked],
) -> None:
    told = {path: [word for word in KNOWN_WORDS if word in public[path].text] for path in public}

    assert {path: words for path, words in told.items() if words} == {}


def test_the_public_side_answers_at_its_own_addresses(public: Mapping[str, Asked]) -> None:
    assert {public[path].status for path in OF_ALL} == {200, 302, 303}


def test_the_staff_side_has_no_public_page(staff: Mapping[str, Asked]) -> None:
    elsewhere = {*ADDRESSES, *OF_ALL} - {*OF_STAFF}

    assert [path for path in elsewhere if staff[path].status != 404] == []
    assert "data-exit" not in staff["/en/"].text
    assert "/staff/" in staff["/en/"].text


def test_the_staff_side_answers_at_its_own_addresses(staff: Mapping[str, Asked]) -> None:
    assert staff["/staff/sign-in/"].status == 200
    assert staff["/staff/"].headers["Location"].startswith("/staff/sign-in/")


def test_the_public_side_knows_nobody(public: Mapping[str, Asked]) -> None:
    assert [path for path, told in public.items() if told.knows or told.cookies] == []


def test_each_side_passes_its_own_check_with_the_keys_it_has(tmp_path: Path) -> None:
    public = suoja("check", home=tmp_path, SUOJA_SITE="public")
    for name in OF_THE_STAFF_SIDE:
        (tmp_path / name).touch()
    staff = suoja("check", home=tmp_path, SUOJA_SITE="staff")

    assert [(done.returncode, done.stderr) for done in (public, staff)] == [(0, ""), (0, "")]


def test_keys_of_staff_on_the_public_side_are_found(tmp_path: Path) -> None:
    for name in OF_THE_STAFF_SIDE:
        (tmp_path / name).touch()
    done = suoja("check", home=tmp_path, SUOJA_SITE="public")

    assert done.returncode == 1
    told = [name for name in OF_THE_STAFF_SIDE if f"{name} belongs to the staff" in done.stdout]
    assert told == ["master.key", "keys.sqlite3", "duty.keys"]


def test_a_side_that_is_not_known_is_refused(tmp_path: Path) -> None:
    done = suoja("check", home=tmp_path, SUOJA_SITE="pubic")

    assert done.returncode == 2
    assert done.stderr == "suoja: SUOJA_SITE is 'pubic'. Set it to public, staff or both.\n"


def test_the_example_is_not_made_on_the_public_side(tmp_path: Path) -> None:
    done = suoja("run", "--example", "--port", "0", home=tmp_path, SUOJA_SITE="public")

    assert done.returncode == 2
    assert "made on the staff side" in done.stderr
