"""Who may what: one table, meant to be read by the data protection officer.

A role that is not in the line of a permission does not have it; nothing is inherited, and no role
has everything. Actions ask `require` in their first line; pages ask it before they show anything.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from suoja.accounts.choices import Role
from suoja.core.errors import NotAllowed

if TYPE_CHECKING:
    from suoja.accounts.models import Staff


class Permission(StrEnum):
    AUDIT_READ = "audit_read"
    CLIENT_EDIT = "client_edit"
    CLIENT_LIST = "client_list"
    CLIENT_READ = "client_read"
    CLIENT_REMOVE = "client_remove"
    DESK_SEE = "desk_see"
    IDENTIFICATION_ASSESS = "identification_assess"
    IDENTIFICATION_DECIDE = "identification_decide"
    LEDGER_READ = "ledger_read"
    LETTER_ANSWER = "letter_answer"
    LETTER_ERASE = "letter_erase"
    LETTER_READ = "letter_read"
    NUMBER_ASK = "number_ask"
    PERIOD_GRANT = "period_grant"
    REFERRAL_ASSESS = "referral_assess"
    REFERRAL_DECIDE = "referral_decide"
    REFERRAL_LIST = "referral_list"
    REFERRAL_READ = "referral_read"
    REFERRAL_REGISTER = "referral_register"
    RELEASE_CHECK = "release_check"
    RELEASE_DRAFT = "release_draft"
    RELEASE_LIST = "release_list"
    RELEASE_PUBLISH = "release_publish"
    REPORT_INTERNAL = "report_internal"
    STAFF_MANAGE = "staff_manage"


P = Permission

TABLE: Mapping[Role, frozenset[Permission]] = MappingProxyType(
    {
        # Advisers carry the case from the first referral to the exit; others decide on both ends.
        Role.ADVISER: frozenset(
            {
                P.DESK_SEE,
                P.LETTER_READ,
                P.LETTER_ANSWER,
                P.LETTER_ERASE,
                P.REFERRAL_LIST,
                P.REFERRAL_READ,
                P.REFERRAL_REGISTER,
                P.REFERRAL_ASSESS,
                P.CLIENT_LIST,
                P.CLIENT_READ,
                P.CLIENT_EDIT,
                P.IDENTIFICATION_ASSESS,
                P.RELEASE_LIST,
                P.RELEASE_CHECK,  # they know the cases behind an odd number
            }
        ),
        # Social counsellors serve clients and take referrals in, but do not weigh them.
        Role.SOCIAL_COUNSELLOR: frozenset(
            {
                P.DESK_SEE,
                P.LETTER_READ,
                P.LETTER_ANSWER,
                P.REFERRAL_LIST,
                P.REFERRAL_READ,
                P.REFERRAL_REGISTER,
                P.CLIENT_LIST,
                P.CLIENT_READ,
                P.CLIENT_EDIT,
            }
        ),
        # The nurse is the medical consultant: reads, and keeps health records elsewhere.
        Role.NURSE: frozenset({P.DESK_SEE, P.CLIENT_LIST, P.CLIENT_READ}),
        # The director alone decides on admission and removal (R063), and on what is published.
        Role.DIRECTOR: frozenset(
            {
                P.DESK_SEE,
                P.LETTER_READ,
                P.LETTER_ANSWER,
                P.LETTER_ERASE,
                P.REFERRAL_LIST,
                P.REFERRAL_READ,
                P.REFERRAL_REGISTER,
                P.REFERRAL_ASSESS,
                P.REFERRAL_DECIDE,
                P.CLIENT_LIST,
                P.CLIENT_READ,
                P.CLIENT_EDIT,
                P.CLIENT_REMOVE,
                P.PERIOD_GRANT,
                P.IDENTIFICATION_ASSESS,
                P.IDENTIFICATION_DECIDE,
                P.RELEASE_LIST,
                P.RELEASE_DRAFT,
                P.RELEASE_CHECK,  # never a draft of one's own: publication's rule
                P.RELEASE_PUBLISH,
                P.REPORT_INTERNAL,
                P.NUMBER_ASK,
                P.LEDGER_READ,
            }
        ),
        # Helpline operators pass a cry for help on; what becomes of it is not theirs to read.
        Role.OPERATOR: frozenset({P.DESK_SEE, P.REFERRAL_REGISTER}),
        # Experts will see one dossier at a time, when they are asked for an opinion.
        Role.EXPERT: frozenset({P.DESK_SEE}),
        # Statisticians work on facts without identity: true counts, but no person.
        Role.STATISTICIAN: frozenset(
            {
                P.DESK_SEE,
                P.RELEASE_LIST,
                P.RELEASE_DRAFT,
                P.RELEASE_CHECK,
                P.REPORT_INTERNAL,
                P.NUMBER_ASK,
                P.LEDGER_READ,
            }
        ),
        # The coordinator follows the Action Plan and the reports that measure it.
        Role.COORDINATOR: frozenset({P.DESK_SEE, P.RELEASE_LIST}),
        # Who watches the readers reads no file: the audit says who read what and why, the ledger
        # what was told to whom.
        Role.DATA_PROTECTION_OFFICER: frozenset({P.DESK_SEE, P.AUDIT_READ, P.LEDGER_READ}),
        # Administrators keep the accounts and see no case content.
        Role.ADMINISTRATOR: frozenset({P.DESK_SEE, P.STAFF_MANAGE}),
    }
)


def may(staff: "Staff", permission: Permission) -> bool:
    """Test if this member of staff may do this."""
    return staff.is_active and permission in TABLE[Role(staff.role)]


def require(staff: "Staff", permission: Permission) -> None:
    """Raise `NotAllowed` unless this member of staff may do this."""
    if not may(staff, permission):
        raise NotAllowed(f"{staff.username} may not {permission}")
