"""Those on duty are told by mail that something waits: once, and not a word more."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from cases import aino, daniel, someone
from intake.arrivals import drop
from intake.desk import first, go_on_duty
from suoja import cli
from suoja.accounts.choices import Language, Role
from suoja.accounts.models import Staff
from suoja.core.errors import Refused
from suoja.core.mail import connection_to, sender_of
from suoja.core.models import AuditEntry
from suoja.intake import actions
from suoja.intake.models import Announcement

pytestmark = pytest.mark.django_db

TOLD = {
    "en": "You have a message.",
    "fi": "Sinulle on viesti.",
    "sv": "Du har ett meddelande.",
}
CANARIES = ("suoja", "letter", "L-1", "http", "/staff", "Aino", "urgent", "canary", "traffick")


@pytest.fixture
def post(settings: object, tmp_path: Path) -> Path:
    """Return the folder to which mail goes."""
    settings.MAIL = f"file://{tmp_path}/post"
    return tmp_path / "post"


def on_duty(staff: Staff, language: str = "en") -> Staff:
    staff.email, staff.language = f"{staff.username}@mail.example", language
    staff.save()
    go_on_duty(staff)
    return staff


def mails(post: Path) -> list[EmailMessage]:
    return [
        message_from_bytes(path.read_bytes().split(b"-" * 79)[0], policy=policy.default)
        for path in sorted(post.glob("*"))
    ]


def test_whoever_is_on_duty_is_told_and_nobody_else(post: Path) -> None:
    on_duty(aino())
    daniel()
    drop()

    assert cli.main(["notify"]) == 0
    assert [mail["To"] for mail in mails(post)] == ["aino@mail.example"]


@pytest.mark.parametrize("language", Language)
def test_a_mail_says_that_something_waits_and_no_word_more(post: Path, language: str) -> None:
    on_duty(aino(), language)
    drop("canary", is_urgent=True)
    cli.main(["notify"])
    (mail,) = mails(post)

    assert mail["Subject"] == TOLD[language]
    assert mail.get_content().strip() == TOLD[language]
    (path,) = post.glob("*")
    raw = path.read_text().replace("aino@mail.example", "").lower()
    assert [word for word in CANARIES if word.lower() in raw] == []


def test_nobody_is_told_twice_of_the_same_letter_however_it_moves(post: Path) -> None:
    on_duty(aino())
    drop()
    cli.main(["notify"])
    cli.main(["notify"])
    first()
    cli.main(["notify"])

    assert len(mails(post)) == 1


def test_another_letter_is_told_of(post: Path) -> None:
    on_duty(aino())
    drop()
    cli.main(["notify"])
    drop()
    cli.main(["notify"])

    assert len(mails(post)) == 2


def test_who_comes_on_duty_later_is_told_of_what_still_waits(post: Path) -> None:
    on_duty(aino())
    drop()
    cli.main(["notify"])
    on_duty(daniel())
    cli.main(["notify"])

    assert sorted(mail["To"] for mail in mails(post)) == [
        "aino@mail.example",
        "daniel@mail.example",
    ]


def test_of_what_was_opened_nobody_is_told(post: Path) -> None:
    on_duty(aino())
    drop()
    actions.open_conversation(first().number, by=aino(), at=datetime.now(UTC))

    assert cli.main(["notify"]) == 0
    assert mails(post) == []


def test_who_has_no_address_is_passed_over(post: Path) -> None:
    go_on_duty(aino())
    on_duty(someone(Role.SOCIAL_COUNSELLOR))
    drop()
    cli.main(["notify"])

    assert [mail["To"] for mail in mails(post)] == ["sanni@mail.example"]


def test_who_was_told_is_recorded_without_what_of(post: Path) -> None:
    on_duty(aino())
    drop()
    cli.main(["notify"])

    entry = AuditEntry.objects.get(verb="letter.notify")
    assert (entry.by, entry.subject_id, entry.detail) == ("terminal", "aino", {})


def test_what_was_told_is_forgotten_when_duty_is_over(post: Path) -> None:
    on_duty(aino())
    drop()
    (news,) = actions.news_for_those_on_duty(at=datetime.now(UTC))
    actions.note_announced(news, at=datetime.now(UTC))
    assert Announcement.objects.count() == 1
    actions.note_announced(news, at=datetime.now(UTC) + timedelta(hours=9))

    assert Announcement.objects.count() == 0


def test_a_mail_that_cannot_be_sent_is_said_and_tried_again(
    settings: object, post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    on_duty(aino())
    drop()
    works, settings.MAIL = settings.MAIL, "smtp+tls://user:secret@127.0.0.1:1"
    assert cli.main(["notify"]) == 1
    said = capsys.readouterr()
    assert "aino could not be told" in said.err
    assert "secret" not in said.out + said.err
    settings.MAIL = works

    assert cli.main(["notify"]) == 0
    assert len(mails(post)) == 1


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("", "Say in SUOJA_MAIL"),
        ("http://mail.example", "not understood"),
        ("smtp+tls://", "not understood"),
        ("smtp+tls://mail.example:many", "not understood"),
        ("file:post", "not understood"),
    ],
)
def test_without_a_way_for_mail_nothing_is_done_and_the_reason_said(
    settings: object, capsys: pytest.CaptureFixture[str], address: str, says: str
) -> None:
    settings.MAIL = address
    on_duty(aino())
    drop()

    assert cli.main(["notify"]) == 2
    assert says in capsys.readouterr().err


def test_the_public_side_tells_nobody(
    settings: object, post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.SITE = "public"

    assert cli.main(["notify"]) == 2
    assert "staff side" in capsys.readouterr().err


def test_a_server_is_asked_over_tls_and_by_its_user() -> None:
    address = "smtp+tls://desk%40mail.example:a%2Fb@mail.example"
    connection = connection_to(address)

    assert (connection.host, connection.port, connection.use_tls) == ("mail.example", 587, True)
    assert (connection.username, connection.password) == ("desk@mail.example", "a/b")
    assert sender_of(address) == "desk@mail.example"
    assert sender_of("smtp+tls://desk:x@mail.example") == "desk@mail.example"


def test_a_way_that_is_not_understood_names_no_password() -> None:
    with pytest.raises(Refused) as refused:
        connection_to("smtps://desk:secret@mail.example")

    assert "secret" not in str(refused.value)
