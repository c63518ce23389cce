"""What may be done to an account."""

import re

from django.utils.translation import gettext_lazy as _

# The audit writes these where nobody signed in acted.
NOBODY, TERMINAL = "nobody", "terminal"
USERNAME = r"^[a-z][a-z0-9.-]{1,29}$"

Reason = object | None


def why_not_name(username: str, *, taken: bool) -> Reason:
    if not re.fullmatch(USERNAME, username) or username in {NOBODY, TERMINAL}:
        return _("Choose a user name of 2 to 30 small letters, digits, dots and hyphens.")
    if taken:
        return _("This user name is taken. Choose another.")
    return None


def why_not_manage(*, own_account: bool) -> Reason:
    """Say why this account is out of an administrator's hands; so there is always one left."""
    if own_account:
        return _("Nobody changes their own account here. Ask another administrator.")
    return None


def why_not_change_role(*, old: str, new: str, own_account: bool) -> Reason:
    if old == new:
        return _("This is the role they have. Choose another.")
    return why_not_manage(own_account=own_account)


def why_not_deactivate(*, is_active: bool, own_account: bool) -> Reason:
    if not is_active:
        return _("This account is closed already.")
    return why_not_manage(own_account=own_account)


def why_not_reactivate(*, is_active: bool) -> Reason:
    return _("This account is open already.") if is_active else None
