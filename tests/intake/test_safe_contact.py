"""What somebody said of how to reach them is written down and read again, word by word."""

from datetime import date

import pytest

from intake.contacts import AFTERNOON, contact, window
from suoja.intake.choices import Channel, Gender, IfOther, Voicemail
from suoja.intake.rules import SafeContact


@pytest.mark.parametrize(
    "changed",
    [
        {"channel": "pigeon"},
        {"safe": [[7, "16:00", "18:00"]]},
        {"safe": [[None, "16:00"]]},
        {"never": [[None, "4 pm", "18:00"]]},
        {"clock": 5000},
        {"clock": "UTC"},
        {"valid_until": None},
        {"voicemail": "always"},
        {"confirmed_on": 5},
    ],
)
def test_a_record_that_is_none_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="not a record"):
        SafeContact.from_json({**contact().to_json(), **changed})


def test_a_record_of_the_least_is_read_again() -> None:
    assert SafeContact.from_json(contact().to_json()) == contact()


def test_a_full_record_is_read_again_word_by_word() -> None:
    one = contact(
        AFTERNOON,
        window(6, "22:00", "02:00"),
        channel=Channel.TEXT,
        never=(window(1, "08:00", "09:30"),),
        clock=345,
        language="ne",
        wants_interpreter=True,
        gender=Gender.WOMAN,
        shared_with="my cousin",
        if_other=IfOther.SAY,
        other_words="This is the dentist.",
        voicemail=Voicemail.NEUTRAL,
        code_word="blueberry",
        confirmed_on=date(2026, 6, 15),
    )

    assert SafeContact.from_json(one.to_json()) == one
