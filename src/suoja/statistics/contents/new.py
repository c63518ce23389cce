"""New clients of the period, and the children beside them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from suoja.statistics.dimensions import exploitation, people, process
from suoja.statistics.measures.new_children import NEW_CHILDREN
from suoja.statistics.measures.new_clients import NEW_CLIENTS
from suoja.statistics.measures.new_persons import NEW_PERSONS
from suoja.statistics.spec import Spec
from suoja.vocabulary.choices import Category

CHILD = Category.DEPENDENT_CHILD.value

SPECS: tuple[Spec[Any], ...] = (
    Spec(
        "new_clients_by_category",
        _("New clients and their children"),
        NEW_PERSONS,
        (people.CATEGORY,),
    ),
    Spec("new_clients_by_sex", _("New clients by sex"), NEW_CLIENTS, (people.SEX,)),
    Spec(
        "new_clients_by_age_group",
        _("New clients by age at admission"),
        NEW_CLIENTS,
        (people.AGE_GROUP,),
    ),
    Spec(
        "new_clients_by_residence_status",
        _("New clients by residence status"),
        NEW_CLIENTS,
        (people.RESIDENCE_STATUS,),
    ),
    Spec(
        "new_clients_by_form",
        _("New clients by form of exploitation"),
        NEW_CLIENTS,
        (exploitation.FORM,),
    ),
    Spec(
        "new_clients_by_subform",
        _("New clients by closer form of exploitation"),
        NEW_CLIENTS,
        (exploitation.SUBFORM,),
    ),
    Spec(
        "new_clients_by_form_and_sex",
        _("New clients by form of exploitation and sex"),
        NEW_CLIENTS,
        (exploitation.FORM, people.SEX),
    ),
    Spec(
        "new_clients_by_nationality",
        _("New clients by nationality"),
        NEW_CLIENTS,
        (people.NATIONALITY,),
    ),
    Spec("new_clients_by_region", _("New clients by region"), NEW_CLIENTS, (people.REGION,)),
    Spec(
        "new_clients_by_place",
        _("New clients by place of exploitation"),
        NEW_CLIENTS,
        (exploitation.PLACE,),
    ),
    Spec(
        "new_clients_by_place_and_form",
        _("New clients by place and form of exploitation"),
        NEW_CLIENTS,
        (exploitation.PLACE, exploitation.FORM),
    ),
    Spec(
        "new_clients_by_form_and_home_country",
        _("New clients by form of exploitation, in the home country or elsewhere"),
        NEW_CLIENTS,
        (exploitation.FORM, exploitation.HOME_COUNTRY),
    ),
    Spec(
        "new_clients_by_age_and_conflict_zone",
        _("New clients by age at admission, in a conflict zone or not"),
        NEW_CLIENTS,
        (people.AGE_AT_ADMISSION, exploitation.CONFLICT_ZONE),
    ),
    Spec(
        "new_clients_by_referrer",
        _("New clients by who referred them"),
        NEW_CLIENTS,
        (process.REFERRER,),
    ),
    Spec(
        "new_children_by_guardian_residence_status",
        _("New dependent children by the guardian's residence status"),
        NEW_CHILDREN,
        (people.GUARDIAN_RESIDENCE_STATUS,),
        base="new_persons",
        within={"category": CHILD},
    ),
)
