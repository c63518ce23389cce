"""Persons and the blind index over them."""

from datetime import date

from suoja.core.calendar import age_on
from suoja.example.load.batch import Batch, moment
from suoja.example.load.office import House
from suoja.example.plan.cases import PlannedPerson
from suoja.persons.actions import index_entries
from suoja.persons.models import Person


def add_person(
    planned: PlannedPerson, number: int, registered_on: date, batch: Batch, house: House
) -> Person:
    """Add a person under this number."""
    adviser = house.adviser(registered_on)
    person = Person(
        number=number,
        given_names=planned.given_names,
        family_name=planned.family_name,
        birth_date=planned.birth_date,
        birth_date_estimated=planned.birth_date_estimated,
        age_at_registration=age_on(planned.birth_date, registered_on),
        sex=planned.sex,
        nationality=planned.nationality,
        language=planned.language,
        phone=planned.phone,
        address=planned.address,
        safe_contact=planned.safe_contact,
        registered_at=moment(registered_on, 10),
        registered_by=adviser,
    )
    batch.add(person, *index_entries(person))
    batch.tell(
        "person.register", ("person", number), person=person, by=adviser, at=person.registered_at
    )
    return person
