"""The table of who may what."""

import pytest

from suoja.accounts.choices import Role
from suoja.accounts.models import Staff
from suoja.accounts.permissions import TABLE, Permission, may, require
from suoja.core.errors import NotAllowed

CASE_CONTENT = {
    permission
    for permission in Permission
    if permission.startswith(("referral_", "client_", "period_", "identification_"))
}


def holders(permission: Permission) -> set[Role]:
    return {role for role, permissions in TABLE.items() if permission in permissions}


def test_every_role_has_a_line() -> None:
    assert set(TABLE) == set(Role)


def test_every_permission_belongs_to_somebody() -> None:
    assert [permission for permission in Permission if not holders(permission)] == []


def test_nobody_may_everything() -> None:
    assert all(permissions < set(Permission) for permissions in TABLE.values())


@pytest.mark.parametrize(
    "role",
    [
        Role.ADMINISTRATOR,
        Role.DATA_PROTECTION_OFFICER,
        Role.STATISTICIAN,
        Role.COORDINATOR,
        Role.EXPERT,
    ],
)
def test_who_works_without_cases_has_no_case_content(role: Role) -> None:
    assert TABLE[role] & CASE_CONTENT == set()


def test_an_operator_registers_a_referral_and_reads_nothing() -> None:
    assert TABLE[Role.OPERATOR] & CASE_CONTENT == {Permission.REFERRAL_REGISTER}


def test_only_the_director_decides() -> None:
    decisions = [
        Permission.REFERRAL_DECIDE,
        Permission.CLIENT_REMOVE,
        Permission.PERIOD_GRANT,
        Permission.IDENTIFICATION_DECIDE,
        Permission.RELEASE_PUBLISH,
    ]

    assert all(holders(decision) == {Role.DIRECTOR} for decision in decisions)


def test_the_audit_is_read_by_one_who_reads_no_file() -> None:
    assert holders(Permission.AUDIT_READ) == {Role.DATA_PROTECTION_OFFICER}


def test_accounts_are_kept_by_one_who_reads_no_file() -> None:
    assert holders(Permission.STAFF_MANAGE) == {Role.ADMINISTRATOR}


def test_there_are_two_kinds_of_people_to_check_a_release() -> None:
    assert len(holders(Permission.RELEASE_CHECK) - holders(Permission.RELEASE_PUBLISH)) > 1


def test_everybody_has_a_desk() -> None:
    assert holders(Permission.DESK_SEE) == set(Role)


def test_what_a_role_lacks_is_refused() -> None:
    olli = Staff(username="olli", role=Role.OPERATOR)

    require(olli, Permission.REFERRAL_REGISTER)
    with pytest.raises(NotAllowed):
        require(olli, Permission.CLIENT_READ)


def test_a_closed_account_may_nothing() -> None:
    aino = Staff(username="aino", role=Role.ADVISER, is_active=False)

    assert not may(aino, Permission.DESK_SEE)


def test_permissions_are_sorted() -> None:
    assert [one.name for one in Permission] == sorted(one.name for one in Permission)
