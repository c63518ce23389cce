"""What people write to a draft: its foreword, and why a total is no longer what it was."""

from collections.abc import Mapping
from datetime import datetime

from suoja.accounts.choices import Language
from suoja.accounts.models import Staff
from suoja.accounts.permissions import Permission, require
from suoja.core.calendar import helsinki_date
from suoja.core.errors import refuse
from suoja.core.turns import in_turn
from suoja.publication import rules
from suoja.publication.actions.trail import locked, record
from suoja.publication.checks.differences import Difference, differences_of
from suoja.publication.models import Explanation, Foreword, Release
from suoja.publication.rendering import Report
from suoja.publication.rendering.foreword import why_not as why_not_say
from suoja.publication.rules import Reason


@in_turn()
def write_foreword(
    release: Release, texts: Mapping[str, str], *, by: Staff, at: datetime
) -> Release:
    """Write the foreword anew in these languages; an empty text takes it away.

    Numbers stand in it as references to cells that the release shows.
    """
    require(by, Permission.RELEASE_DRAFT)
    release = locked(release)
    refuse(rules.why_not_write(release.status))
    report = Report.of_release(release)
    for language, text in texts.items():
        refuse(_why_not_say(language, text, report))
    for language, text in _changed(release, texts).items():
        Foreword.objects.create(
            release=release, language=language, text=text, written_at=at, written_by=by
        )
    record(release, "release.write_foreword", by=by, at=at)
    return release


@in_turn()
def explain_difference(
    release: Release, difference: Difference, text: str, *, by: Staff, at: datetime
) -> Explanation:
    """Say why a number is not what other reports say."""
    require(by, Permission.RELEASE_DRAFT)
    release = locked(release)
    differs = difference in differences_of(release)
    refuse(rules.why_not_explain(release.status, text, differs=differs))
    refuse(rules.why_not_type(text, last_year=helsinki_date(at).year))
    explanation = Explanation.objects.create(
        release=release,
        table=difference.table,
        year=difference.year,
        before=difference.before,
        after=difference.after,
        text=text.strip(),
        written_at=at,
        written_by=by,
    )
    record(release, "release.explain_difference", by=by, at=at)
    return explanation


def _why_not_say(language: str, text: str, report: Report) -> Reason:
    reason = why_not_say(text, report)
    return reason and f"{Language(language).label}: {reason}"


def _changed(release: Release, texts: Mapping[str, str]) -> dict[str, str]:
    """Return the texts that are not the ones written already."""
    written = Foreword.objects.newest_of(release)
    typed = {language: text.strip() for language, text in texts.items()}
    return {one: text for one, text in typed.items() if text != written.get(one, "")}
