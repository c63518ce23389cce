"""The plan is written whole, or not at all, and only into an empty database."""

from collections import Counter

import pytest

from suoja import cli
from suoja.accounts.models import ExampleMarker, Staff
from suoja.clients.models import Exploitation, Spell
from suoja.core import audit
from suoja.core.calendar import Period
from suoja.core.errors import Refused
from suoja.core.models import AuditEntry
from suoja.core.vault import case_keys
from suoja.core.vault.keys import CaseErased
from suoja.example.load import sign_ins, write
from suoja.example.plan import Plan
from suoja.persons.models import Person
from suoja.referrals.models import Referral
from suoja.statistics.check.compare import Verdict, check
from suoja.statistics.collect import collect

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("example")]


@pytest.fixture
def few(plan) -> Plan:
    return Plan(plan.seed, 3, plan.clients, plan.refused)


def cases_of(plan):
    return [case for batch in plan.batches() for case in batch]


def test_the_reports_come_out_with_the_published_numbers(plan) -> None:
    write(plan)
    facts = collect()

    for period in ("2014", "2018-H1", "2018", "2020"):
        compared = check(facts, Period.parse(period))
        assert [str(c) for c in compared if c.verdict is Verdict.DIFFERENT] == []
        assert Counter(c.verdict for c in compared)[Verdict.EQUAL] > 40


def test_everything_planned_is_written(few) -> None:
    write(few)
    cases = cases_of(few)

    persons = sum(1 + len(case.children) for case in cases)
    assert Person.objects.count() == persons
    assert Referral.objects.count() == sum(len(case.referrals) for case in cases)
    assert Spell.objects.clients().count() == sum(len(case.spells) for case in cases)
    assert Exploitation.objects.count() == sum(len(case.exploitations) for case in cases)


def test_a_made_up_person_is_found_by_name_and_read_again(few) -> None:
    write(few)
    planned = cases_of(few)[0].person

    found = Person.objects.named(planned.name).born_on(planned.birth_date).get()

    assert (found.name, found.phone) == (planned.name, planned.phone)


def test_the_audit_is_whole_and_follows_time(few) -> None:
    write(few)

    told = list(AuditEntry.objects.order_by("sequence").values_list("at", flat=True))

    assert audit.verify().intact
    assert len(told) > Person.objects.count()
    assert told == sorted(told)


def test_a_database_with_somebody_in_it_is_refused(few) -> None:
    write(few)

    with pytest.raises(Refused, match="not empty"):
        write(few)


def test_whoever_stops_it_finds_the_database_and_the_keys_as_they_were(few) -> None:
    made = []

    def stop(_: str) -> None:
        made.extend(Person.objects.values_list("pk", flat=True))
        if made:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(few, tell=stop)

    assert not Person.objects.exists()
    assert not Staff.objects.exists()
    with pytest.raises(CaseErased):
        case_keys.get(made[0])


def test_the_made_up_staff_can_sign_in_with_a_code(few, capsys) -> None:
    write(few)

    assert ExampleMarker.objects.exists()
    assert cli.main(["code", "aino"]) == cli.DONE
    assert capsys.readouterr().out.strip().isdigit()
    assert any("aino" in line for line in sign_ins())


def test_the_command_fills_an_empty_database_and_refuses_a_full_one(capsys) -> None:
    assert cli.main(["example", "--clients", "13"]) == cli.DONE
    assert "12 made-up clients" in capsys.readouterr().out

    assert cli.main(["example"]) == cli.REFUSED
    assert "not empty" in capsys.readouterr().err


@pytest.mark.parametrize("number", ["none", "0", "-5", "1000001"])
def test_an_impossible_number_of_clients_is_not_understood(number, capsys) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["example", "--clients", number])

    assert left.value.code == cli.REFUSED
    assert "from 13 to" in capsys.readouterr().err
