"""What may happen to a referral, without a database."""

from datetime import UTC, datetime, timedelta

import pytest

from suoja.referrals import rules
from suoja.referrals.choices import Manner, OralGround, Outcome, RefusalGround, Status
from suoja.referrals.rules import Registration
from suoja.vocabulary.choices import Referrer

AT = datetime(2020, 6, 15, 9, 0, tzinfo=UTC)
LATER = AT + timedelta(hours=1)


def registration(**changed: object) -> Registration:
    known = {"received_at": AT, "referrer": Referrer.POLICE, "consent_given_at": AT}
    return Registration(**{**known, **changed})


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({}, None),
        ({"consent_given_at": None}, "has not consented"),
        ({"consent_given_at": LATER}, "consent is dated in the future"),
        ({"received_at": LATER}, "dated in the future"),
        ({"manner": Manner.ORAL}, "Say which"),
        ({"manner": Manner.ORAL, "oral_ground": OralGround.URGENT}, None),
        ({"manner": Manner.ORAL, "oral_ground": OralGround.BY_THE_PERSON}, "in writing"),
        (
            {
                "manner": Manner.ORAL,
                "oral_ground": OralGround.BY_THE_PERSON,
                "referrer": Referrer.SELF,
            },
            None,
        ),
    ],
)
def test_a_referral_is_registered_or_refused(
    changed: dict[str, object], sentence: str | None
) -> None:
    reason = rules.why_not_register(registration(**changed), at=AT, open_referral=None)

    assert (reason is None) if sentence is None else (sentence in str(reason))


def test_an_open_referral_of_the_same_person_is_named() -> None:
    reason = rules.why_not_register(registration(), at=AT, open_referral="R-7")

    assert "R-7" in str(reason)


def test_every_status_is_in_the_table_of_steps() -> None:
    assert set(rules.NEXT) == set(Status)
    assert set().union(*rules.NEXT.values()) <= set(Status)


@pytest.mark.parametrize(
    "status", [Status.DECIDED_POSITIVE, Status.DECIDED_NEGATIVE, Status.WITHDRAWN]
)
@pytest.mark.parametrize("following", list(Status))
def test_a_decided_referral_stays_decided(status: Status, following: Status) -> None:
    assert "stays so" in str(rules.why_not_move(status, following))


@pytest.mark.parametrize(
    ("status", "outcome", "ground", "withdrawn", "sentence"),
    [
        (Status.UNDER_ASSESSMENT, Outcome.POSITIVE, None, False, None),
        (Status.UNDER_ASSESSMENT, Outcome.NEGATIVE, RefusalGround.NOT_CREDIBLE, False, None),
        (Status.MORE_INFORMATION_ASKED, Outcome.LAPSED, None, True, None),
        (Status.RECEIVED, Outcome.LAPSED, None, True, None),
        (Status.RECEIVED, Outcome.POSITIVE, None, False, "cannot become"),
        (Status.UNDER_ASSESSMENT, Outcome.NEGATIVE, None, False, "Choose the ground"),
        (Status.UNDER_ASSESSMENT, Outcome.NEGATIVE, "because", False, "Choose the ground"),
        (Status.UNDER_ASSESSMENT, Outcome.POSITIVE, RefusalGround.OTHER, False, "Only a refusal"),
        (Status.UNDER_ASSESSMENT, Outcome.POSITIVE, None, True, "can only lapse"),
        (Status.UNDER_ASSESSMENT, Outcome.LAPSED, None, False, "Record the withdrawal"),
        (Status.DECIDED_NEGATIVE, Outcome.POSITIVE, None, False, "stays so"),
    ],
)
def test_the_director_decides_within_the_rules(
    status: Status, outcome: Outcome, ground: str | None, withdrawn: bool, sentence: str | None
) -> None:
    reason = rules.why_not_decide(
        status=status, outcome=outcome, refusal_ground=ground, consent_withdrawn=withdrawn
    )

    assert (reason is None) if sentence is None else (sentence in str(reason))


def test_consent_is_withdrawn_once() -> None:
    assert rules.why_not_withdraw(status=Status.RECEIVED, consent_withdrawn=False) is None
    assert "already" in str(rules.why_not_withdraw(status=Status.RECEIVED, consent_withdrawn=True))
