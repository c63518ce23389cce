"""What can be asked of the facts: a measure, broken down by up to three dimensions."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from suoja.core.errors import refuse
from suoja.statistics.contents import SPECS
from suoja.statistics.dimensions import exploitation, people, process
from suoja.statistics.dimensions.definition import Dimension
from suoja.statistics.measures import ALL
from suoja.statistics.measures.definition import Measure
from suoja.statistics.spec import Spec

MOST_DIMENSIONS = 3
Dimensions = tuple[Dimension[Any], ...]
Askable = Mapping[str, tuple[Measure[Any], Dimensions]]

PERSON: Dimensions = (people.SEX, people.AGE_GROUP, people.NATIONALITY, people.REGION)
EXPLOITED: Dimensions = (
    exploitation.SUBFORM,
    exploitation.HOME_COUNTRY,
    exploitation.CONFLICT_ZONE,
    exploitation.AGE_AT_EXPLOITATION,
)
PROPOSED: Dimensions = (process.REFERRER, process.ORGANISATION)
AT_ADMISSION: Dimensions = (
    *PERSON,
    people.AGE_AT_ADMISSION,
    people.RESIDENCE_STATUS,
    exploitation.FORM,
    exploitation.PLACE,
    *EXPLOITED,
    *PROPOSED,
)
AT_THE_END: Dimensions = (
    *PERSON,
    people.AGE_AT_ADMISSION,
    people.AGE_NOW,
    people.RESIDENCE_STATUS_NOW,
    exploitation.FORM_NOW,
    exploitation.PLACE_NOW,
    *EXPLOITED,
    *PROPOSED,
)
OF_CHILDREN: Dimensions = (
    people.SEX,
    people.NATIONALITY,
    people.REGION,
    people.GUARDIAN_RESIDENCE_STATUS,
)
OF_REFERRALS: Dimensions = (*PROPOSED, process.REQUEST_NUMBER)

BY: Mapping[str, Dimensions] = {
    "referrals": OF_REFERRALS,
    "persons_proposed": (process.REPETITION,),
    "decisions": (process.OUTCOME, process.RECEIVED, *OF_REFERRALS),
    "refusals": (process.REFUSAL_GROUND, process.RECEIVED, *OF_REFERRALS),
    "movements": (process.MOVEMENT,),
    "new_clients": (people.CATEGORY, *AT_ADMISSION),
    "new_children": OF_CHILDREN,
    "new_persons": (people.CATEGORY, people.SEX, people.NATIONALITY, people.REGION),
    "exploited_in_finland": tuple(each for each in AT_ADMISSION if each.code != "place"),
    "stock": (people.CATEGORY_NOW, *AT_THE_END),
    "children_in_stock": OF_CHILDREN,
    "persons_in_scope": (people.CATEGORY_NOW, people.SEX, people.NATIONALITY, people.REGION),
    "cumulative_clients": (people.CATEGORY, *AT_ADMISSION),
    "exits": (process.EXIT_GROUND, people.CATEGORY, *AT_ADMISSION),
    "reflection_periods": (process.GRANTED_BY,),
    "recovery_periods": (process.GRANTED_BY,),
    "identification": (process.IDENTIFICATION_OUTCOME,),
    "identified_by_admission": AT_ADMISSION,
}


@cache
def askable() -> Askable:
    """Return each measure that can be asked for, with the dimensions to break it down by."""
    return {measure.id: (measure, BY[measure.id]) for measure in ALL if measure.id in BY}


def spec_for(measure_id: str, codes: Sequence[str] = ()) -> Spec[Any]:
    """Return the table of a measure by these dimensions; refuse what cannot be asked."""
    refuse(why_not_ask(measure_id, codes))
    measure, dimensions = askable()[measure_id]
    by = {each.code: each for each in dimensions}
    return replace(
        _told_in_the_report(measure),
        id="_by_".join([measure_id, *codes]),
        title=measure.title,
        dimensions=tuple(by[code] for code in codes),
        course=None,
    )


def why_not_ask(measure_id: str, codes: Sequence[str]) -> str | None:
    """Return why a measure cannot be asked for by these dimensions; None if it can."""
    if measure_id not in askable():
        return _("%(measure)s is no measure that can be asked for. Choose among %(known)s.") % {
            "measure": measure_id,
            "known": ", ".join(askable()),
        }
    if len(set(codes)) < len(codes):
        return _("A dimension is named twice. Name each once.")
    if len(codes) > MOST_DIMENSIONS:
        return _("Too many dimensions. Name at most %(most)d.") % {"most": MOST_DIMENSIONS}
    return _why_not_by(measure_id, codes)


def _why_not_by(measure_id: str, codes: Sequence[str]) -> str | None:
    measure, dimensions = askable()[measure_id]
    known = [each.code for each in dimensions]
    strange = [code for code in codes if code not in known]
    if not strange:
        return None
    return _("%(measure)s: not counted by %(code)s. Choose among %(known)s.") % {
        "measure": measure.title,
        "code": strange[0],
        "known": ", ".join(known),
    }


def _told_in_the_report(measure: Measure[Any]) -> Spec[Any]:
    # Of which wider population the measure is a part is said once, where the reports' tables are.
    return next(spec for spec in SPECS if spec.measure is measure)
