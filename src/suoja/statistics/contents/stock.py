"""All clients on the last day of the period, and the children beside them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from suoja.statistics.contents.new import CHILD
from suoja.statistics.dimensions import exploitation, people, process
from suoja.statistics.measures.children_in_stock import CHILDREN_IN_STOCK
from suoja.statistics.measures.nationalities import NATIONALITIES
from suoja.statistics.measures.persons_in_scope import PERSONS_IN_SCOPE
from suoja.statistics.measures.stock import STOCK
from suoja.statistics.spec import MONTHLY, Spec

SPECS: tuple[Spec[Any], ...] = (
    Spec(
        "stock_by_category",
        _("All clients and their children"),
        PERSONS_IN_SCOPE,
        (people.CATEGORY_NOW,),
    ),
    Spec("stock_by_month", _("All clients by month"), STOCK, course=MONTHLY),
    Spec("stock_by_sex", _("All clients by sex"), STOCK, (people.SEX,)),
    Spec(
        "stock_by_form",
        _("All clients by form of exploitation"),
        STOCK,
        (exploitation.FORM_NOW,),
    ),
    Spec(
        "stock_by_place_and_form",
        _("All clients by place and form of exploitation"),
        STOCK,
        (exploitation.PLACE_NOW, exploitation.FORM_NOW),
    ),
    Spec(
        "stock_by_nationality",
        _("All clients by nationality"),
        STOCK,
        (people.NATIONALITY,),
    ),
    Spec(
        "stock_by_residence_status",
        _("All clients by residence status"),
        STOCK,
        (people.RESIDENCE_STATUS_NOW,),
    ),
    Spec(
        "stock_by_age_at_admission_and_now",
        _("All clients by age at admission and now"),
        STOCK,
        (people.AGE_AT_ADMISSION, people.AGE_NOW),
    ),
    Spec(
        "children_by_guardian_residence_status",
        _("Dependent children by the guardian's residence status"),
        CHILDREN_IN_STOCK,
        (people.GUARDIAN_RESIDENCE_STATUS,),
        base="persons_in_scope",
        within={"category": CHILD},
    ),
    Spec(
        "number_of_nationalities",
        _("Number of nationalities"),
        NATIONALITIES,
        (process.POPULATION,),
    ),
)
