"""What the addresses of the program are asked about."""

from datetime import date, timedelta

import pytest

from cases import AT, TODAY, account, make_client, make_referral, someone
from cast import make_staff
from intake.arrivals import drop, drop_with_code
from intake.desk import first, go_on_duty
from intake.forms_sent import drop_form
from public_site.published import drafted, published
from suoja.accounts.choices import Role
from suoja.accounts.models import Staff
from suoja.clients.actions import record_exploitation
from suoja.core.calendar import Period
from suoja.intake.letterbox import SentFile, drop_file
from suoja.periods.actions import grant
from suoja.periods.choices import Granter, Kind
from suoja.periods.rules import Grant
from suoja.publication import actions as publication
from suoja.statistics.asking import Question
from suoja.vocabulary.choices import ResidenceStatus


@pytest.fixture
def a_colleague(db: None) -> dict[str, object]:
    colleague = make_staff(Role.EXPERT, username="ilmari", display_name="Ilmari Expert")
    return {"pk": colleague.pk}


@pytest.fixture
def a_version(taavi: Staff, daniel: Staff) -> dict[str, object]:
    release = published("2020", people=60, drafter=taavi, checker=daniel)
    return {"period": release.period, "version": 1}


@pytest.fixture
def a_report(a_version: dict[str, object]) -> dict[str, object]:
    return {"period": a_version["period"]}


@pytest.fixture
def a_file(a_version: dict[str, object]) -> dict[str, object]:
    return {**a_version, "kind": "json"}


@pytest.fixture
def a_larger_version(taavi: Staff, daniel: Staff) -> dict[str, object]:
    release = published("2020", people=900, drafter=taavi, checker=daniel)
    return {"period": release.period, "version": 1}


@pytest.fixture
def a_series(a_version: dict[str, object]) -> dict[str, object]:
    return {"table_id": "new_clients_by_sex"}


@pytest.fixture
def a_table(a_report: dict[str, object]) -> dict[str, object]:
    return {**a_report, "table_id": "new_clients_by_sex"}


@pytest.fixture
def a_table_version(a_version: dict[str, object]) -> dict[str, object]:
    return {**a_version, "table_id": "new_clients_by_sex"}


@pytest.fixture
def a_table_file(a_table_version: dict[str, object]) -> dict[str, object]:
    return {**a_table_version, "kind": "csv"}


@pytest.fixture
def a_release(taavi: Staff) -> dict[str, object]:
    return {"number": drafted("2019", people=60, drafter=taavi).number}


@pytest.fixture
def an_answer(taavi: Staff) -> dict[str, object]:
    question = Question("new_clients", Period.parse("2019"))
    return {"number": publication.answer_question(question, "A daily", by=taavi, at=AT).number}


@pytest.fixture
def a_letter(an_answer: dict[str, object]) -> dict[str, object]:
    return {**an_answer, "language": "fi", "kind": "text"}


@pytest.fixture
def a_difference(taavi: Staff, daniel: Staff) -> dict[str, object]:
    published("2018", people=900, drafter=taavi, checker=daniel)
    draft = drafted("2019", people=0, drafter=taavi)
    return {"number": draft.number, "table": "series_new_clients", "year": "2018"}


@pytest.fixture
def a_release_file(a_release: dict[str, object]) -> dict[str, object]:
    return {**a_release, "format_": "json"}


@pytest.fixture
def a_client(db: None) -> dict[str, object]:
    return {"number": make_client().person.number}


@pytest.fixture
def a_referral(db: None) -> dict[str, object]:
    return {"number": make_referral().number}


@pytest.fixture
def a_conversation(db: None) -> dict[str, object]:
    for role in (Role.ADVISER, Role.SOCIAL_COUNSELLOR, Role.DIRECTOR):
        go_on_duty(someone(role))
    drop_with_code()
    return {"number": first().number}


@pytest.fixture
def a_sent_file(a_conversation: dict[str, object]) -> dict[str, object]:
    file = SentFile(told={"name": "me.jpg", "sha256": "f0"}, original=b"raw", view=b"seen")
    arrived = drop_file(file, submission="a", at=AT)
    drop(files=[arrived], at=AT - timedelta(days=1))
    return {"number": first().number, "file": arrived}


@pytest.fixture
def a_letter_part(a_conversation: dict[str, object]) -> dict[str, object]:
    message = drop_form()
    first()
    return {"message": message, "part": 1}


@pytest.fixture
def an_exploitation(db: None) -> dict[str, object]:
    spell = make_client()
    told = record_exploitation(spell, account(), by=someone(Role.ADVISER), at=AT)
    return {"number": spell.person.number, "pk": told.pk}


@pytest.fixture
def a_period(db: None) -> dict[str, object]:
    spell = make_client(residence_status=ResidenceStatus.UNDOCUMENTED)
    reflection = Grant(
        kind=Kind.REFLECTION,
        granted_by_body=Granter.POLICE,
        granted_on=TODAY,
        starts_on=TODAY,
        ends_on=date(2020, 8, 15),
    )
    period = grant(spell.person, reflection, by=someone(Role.DIRECTOR), at=AT)
    return {"number": spell.person.number, "pk": period.pk}
