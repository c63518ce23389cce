"""Referral forms and consultations for tests, as the public side sends them."""

from uuid import UUID

from intake.arrivals import drop
from suoja.intake.choices import Kind

PERSON = {
    "given_names": "Mirela",
    "family_name": "Koskela",
    "birth_date": "1995-03-04",
    "birth_date_estimated": True,
    "birth_date_unknown": False,
    "sex": "woman_girl",
    "nationality": "RO",
    "language": "ro",
    "phone": "+358 40 0000",
    "address": "Kitchen Street 1",
    "safe_contact": "Text first, never call.",
    "is_minor": False,
    "consent_by": "person",
    "consent_given_on": "2020-06-01",
    "guardian_suspected": False,
    "is_urgent": False,
    "forms": ["forced_labour"],
    "where": "both",
    "summary": "Works without pay in a kitchen.",
    "threat": "They know where her mother lives.",
    "children": [],
}
CHILD = {
    "given_names": "Ion",
    "family_name": "Koskela",
    "birth_date": "2016-05-05",
    "sex": "man_boy",
    "nationality": "RO",
}
REFERRER = {
    "referrer": "police",
    "organisation": "",
    "referrer_name": "Constable Virtanen",
    "referrer_contact": "virtanen@police.example",
    "with_support_person": True,
}


def person(**changed: object) -> dict[str, object]:
    return {**PERSON, **changed}


def drop_form(*persons: dict[str, object], **changed: object) -> UUID:
    """Drop a referral form in and return its id."""
    told = {**REFERRER, "question": "", "together": "", "persons": persons or [person()]}
    return drop(**{"kind": Kind.REFERRAL, "told": told, **changed})


def drop_consultation(**changed: object) -> UUID:
    told = {
        **REFERRER,
        "question": "May I ask her?",
        "forms": ["forced_begging"],
        "where": "abroad",
    }
    return drop(**{"kind": Kind.CONSULTATION, "told": told, **changed})
