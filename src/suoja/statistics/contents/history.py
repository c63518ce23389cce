"""Series over the years. A half-year report compares the same half of each year."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from suoja.statistics.dimensions import exploitation
from suoja.statistics.measures.cumulative_clients import CUMULATIVE_CLIENTS
from suoja.statistics.measures.new_clients import NEW_CLIENTS
from suoja.statistics.measures.referrals import REFERRALS
from suoja.statistics.measures.stock import STOCK
from suoja.statistics.spec import Spec, yearly

SPECS: tuple[Spec[Any], ...] = (
    Spec("series_referrals", _("Referrals by year"), REFERRALS, course=yearly(2006)),
    Spec("series_new_clients", _("New clients by year"), NEW_CLIENTS, course=yearly(2006)),
    Spec(
        "series_new_clients_by_form",
        _("New clients by year and form of exploitation"),
        NEW_CLIENTS,
        (exploitation.FORM,),
        course=yearly(2006),
    ),
    Spec("series_stock", _("All clients at the end of each year"), STOCK, course=yearly(2008)),
    Spec("cumulative_clients", _("Clients since 2006"), CUMULATIVE_CLIENTS),
)
