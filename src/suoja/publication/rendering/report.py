"""What is printed: the tables of one version, and their order, that of the report of 2020."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from suoja.core.calendar import Period, helsinki_date
from suoja.publication.models import Foreword, Release, ReleaseContent
from suoja.publication.rendering.changes import Change, changes
from suoja.statistics.tables import Table, by_id


@dataclass(frozen=True, slots=True)
class Chapter:
    """`id` is the anchor of the page; the last chapter, `history`, compares the years."""

    id: str
    title: Promise
    tables: tuple[str, ...]


COMPARISON = "history"

CHAPTERS = (
    Chapter(
        "applications",
        _("Applications to the assistance system"),
        (
            "referrals_by_referrer",
            "referrals_by_organisation",
            "referrals_by_request_number",
            "referrals_by_repetition",
        ),
    ),
    Chapter(
        "decisions",
        _("Decisions made by the assistance system"),
        (
            "decisions_on_entry_and_removal",
            "decisions_by_outcome",
            "decisions_by_outcome_and_request_number",
            "decisions_by_outcome_and_time_received",
            "refusals_by_ground",
            "exits_by_ground",
        ),
    ),
    Chapter(
        "new",
        _("New clients"),
        (
            "new_clients_by_category",
            "new_clients_by_sex",
            "new_clients_by_age_group",
            "new_clients_by_residence_status",
            "new_clients_by_form",
            "new_clients_by_subform",
            "new_clients_by_form_and_sex",
            "new_clients_by_nationality",
            "new_clients_by_region",
            "new_clients_by_place",
            "new_clients_by_place_and_form",
            "new_clients_by_form_and_home_country",
            "new_clients_by_age_and_conflict_zone",
            "new_clients_by_referrer",
            "new_children_by_guardian_residence_status",
        ),
    ),
    Chapter(
        "finland",
        _("New clients exploited in Finland"),
        (
            "series_exploited_in_finland",
            "exploited_in_finland_by_form",
            "exploited_in_finland_by_sex",
            "exploited_in_finland_by_age_at_exploitation",
            "exploited_in_finland_by_age_at_admission",
            "exploited_in_finland_by_nationality",
            "exploited_in_finland_by_residence_status",
            "exploited_in_finland_by_referrer",
            "exploited_in_finland_by_organisation",
        ),
    ),
    Chapter(
        "stock",
        _("All clients at the end of the period"),
        (
            "stock_by_category",
            "stock_by_month",
            "stock_by_age_at_admission_and_now",
            "stock_by_form",
            "stock_by_place_and_form",
            "stock_by_sex",
            "stock_by_nationality",
            "stock_by_residence_status",
            "number_of_nationalities",
            "children_by_guardian_residence_status",
        ),
    ),
    Chapter(
        "periods",
        _("Reflection and recovery periods"),
        ("reflection_periods_by_granter", "recovery_periods_by_granter"),
    ),
    Chapter(
        "identification",
        _("Official identification by the assistance system"),
        ("identification_by_outcome", "identified_by_admission"),
    ),
    Chapter(
        COMPARISON,
        _("Comparison with earlier years"),
        (
            "series_stock",
            "series_new_clients",
            "series_new_clients_by_form",
            "series_referrals",
            "cumulative_clients",
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One version of the report on a period, as it is about to be printed.

    `foreword` is what was typed in each language, with references in place of numbers.
    """

    period: Period
    version: int
    policy: str
    dated: date
    tables: tuple[Table, ...]
    preliminary: bool = False
    correction: str = ""
    changes: tuple[Change, ...] = ()
    foreword: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of_release(cls, release: Release) -> Self:
        """Return what a release froze, as the public may see it."""
        public = ReleaseContent.objects.public_side()
        tables = public.newest_of(release).tables
        before = public.newest_of(release.corrects_id).tables if release.corrects_id else tables
        return cls(
            period=release.months,
            version=release.version,
            policy=release.policy,
            dated=helsinki_date(release.public_from or release.drafted_at),
            tables=tables,
            preliminary=release.published_at is None,
            correction=release.correction,
            changes=changes(before, tables),
            foreword=Foreword.objects.newest_of(release),
        )

    @classmethod
    def of_tables(
        cls, tables: Sequence[Table], *, period: Period, policy: str, dated: date
    ) -> Self:
        """Return what the records say now, as the public may see it; nothing was released."""
        public = tuple(table.public() for table in tables)
        return cls(
            period=period, version=1, policy=policy, dated=dated, tables=public, preliminary=True
        )

    def chapters(self) -> list[tuple[Chapter, list[Table]]]:
        """Return the chapters that have something to show; a table is shown in one of them."""
        known = by_id(self.tables)
        found = [
            (chapter, [known[table] for table in chapter.tables if table in known])
            for chapter in CHAPTERS
        ]
        return [(chapter, tables) for chapter, tables in found if tables]
