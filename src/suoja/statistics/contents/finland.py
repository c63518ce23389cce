"""The chapter on new clients exploited in Finland."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from suoja.clients.facts import SpellFact
from suoja.statistics.dimensions import exploitation, people, process
from suoja.statistics.dimensions.definition import Dimension
from suoja.statistics.measures.definition import Text
from suoja.statistics.measures.exploited_in_finland import EXPLOITED_IN_FINLAND
from suoja.statistics.spec import Course, Spec, yearly
from suoja.vocabulary.choices import Place


def _spec(
    name: str, title: Text, *dimensions: Dimension[Any], course: Course | None = None
) -> Spec[SpellFact]:
    return Spec(
        name,
        title,
        EXPLOITED_IN_FINLAND,
        dimensions,
        base="new_clients",
        within={"place": Place.IN_FINLAND.value},
        course=course,
    )


SPECS = (
    _spec(
        "series_exploited_in_finland",
        _("New clients exploited in Finland by year"),
        course=yearly(2016),
    ),
    _spec(
        "exploited_in_finland_by_form",
        _("Exploited in Finland: form of exploitation"),
        exploitation.FORM,
    ),
    _spec("exploited_in_finland_by_sex", _("Exploited in Finland: sex"), people.SEX),
    _spec(
        "exploited_in_finland_by_nationality",
        _("Exploited in Finland: nationality"),
        people.NATIONALITY,
    ),
    _spec(
        "exploited_in_finland_by_residence_status",
        _("Exploited in Finland: residence status"),
        people.RESIDENCE_STATUS,
    ),
    _spec(
        "exploited_in_finland_by_referrer",
        _("Exploited in Finland: who referred them"),
        process.REFERRER,
    ),
    _spec(
        "exploited_in_finland_by_organisation",
        _("Exploited in Finland: named organisation that referred them"),
        process.ORGANISATION,
    ),
    _spec(
        "exploited_in_finland_by_age_at_exploitation",
        _("Exploited in Finland: age at exploitation"),
        exploitation.AGE_AT_EXPLOITATION,
    ),
    _spec(
        "exploited_in_finland_by_age_at_admission",
        _("Exploited in Finland: age at admission"),
        people.AGE_AT_ADMISSION,
    ),
)
