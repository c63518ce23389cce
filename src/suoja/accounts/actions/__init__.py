"""What is done to accounts: by an administrator, by their owner, and when an example is made."""

from suoja.accounts.actions.administration import (
    add,
    add_at_terminal,
    change_role,
    deactivate,
    reactivate,
    reset_sign_in,
)
from suoja.accounts.actions.examples import add_example_staff, mark_as_example
from suoja.accounts.actions.signing_in import (
    change_password,
    choose_language,
    note_failure,
    note_recovery_codes,
    note_second_factor,
    note_sign_in,
    note_step_up,
)

__all__ = [
    "add",
    "add_at_terminal",
    "add_example_staff",
    "change_password",
    "change_role",
    "choose_language",
    "deactivate",
    "mark_as_example",
    "note_failure",
    "note_recovery_codes",
    "note_second_factor",
    "note_sign_in",
    "note_step_up",
    "reactivate",
    "reset_sign_in",
]
