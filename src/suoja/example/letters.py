"""Letters, a wish to be called and a referral form of made-up people, waiting to be opened."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from suoja.core.sealing import keys_of, make_code
from suoja.intake import letterbox
from suoja.intake.choices import Channel, Gender, IfOther, Kind, Voicemail
from suoja.intake.letterbox import Sent
from suoja.intake.rules.safe_contact import SafeContact, Window
from suoja.vocabulary.choices import ConsentBy, Form, Referrer, Sex


def drop_letters(*, at: datetime) -> None:
    """Drop them in, one an hour, as the public side would; the first writer keeps a code."""
    letters = [
        letterbox.drop_in(sent, at=at - timedelta(hours=hours))
        for hours, sent in enumerate(_letters(at))
    ]
    letterbox.keep_code(letters[0], keys_of(make_code()), at=at)


def _letters(at: datetime) -> Iterator[Sent]:
    yield _sent(
        Kind.LETTER,
        {
            "message": "I clean in a hotel. My boss keeps my passport and says that I owe him for "
            "the flight. Is that allowed? I do not want to make trouble for anybody.",
            "spoken": "en",
        },
    )
    yield _sent(
        Kind.LETTER,
        {"message": "Olen 16. En saa käydä ulkona yksin. Voitteko auttaa?", "under_18": True},
        language="fi",
        is_urgent=True,
    )
    yield _sent(Kind.CALL, {**_contact(at).to_json(), "more": ""}, language="ru")
    yield _sent(
        Kind.CONSULTATION,
        {
            "referrer": Referrer.OTHER_ORGANISATION,
            "organisation": "",
            "referrer_name": "",
            "referrer_contact": "",
            "with_support_person": False,
            "question": "A person at our language café seems never to decide anything alone. How "
            "could I ask, without making it worse?",
            "forms": [],
            "where": "finland",
        },
    )
    yield _sent(Kind.REFERRAL, _group(at))


def _sent(kind: Kind, told: dict[str, Any], **header: Any) -> Sent:
    return Sent(**{"kind": kind, "told": told, "language": "en", "submission": "example", **header})


def _contact(at: datetime) -> SafeContact:
    return SafeContact(
        channel=Channel.CALL,
        number="+358 40 000 0000",
        safe=(Window(None, time(9), time(11)), Window(5, time(18), time(20))),
        never=(Window(6, time(0), time(0)),),
        language="ru",
        wants_interpreter=True,
        gender=Gender.WOMAN,
        shared_with="My sister, in the evening",
        if_other=IfOther.SAY,
        other_words="It is about the hairdresser's appointment.",
        voicemail=Voicemail.NEVER,
        code_word="strawberry",
        valid_until=(at + timedelta(days=30)).date(),
        has_consent=True,
        confirmed_on=at.date(),
    )


def _group(at: datetime) -> dict[str, Any]:
    """Return a referral of two who picked berries together."""
    people = (("Somchai", "Example", Sex.MAN_BOY), ("Malee", "Example", Sex.WOMAN_GIRL))
    return {
        "referrer": Referrer.VICTIM_SUPPORT_FINLAND,
        "organisation": "",
        "referrer_name": "Iida Example",
        "referrer_contact": "iida@example.org",
        "with_support_person": True,
        "together": "Both picked berries for the same employer in the summer.",
        "persons": [_person(*each, at=at) for each in people],
    }


def _person(given: str, family: str, sex: Sex, *, at: datetime) -> dict[str, Any]:
    return {
        "given_names": given,
        "family_name": family,
        "birth_date": "1991-05-17",
        "birth_date_estimated": False,
        "birth_date_unknown": False,
        "sex": sex,
        "nationality": "TH",
        "language": "th",
        "phone": "",
        "address": "",
        "safe_contact": "Through Iida, on working days.",
        "is_minor": False,
        "consent_by": ConsentBy.PERSON,
        "consent_given_on": at.date().isoformat(),
        "guardian_suspected": False,
        "is_urgent": False,
        "forms": [Form.FORCED_LABOUR],
        "where": "finland",
        "summary": "Worked long days and was paid almost nothing. The debt for the journey grew.",
        "threat": "",
        "children": [],
    }
