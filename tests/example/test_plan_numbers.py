"""The plan shows every published number; the numbers stand here again, typed from the reports."""

from datetime import date

import pytest

from example.counting import nationalities

pytestmark = pytest.mark.xdist_group("example")

WOMEN, MEN = {"sex": "woman_girl"}, {"sex": "man_boy"}
SEXUAL, LABOUR = {"form": "sexual_exploitation"}, {"form": "forced_labour"}
MARRIAGE = {"form": "forced_marriage"}
IN_FINLAND, ABROAD = {"place": "in_finland"}, {"place": "abroad"}
ASYLUM = {"residence_status": "asylum_seeker"}

NEW = [
    ("2006-01..2009-12", {}, 57),
    ("2010", {}, 44),
    ("2011", {}, 51),
    ("2012", {}, 48),
    ("2013", {}, 56),
    ("2014", {}, 50),
    ("2014", WOMEN, 38),
    ("2014", MEN, 12),
    ("2014", SEXUAL, 32),
    ("2014", LABOUR, 11),
    ("2014", IN_FINLAND, 18),
    ("2014", SEXUAL | IN_FINLAND, 7),
    ("2014", LABOUR | IN_FINLAND, 4),
    ("2014", {"nationality": "NG"}, 21),
    ("2014", {"region": "sub_saharan_africa"}, 30),
    ("2014", {"region": "europe_and_russia"}, 7),
    ("2014", {"region": "north_africa_and_middle_east"}, 6),
    ("2014", {"region": "asia"}, 5),
    ("2014", {"region": "south_america"}, 1),
    ("2014", {"region": "no_nationality"}, 1),
    ("2015", {}, 52),
    ("2015", {"minor": True}, 0),
    ("2015", IN_FINLAND, 29),
    ("2015", LABOUR | IN_FINLAND, 20),
    ("2015", SEXUAL | IN_FINLAND, 7),
    ("2015", LABOUR | {"subform": "domestic_servitude"}, 7),
    ("2016", {}, 130),
    ("2016-H1", {}, 45),
    ("2016", IN_FINLAND, 43),
    ("2016", SEXUAL | IN_FINLAND, 4),
    ("2016", LABOUR | IN_FINLAND, 37),
    ("2017", {}, 130),
    ("2017-H1", {}, 55),
    ("2017", IN_FINLAND, 50),
    ("2017", SEXUAL | IN_FINLAND, 8),
    ("2017", LABOUR | IN_FINLAND, 33),
    ("2018-H1", {}, 76),
    ("2018-H1", {"minor": True}, 6),
    ("2018-H1", IN_FINLAND, 30),
    ("2018-H1", SEXUAL | IN_FINLAND, 12),
    ("2018-H1", LABOUR | IN_FINLAND, 10),
    ("2018-H1", MARRIAGE | IN_FINLAND, 4),
    ("2018-H1", {"home": True}, 18),
    ("2018-H1", IN_FINLAND | ASYLUM, 10),
    ("2018-H1", IN_FINLAND | {"residence_status": "undocumented"}, 10),
    ("2018", {}, 163),
    ("2018", WOMEN, 87),
    ("2018", MEN, 76),
    ("2018", {"minor": True}, 10),
    ("2018", {"conflict": True}, 73),
    ("2018", {"conflict": True, "minor": True}, 9),
    ("2018", ASYLUM, 125),
    ("2018", LABOUR | ABROAD, 43),
    ("2018", LABOUR | IN_FINLAND, 20),
    ("2018", LABOUR | {"subform": "domestic_servitude"}, 0),
    ("2018", SEXUAL | ABROAD, 47),
    ("2018", SEXUAL | IN_FINLAND, 18),
    ("2018", MARRIAGE | ABROAD, 10),
    ("2018", MARRIAGE | IN_FINLAND, 10),
    ("2018", IN_FINLAND, 52),
    ("2019", {}, 229),
    ("2019", LABOUR | IN_FINLAND, 33),
    ("2020", {}, 247),
    ("2020", WOMEN, 135),
    ("2020", MEN, 112),
    ("2020", {"category": "witness"}, 3),
    ("2020", {"minor": True}, 10),
    ("2020", {"minor": True} | IN_FINLAND, 1),
    ("2020", {"exploited_as_minor": True} | IN_FINLAND, 11),
    ("2020", IN_FINLAND, 123),
    ("2020", ABROAD, 121),
    ("2020", LABOUR | IN_FINLAND, 78),
    ("2020", LABOUR | ABROAD, 44),
    ("2020", MARRIAGE | IN_FINLAND, 23),
    ("2020", MARRIAGE | ABROAD | {"home": True}, 22),
    ("2020", SEXUAL | IN_FINLAND, 15),
    ("2020", SEXUAL | ABROAD, 47),
    ("2020", {"form": "forced_criminal_activity"} | IN_FINLAND, 5),
    ("2020", {"form": "benefit_fraud"} | IN_FINLAND, 2),
    ("2020", {"nationality": "stateless"}, 1),
    ("2020", IN_FINLAND | {"residence_status": "visa_free"}, 14),
    ("2020", IN_FINLAND | {"residence_status": "undocumented"}, 22),
    ("2020", IN_FINLAND | {"referrer": "victim_support_finland"}, 42),
    ("2020", IN_FINLAND | {"referrer": "police"}, 24),
    ("2020", IN_FINLAND | {"referrer": "self"}, 25),
    ("2020", IN_FINLAND | {"referrer": "shelter_or_mother_and_child_home"}, 9),
    ("2020", IN_FINLAND | {"organisation": "monika"}, 5),
    ("2020", IN_FINLAND | {"referrer": "legal_aid_attorney_or_private_counsel"}, 8),
    ("2020", IN_FINLAND | {"referrer": "reception_centre"}, 7),
    ("2020", IN_FINLAND | {"referrer": "prison"}, 3),
]
STOCK = [
    ("2013-12-31", {}, 102),
    ("2014-01-31", {}, 92),
    ("2014-02-28", {}, 87),
    ("2014-03-31", {}, 85),
    ("2014-04-30", {}, 81),
    ("2014-12-31", {}, 85),
    ("2014-12-31", WOMEN, 60),
    ("2014-12-31", MEN, 25),
    ("2014-12-31", SEXUAL, 45),
    ("2014-12-31", LABOUR, 32),
    ("2014-12-31", SEXUAL | ABROAD, 34),
    ("2014-12-31", LABOUR | IN_FINLAND, 26),
    ("2014-12-31", IN_FINLAND, 43),
    ("2014-12-31", {"nationality": "NG"}, 31),
    ("2015-12-31", {}, 89),
    ("2018-06-30", {}, 299),
    ("2018-06-30", WOMEN, 180),
    ("2018-06-30", MEN, 119),
    ("2018-06-30", {"minor": True}, 40),
    ("2018-12-31", {}, 361),
    ("2018-12-31", {"minor": True}, 41),
    ("2019-12-31", {}, 506),
    ("2020-12-31", {}, 704),
    ("2020-12-31", {"minor": True}, 57),
    ("2020-12-31", {"without_country": True}, 3),
]
REFERRALS = [
    ("2014", {}, 74),
    ("2014", {"referrer": "reception_centre"}, 26),
    ("2014", {"referrer": "police"}, 12),
    ("2014", {"referrer": "legal_aid_attorney_or_private_counsel"}, 10),
    ("2014", {"referrer": "self"}, 8),
    ("2014", {"referrer": "refugee_advice_centre"}, 6),
    ("2014", {"referrer": "municipality"}, 5),
    ("2014", {"referrer": "border_guard"}, 2),
    ("2014", {"referrer": "national_bureau_of_investigation"}, 2),
    ("2014", {"referrer": "other_organisation"}, 2),
    ("2014", {"referrer": "not_recorded"}, 1),
    ("2014", {"request_number": 1}, 63),
    ("2014", {"request_number": 1, "outcome": "positive"}, 46),
    ("2016-H1", {}, 74),
    ("2016-01..2016-08", {}, 96),
    ("2017-H1", {}, 88),
    ("2018-H1", {}, 115),
    ("2018-H1", {"referrer": "self"}, 10),
    ("2018-H2", {"referrer": "self"}, 17),
    ("2018", {}, 228),
    ("2020", {}, 394),
    ("2020", {"organisation": "monika"}, 6),
]
DECISIONS = [
    ("2014", {"outcome": "positive"}, 51),
    ("2014", {"outcome": "positive", "request_number": 1}, 45),
    ("2014", {"outcome": "positive", "readmission": True}, 1),
    ("2014", {"outcome": "negative"}, 21),
    ("2014", {"outcome": "negative", "request_number": 1}, 17),
    ("2018-H1", {"outcome": "positive"}, 76),
    ("2018", {"outcome": "positive", "readmission": False}, 163),
    ("2018", {"outcome": "positive", "readmission": True}, 3),
    ("2018", {"refusal_ground": "not_trafficking_other_violation"}, 18),
    ("2018", {"refusal_ground": "not_credible"}, 10),
    ("2018", {"refusal_ground": "no_need_of_assistance"}, 21),
    ("2018", {"outcome": "lapsed_consent_withdrawn"}, 3),
    ("2018", {"outcome": "negative"}, 49),
]
DIFFERENT_NATIONALITIES = [
    ("stock", date(2014, 12, 31), {}, 29),
    ("new", "2015", {}, 19),
    ("stock", date(2015, 12, 31), {}, 26),
    ("new", "2018-H1", {}, 29),
    ("stock", date(2018, 12, 31), {}, 53),
    ("new", "2020", {}, 49),
    ("new", "2020", IN_FINLAND, 31),
    ("stock", date(2020, 12, 31), {}, 64),
]


@pytest.mark.parametrize(("period", "wanted", "number"), NEW)
def test_new_clients_are_as_many_as_published(count, period, wanted, number) -> None:
    assert len(count.new(period, **wanted)) == number


@pytest.mark.parametrize(("day", "wanted", "number"), STOCK)
def test_clients_on_a_day_are_as_many_as_published(count, day, wanted, number) -> None:
    assert len(count.stock(date.fromisoformat(day), **wanted)) == number


@pytest.mark.parametrize(("period", "wanted", "number"), REFERRALS)
def test_referrals_are_as_many_as_published(count, period, wanted, number) -> None:
    assert len(count.requests(period, **wanted)) == number


@pytest.mark.parametrize(("period", "wanted", "number"), DECISIONS)
def test_decisions_are_as_many_as_published(count, period, wanted, number) -> None:
    assert len(count.decided(period, **wanted)) == number


@pytest.mark.parametrize(("what", "when", "wanted", "number"), DIFFERENT_NATIONALITIES)
def test_different_nationalities_are_as_many_as_published(
    count, what, when, wanted, number
) -> None:
    clients = count.new(when, **wanted) if what == "new" else count.stock(when, **wanted)

    assert len(nationalities(clients)) == number
