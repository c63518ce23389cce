"""Every action asks for its permission before it looks at anything.

Each is called with nothing in hand, by every role that may not: it must say so, and not stumble.
An action that is not in the table fails the test.
"""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType

import pytest

from cases import AT, someone
from suoja.accounts.choices import Role
from suoja.accounts.permissions import TABLE, Permission
from suoja.core.errors import NotAllowed

P = Permission
ROOMS = (
    "accounts",
    "persons",
    "intake",
    "referrals",
    "clients",
    "periods",
    "identification",
    "publication",
)
ASKED = {
    "accounts.add": P.STAFF_MANAGE,
    "accounts.change_role": P.STAFF_MANAGE,
    "accounts.deactivate": P.STAFF_MANAGE,
    "accounts.reactivate": P.STAFF_MANAGE,
    "accounts.reset_sign_in": P.STAFF_MANAGE,
    "clients.admit": P.REFERRAL_DECIDE,
    "clients.admit_child": P.REFERRAL_DECIDE,
    "clients.admit_new_child": P.REFERRAL_DECIDE,
    "clients.admit_with_children": P.REFERRAL_DECIDE,
    "clients.change_residence_status": P.CLIENT_EDIT,
    "clients.make_primary": P.CLIENT_EDIT,
    "clients.open_file": P.CLIENT_READ,
    "clients.recognise_as_victim": P.REFERRAL_DECIDE,
    "clients.record_exploitation": P.CLIENT_EDIT,
    "clients.record_listing": P.CLIENT_LIST,
    "clients.remove": P.CLIENT_REMOVE,
    "clients.write_note": P.CLIENT_EDIT,
    "identification.begin": P.IDENTIFICATION_ASSESS,
    "identification.decide": P.IDENTIFICATION_DECIDE,
    "identification.hear_group": P.IDENTIFICATION_ASSESS,
    "identification.queue": P.IDENTIFICATION_ASSESS,
    "intake.answer": P.LETTER_ANSWER,
    "intake.begin_duty": P.LETTER_READ,
    "intake.close": P.LETTER_ANSWER,
    "intake.end_duty": P.LETTER_READ,
    "intake.erase": P.LETTER_ERASE,
    "intake.is_on_duty": P.LETTER_READ,
    "intake.link": P.LETTER_ANSWER,
    "intake.list_inbox": P.LETTER_READ,
    "intake.note_call": P.LETTER_ANSWER,
    "intake.open_conversation": P.LETTER_READ,
    "intake.open_file": P.LETTER_READ,
    "intake.sort_arrivals": P.LETTER_READ,
    "intake.tell_progress": P.LETTER_READ,
    "periods.end_early": P.PERIOD_GRANT,
    "periods.grant": P.PERIOD_GRANT,
    "persons.correct": P.CLIENT_EDIT,
    "persons.register": P.REFERRAL_REGISTER,
    "persons.renew_contact": P.REFERRAL_REGISTER,
    "persons.same_as": P.REFERRAL_READ,
    "persons.take_over": P.REFERRAL_ASSESS,
    "publication.answer_question": P.NUMBER_ASK,
    "publication.call_back": P.RELEASE_PUBLISH,
    "publication.check": P.RELEASE_CHECK,
    "publication.correct": P.RELEASE_DRAFT,
    "publication.draft": P.RELEASE_DRAFT,
    "publication.draft_again": P.RELEASE_DRAFT,
    "publication.explain_difference": P.RELEASE_DRAFT,
    "publication.open_true_values": P.REPORT_INTERNAL,
    "publication.publish": P.RELEASE_PUBLISH,
    "publication.send_back": P.RELEASE_CHECK,
    "publication.write_foreword": P.RELEASE_DRAFT,
    "referrals.add_child": P.REFERRAL_REGISTER,
    "referrals.ask_for_more": P.REFERRAL_ASSESS,
    "referrals.assess": P.REFERRAL_ASSESS,
    "referrals.decide": P.REFERRAL_DECIDE,
    "referrals.open_group": P.REFERRAL_REGISTER,
    "referrals.open_referral": P.REFERRAL_READ,
    "referrals.recognise": P.REFERRAL_ASSESS,
    "referrals.record_listing": P.REFERRAL_READ,
    "referrals.register": P.REFERRAL_REGISTER,
    "referrals.withdraw_consent": P.REFERRAL_ASSESS,
}
# What owners of an account do with it, and steps of other actions.
ASK_NOTHING = {
    "accounts.choose_language",
    "accounts.note_recovery_codes",
    "accounts.note_second_factor",
    "accounts.note_sign_in",
    "accounts.note_step_up",
    "clients.end",
    "publication.enter_answer",
    "publication.enter_release",
}


def modules(room: str) -> Iterator[ModuleType]:
    actions = import_module(f"suoja.{room}.actions")
    yield actions
    for found in pkgutil.iter_modules(getattr(actions, "__path__", ())):
        if found.name != "trail":
            yield import_module(f"{actions.__name__}.{found.name}")


def every_action() -> Iterator[tuple[str, Callable[..., object]]]:
    """Yield what is done in somebody's name."""
    for room in ROOMS:
        for module in modules(room):
            for name, action in inspect.getmembers(module, inspect.isfunction):
                own = action.__module__ == module.__name__ and not name.startswith("_")
                if own and "by" in inspect.signature(action).parameters:
                    yield f"{room}.{name}", action


ACTIONS = dict(every_action())


def test_every_action_is_in_the_table() -> None:
    assert set(ACTIONS) == {*ASKED, *ASK_NOTHING}


@pytest.mark.django_db
@pytest.mark.parametrize("name", ASKED)
def test_who_may_not_is_turned_away_first(name: str) -> None:
    parameters = inspect.signature(ACTIONS[name]).parameters.values()
    nothing = {one.name: None for one in parameters if one.default is one.empty}

    for role in (role for role in Role if ASKED[name] not in TABLE[role]):
        with pytest.raises(NotAllowed):
            ACTIONS[name](**{**nothing, "by": someone(role), "at": AT})
