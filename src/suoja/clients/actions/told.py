"""What a person tells of exploitation."""

from datetime import datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.clients import rules
from suoja.clients.actions.trail import locked, record
from suoja.clients.models import Exploitation, PlaceSegment, Spell
from suoja.clients.rules import Account
from suoja.core.calendar import helsinki_date
from suoja.core.errors import Refused, refuse
from suoja.core.turns import in_turn


@in_turn()
def record_exploitation(
    spell: Spell, account: Account, *, by: Staff, at: datetime, submission: UUID | None = None
) -> Exploitation:
    """Write down one form of exploitation; the first one is the primary one."""
    require(by, Permission.CLIENT_EDIT)
    if submission and Exploitation.objects.filter(pk=submission).exists():
        raise Refused(_("This form was sent already: the exploitation is in the file."))
    spell = locked(spell)
    today = helsinki_date(at)
    refuse(rules.why_not_account(account, category=spell.category, today=today))
    exploitation = Exploitation.objects.create(
        pk=submission or uuid4(),
        person=spell.person,
        is_primary=not spell.person.exploitations.exists(),
        form=account.form,
        subform=account.subform,
        industry=account.industry,
        began_on=account.began_on,
        ended_on=account.ended_on,
        began_as_minor=rules.began_as_minor(spell.person.birth_date, account.began_on),
        description=account.description,
        recorded_at=at,
        recorded_by=by,
    )
    PlaceSegment.objects.bulk_create(_segments(exploitation, account))
    record(spell, "client.record_exploitation", by=by, at=at, form=account.form)
    return exploitation


@in_turn()
def make_primary(spell: Spell, exploitation: Exploitation, *, by: Staff, at: datetime) -> None:
    """Choose the form that charts show (edge case 10)."""
    require(by, Permission.CLIENT_EDIT)
    spell = locked(spell)
    spell.person.exploitations.filter(is_primary=True).update(is_primary=False)
    spell.person.exploitations.filter(pk=exploitation.pk).update(is_primary=True)
    record(spell, "client.make_primary", by=by, at=at, form=exploitation.form)


def _segments(exploitation: Exploitation, account: Account) -> list[PlaceSegment]:
    return [
        PlaceSegment(
            exploitation=exploitation,
            position=position,
            country=segment.country,
            transit=segment.transit,
            conflict_zone=segment.conflict_zone,
        )
        for position, segment in enumerate(account.segments, start=1)
    ]
