"""What a letter says already, as the form of registration asks for it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from suoja.intake.models import Message
from suoja.intake.templatetags.letter_words import listed, where, word
from suoja.persons.rules import Details
from suoja.referrals.choices import Manner
from suoja.referrals.forms.children import MOST_CHILDREN
from suoja.referrals.forms.origin import YES

Told = Mapping[str, Any]
_OF_A_CHILD = ("given_names", "family_name", "birth_date", "sex", "nationality")
_OF_THE_REFERRAL = ("referrer", "organisation", "referrer_name", "with_support_person")


def beginning_of(message: Message, part: Told) -> dict[str, Any]:
    """Return what the fields of the form begin with."""
    here = localtime(message.hour)
    begun = {
        **{name: part.get(name, "") for name in Details.__dataclass_fields__},
        **{name: message.said.get(name, "") for name in _OF_THE_REFERRAL},
        "birth_date_unknown": part.get("birth_date_unknown", False),
        "manner": Manner.WRITTEN,
        "received_on": here.date(),
        "received_time": here.time(),
        "consent_by": part.get("consent_by", ""),
        "consent_on": part.get("consent_given_on", ""),
        "summary": summary_of(message.said, part),
        "child_rows": len(children_of(part)),
    }
    return begun | ({"consent": YES} if begun["consent_on"] else {}) | _of_a_letter(part)


def children_of(part: Told) -> list[dict[str, Any]]:
    """Return the rows of children who come with the person."""
    rows = [row for row in listed(part.get("children")) if isinstance(row, dict)]
    return [{name: row.get(name, "") for name in _OF_A_CHILD} for row in rows[:MOST_CHILDREN]]


def summary_of(said: Told, part: Told) -> str:
    """Return what was told in one text: a referral has no other place for it."""
    told = str(part.get("message") or part.get("summary") or "").strip()
    return "\n".join(filter(None, [told, *_lines(said, part)]))


def _lines(said: Told, part: Told) -> Iterator[str]:
    for label, text in (
        (_("Threat"), part.get("threat")),
        (_("What the persons have in common"), said.get("together")),
        (_("Forms of exploitation"), forms_of(part)),
        (_("Where it happened"), where(part.get("where"))),
        (_("What is asked"), said.get("question")),
        (_("How to reach who refers"), said.get("referrer_contact")),
        (_("Where the person is"), part.get("place")),
    ):
        if text:
            yield f"{label}: {text}"
    if part.get("under_18"):
        yield _("Under 18, by their own words")
    if part.get("guardian_suspected"):
        yield _("A guardian is suspected. A representative has to be appointed.")


def forms_of(part: Told) -> str:
    return ", ".join(word(form, "form") for form in listed(part.get("forms")))


def _of_a_letter(part: Told) -> dict[str, Any]:
    """Return what a letter that is no form says of who wrote it."""
    if "message" not in part:
        return {}
    return {"language": part.get("spoken", ""), "safe_contact": part.get("reach", "")}
