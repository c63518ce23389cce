"""What exactly is counted, one definition a file. ALL is the catalogue."""

from typing import Any

from suoja.statistics.measures.children_in_stock import CHILDREN_IN_STOCK
from suoja.statistics.measures.cumulative_clients import CUMULATIVE_CLIENTS
from suoja.statistics.measures.decisions import DECISIONS
from suoja.statistics.measures.definition import Measure
from suoja.statistics.measures.exits import EXITS
from suoja.statistics.measures.exploited_in_finland import EXPLOITED_IN_FINLAND
from suoja.statistics.measures.identification import IDENTIFICATION
from suoja.statistics.measures.identified_by_admission import IDENTIFIED_BY_ADMISSION
from suoja.statistics.measures.movements import MOVEMENTS
from suoja.statistics.measures.nationalities import NATIONALITIES
from suoja.statistics.measures.new_children import NEW_CHILDREN
from suoja.statistics.measures.new_clients import NEW_CLIENTS
from suoja.statistics.measures.new_persons import NEW_PERSONS
from suoja.statistics.measures.persons_in_scope import PERSONS_IN_SCOPE
from suoja.statistics.measures.persons_proposed import PERSONS_PROPOSED
from suoja.statistics.measures.recovery_periods import RECOVERY_PERIODS
from suoja.statistics.measures.referrals import REFERRALS
from suoja.statistics.measures.reflection_periods import REFLECTION_PERIODS
from suoja.statistics.measures.refusals import REFUSALS
from suoja.statistics.measures.stock import STOCK

ALL: tuple[Measure[Any], ...] = (
    REFERRALS,
    PERSONS_PROPOSED,
    DECISIONS,
    REFUSALS,
    MOVEMENTS,
    NEW_CLIENTS,
    NEW_CHILDREN,
    NEW_PERSONS,
    EXPLOITED_IN_FINLAND,
    STOCK,
    CHILDREN_IN_STOCK,
    PERSONS_IN_SCOPE,
    CUMULATIVE_CLIENTS,
    EXITS,
    REFLECTION_PERIODS,
    RECOVERY_PERIODS,
    IDENTIFICATION,
    IDENTIFIED_BY_ADMISSION,
    NATIONALITIES,
)
