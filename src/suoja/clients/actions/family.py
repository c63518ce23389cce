"""Taking in a person and the children who come along."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from suoja.accounts.models import Staff
from suoja.clients.actions.admission import Admission, admit, admit_child
from suoja.clients.models import Spell
from suoja.clients.rules import Account
from suoja.core.errors import Refused
from suoja.core.turns import in_turn
from suoja.persons.models import Person
from suoja.referrals.models import Referral
from suoja.vocabulary.choices import Category


@in_turn()
def admit_with_children(
    referral: Referral,
    admission: Admission,
    children: Sequence[Person],
    *,
    by: Staff,
    at: datetime,
    account: Account | None = None,
) -> Spell:
    """Admit a person and these children beside, all of them or nobody (R078)."""
    spell = admit(referral, admission, account=account, by=by, at=at)
    beside = replace(admission, category=Category.DEPENDENT_CHILD, reasons="")
    for child in children:
        try:
            admit_child(spell, child, beside, by=by, at=at)
        except Refused as refused:
            raise Refused(f"{child.name}: {refused}") from refused
    return spell
