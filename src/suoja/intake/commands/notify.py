"""Mail to those on duty that something waits, and not a word more."""

import sys
from argparse import Namespace
from datetime import UTC, datetime
from email.utils import make_msgid
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _
from django.utils.translation import override

from suoja.accounts.models import Staff
from suoja.core.command import Command, no_arguments
from suoja.core.errors import Refused
from suoja.core.mail import connection_to, sender_of
from suoja.intake import actions

UNDONE = 1


def _notify(_: Namespace) -> int:
    """Mail first and remember it then: who is told twice is better off than who is not told."""
    if settings.SITE == "public":
        raise Refused("Whoever is on duty is known on the staff side alone.")
    connection = connection_to(settings.MAIL)
    at, failed = datetime.now(UTC), 0
    for news in list(actions.news_for_those_on_duty(at=at)):
        message = _message_to(news.duty.staff)
        message.connection = connection
        try:
            message.send()
        except (OSError, SMTPException) as error:
            failed = UNDONE
            print(
                f"{news.duty.staff.username} could not be told: {type(error).__name__}",
                file=sys.stderr,
            )
        else:
            actions.note_announced(news, at=at)
            print(f"{news.duty.staff.username} is told.")
    return failed


def _message_to(staff: Staff) -> EmailMessage:
    """Return a mail that tells whoever looks over a shoulder nothing."""
    sender = sender_of(settings.MAIL)
    with override(staff.language):
        text = _("You have a message.")
    identity = make_msgid(domain=sender.rpartition("@")[2])
    return EmailMessage(text, text, sender, [staff.email], headers={"Message-ID": identity})


NOTIFY = Command(
    "notify",
    "Mail those on duty, by the server in SUOJA_MAIL, that something waits; run it every few "
    "minutes. Example: suoja notify",
    no_arguments,
    _notify,
)
