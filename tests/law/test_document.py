"""docs/law.md is printed from the provisions and from the tests that prove them."""

import subprocess
import sys
from pathlib import Path

import pytest

from suoja import law
from suoja.law import document

HERE = Path(__file__).parent
NAMES = [each.id for timeline in law.TIMELINES for each in timeline.provisions]


@pytest.mark.parametrize("name", NAMES)
def test_every_provision_is_proved_by_a_test(name: str) -> None:
    assert document.proofs_in(HERE).get(name)


def test_every_test_names_a_provision_that_exists() -> None:
    assert set(document.proofs_in(HERE)) - set(NAMES) == set()


def test_the_page_shows_every_provision_with_its_test() -> None:
    page = document.render()

    assert [name for name in NAMES if f"**`{name}`**" not in page] == []
    assert "law/test_recovery.py::test_the_assistance_system_grants_it" in page


def test_the_page_says_what_was_not_verified() -> None:
    unverified = [
        each for timeline in law.TIMELINES for each in timeline.provisions if not each.verified
    ]

    assert document.render().count("(**not verified**)") == len(unverified)


def test_the_page_names_the_last_day_of_a_provision() -> None:
    assert "- in force: 1.7.2015 to 30.11.2018\n" in document.render()


def test_without_tests_the_page_says_that_there_are_none(tmp_path: Path) -> None:
    assert document.render(tmp_path).count("- tests: none\n") == len(NAMES)


def test_one_line_may_name_several_provisions(tmp_path: Path) -> None:
    text = 'def test_both():\n    """Provisions a.b, a.c.\n\n    Provision a.d.\n    """\n'
    (tmp_path / "test_x.py").write_text(text)

    proofs = document.proofs_in(tmp_path)

    assert proofs == {name: ["test_x.py::test_both"] for name in ("a.b", "a.c", "a.d")}


def test_the_law_knows_no_django() -> None:
    code = "import sys, suoja.law, suoja.law.document; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
