"""Totals that the report before told differently."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, IntegrityError, transaction

import cases
import releases
from cases import make_client
from suoja.accounts.models import Staff
from suoja.clients.models import Exploitation, Spell
from suoja.core.errors import NotAllowed, Refused
from suoja.core.models import AuditEntry
from suoja.publication import actions
from suoja.publication.checks.differences import FLOWS, Difference, differences_of, report_before
from suoja.publication.models import Explanation, Release
from suoja.vocabulary.choices import Form

AT = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
WHY = "Referrals of last winter were registered late."


def clients(number: int, year: int) -> None:
    for _ in range(number):
        make_client(started_on=date(year, 6, 1))


def drafted(period: str, by: Staff) -> Release:
    return releases.counted(period, by=by, at=AT)


@pytest.fixture
def before(taavi: Staff, daniel: Staff) -> Release:
    """Return the report of 2019, published with six new clients."""
    clients(6, 2019)
    return releases.published(drafted("2019", taavi), by=daniel, at=AT)


@pytest.fixture
def differing(before: Release, taavi: Staff) -> Release:
    """Return the draft of 2020, in which 2019 has seven."""
    clients(1, 2019)
    clients(6, 2020)
    return drafted("2020", taavi)


def of_new_clients(release: Release) -> Difference:
    found = {(one.table, one.year): one for one in differences_of(release)}
    return found["series_new_clients", "2019"]


def test_a_total_that_the_report_before_told_differently_is_found(differing: Release) -> None:
    found = of_new_clients(differing)

    assert (found.before, found.after, found.explanation) == (6, 7, "")
    assert found.said == "The report on 2019 said 6; this one says 7."


def test_the_year_that_is_new_differs_from_nothing(before: Release, taavi: Staff) -> None:
    clients(6, 2020)

    assert differences_of(drafted("2020", taavi)) == ()


def test_a_half_year_is_compared_with_the_same_half(before: Release, taavi: Staff) -> None:
    assert report_before(drafted("2020-H1", taavi), [before]) is None
    assert report_before(drafted("2020", taavi), [before]) == before
    assert report_before(before, [before]) is None


def test_what_is_explained_is_told_and_on_record(differing: Release, taavi: Staff) -> None:
    actions.explain_difference(differing, of_new_clients(differing), WHY, by=taavi, at=AT)

    assert of_new_clients(differing).explanation == WHY
    assert AuditEntry.objects.latest("sequence").verb == "release.explain_difference"


def test_an_explanation_holds_for_its_two_numbers_only(differing: Release, taavi: Staff) -> None:
    actions.explain_difference(differing, of_new_clients(differing), WHY, by=taavi, at=AT)
    clients(1, 2019)
    actions.draft_again(differing, by=taavi, at=AT)

    assert (of_new_clients(differing).after, of_new_clients(differing).explanation) == (8, "")


@pytest.mark.parametrize(("after", "text", "says"), [(7, " ", "Write why"), (9, WHY, "nothing to")])
def test_an_explanation_is_refused_with_a_reason(
    differing: Release, taavi: Staff, after: int, text: str, says: str
) -> None:
    found = of_new_clients(differing)
    asked = Difference(found.table, found.year, 6, after, title="", said="")

    with pytest.raises(Refused, match=says):
        actions.explain_difference(differing, asked, text, by=taavi, at=AT)


def test_an_explanation_holds_no_number_but_years(differing: Release, taavi: Staff) -> None:
    found = of_new_clients(differing)
    with pytest.raises(Refused, match="Leave out 4"):
        actions.explain_difference(differing, found, "The 4 men of 2019 came.", by=taavi, at=AT)
    actions.explain_difference(differing, found, "Registered in 2021.", by=taavi, at=AT)

    assert Explanation.objects.get().text == "Registered in 2021."


def test_an_outsider_explains_nothing(differing: Release, olli: Staff) -> None:
    with pytest.raises(NotAllowed):
        actions.explain_difference(differing, of_new_clients(differing), WHY, by=olli, at=AT)


def test_the_database_keeps_explanations_as_they_are(differing: Release, taavi: Staff) -> None:
    actions.explain_difference(differing, of_new_clients(differing), WHY, by=taavi, at=AT)

    with pytest.raises(DatabaseError), transaction.atomic():
        Explanation.objects.update(text="Because.")
    for wrong in ({"text": ""}, {"before": 7}):
        row = Explanation.objects.values().get() | {"id": None, **wrong}
        with pytest.raises(IntegrityError), transaction.atomic():
            Explanation.objects.create(**row)


def published(period: str, taavi: Staff, daniel: Staff) -> Release:
    return releases.published(drafted(period, taavi), by=daniel, at=AT)


def record(spell: Spell, form: Form) -> Exploitation:
    told = cases.account(form=form)
    return cases.clients.record_exploitation(spell, told, by=cases.aino(), at=AT)


def test_a_part_that_changed_under_the_same_total_is_found_once(
    taavi: Staff, daniel: Staff
) -> None:
    clients(16, 2019)
    spells = list(Spell.objects.order_by("pk"))
    for number, spell in enumerate(spells):
        record(spell, Form.FORCED_LABOUR if number < 8 else Form.SEXUAL_EXPLOITATION)
    published("2019", taavi, daniel)
    other = record(spells[0], Form.SEXUAL_EXPLOITATION)
    cases.clients.make_primary(spells[0], other, by=cases.aino(), at=AT)
    found = differences_of(drafted("2020", taavi))

    assert [(one.table, one.year) for one in found] == [("series_new_clients_by_form", "2019")]
    assert found[0].title.startswith("New clients by year and form of exploitation, ")
    assert (found[0].before, found[0].after) in [(8, 9), (8, 7)]


@pytest.fixture
def two_halves(taavi: Staff, daniel: Staff) -> None:
    """Publish both halves of 2019, with six new clients each."""
    for month in (3, 9):
        for _ in range(6):
            make_client(started_on=date(2019, month, 1))
    for half in ("2019-H1", "2019-H2"):
        published(half, taavi, daniel)


def of_the_halves(release: Release) -> list[tuple[str, int, int, str]]:
    found = differences_of(release)
    return [(one.year, one.before, one.after, one.said) for one in found if one.table in FLOWS]


def test_a_year_that_is_its_two_halves_differs_from_nothing(two_halves: None, taavi: Staff) -> None:
    assert of_the_halves(drafted("2019", taavi)) == []


def test_a_year_that_is_more_than_its_two_halves_is_found(
    two_halves: None, taavi: Staff, daniel: Staff
) -> None:
    make_client(started_on=date(2019, 3, 1))
    draft = drafted("2019", taavi)

    assert of_the_halves(draft)[0] == (
        "2019",
        12,
        13,
        "The reports on its halves add up to 12; that on the year says 13.",
    )
    with pytest.raises(Refused, match="Differences to other reports are explained"):
        actions.check(draft, by=daniel, at=AT)


def test_a_half_is_held_against_the_year_too(two_halves: None, taavi: Staff, daniel: Staff) -> None:
    published("2019", taavi, daniel)
    make_client(started_on=date(2019, 3, 1))
    half = Release.objects.get(period="2019-H1")
    second = actions.correct(half, "A client was missing.", by=taavi, at=AT)

    assert of_the_halves(second)[0][1:3] == (13, 12)
