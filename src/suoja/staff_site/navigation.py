"""The ways of the staff site, in the order in which they are shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from suoja.accounts.permissions import Permission, may

if TYPE_CHECKING:
    from suoja.accounts.models import Staff


@dataclass(frozen=True, slots=True)
class Entry:
    url_name: str
    label: str | Promise
    permission: Permission


ENTRIES = (
    Entry("staff_site:desk", _("Desk"), Permission.DESK_SEE),
    Entry("intake:inbox", _("Letters"), Permission.LETTER_READ),
    Entry("referrals:list", _("Referrals"), Permission.REFERRAL_LIST),
    Entry("referrals:register", _("New referral"), Permission.REFERRAL_REGISTER),
    Entry("clients:list", _("Clients"), Permission.CLIENT_LIST),
    Entry("publication:list", _("Reports"), Permission.RELEASE_LIST),
    Entry("publication:ask", _("Ask for a number"), Permission.NUMBER_ASK),
    Entry("publication:ledger", _("Ledger"), Permission.LEDGER_READ),
    Entry("accounts:list", _("Staff"), Permission.STAFF_MANAGE),
)


# Pages and whole rooms that people look for in another room.
LOOKED_FOR_IN = {
    "clients:decide": "referrals:list",
    "publication:answer": "publication:ask",
    "publication:answers": "publication:ask",
    "referrals:from_letter": "referrals:register",
    "periods": "clients:list",
    "identification": "clients:list",
}


def entries_for(staff: "Staff") -> Iterator[Entry]:
    """Yield the entries that this member of staff may follow."""
    return (entry for entry in ENTRIES if may(staff, entry.permission))


def entry_of(url_name: str) -> Entry | None:
    """Return the entry that a page belongs to: its own, or the first of its room."""
    room = url_name.partition(":")[0]
    url_name = LOOKED_FOR_IN.get(url_name) or LOOKED_FOR_IN.get(room, url_name)
    room = url_name.partition(":")[0]
    own = (entry for entry in ENTRIES if entry.url_name == url_name)
    kin = (entry for entry in ENTRIES if entry.url_name.partition(":")[0] == room)
    return next(own, None) or next(kin, None)
