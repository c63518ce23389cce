"""What has to hold before a second person can confirm a release.

The printed files are read back and held against the frozen tables, and whatever another report
told differently is explained. All languages are complete, small groups are protected by the law of
the day, and it is proven that nobody is given away.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from suoja.publication.checks.check import Check
from suoja.publication.checks.differences import Difference, differences_of
from suoja.publication.checks.disclosure import disclosure_proven
from suoja.publication.checks.languages import languages_complete
from suoja.publication.checks.numbers import numbers_agree
from suoja.publication.checks.policy import is_looser_than_law, protected_by_law
from suoja.publication.checks.prints import answers
from suoja.publication.models import Release, ReleaseContent
from suoja.publication.rendering import Report

__all__ = [
    "Check",
    "Difference",
    "checks_of",
    "differences_of",
    "first_failed",
    "is_looser_than_law",
]


def checks_of(release: Release) -> tuple[Check, ...]:
    """Return every check of a draft, passed or not, in the order in which to mend what failed."""
    content = ReleaseContent.objects.newest_of(release)
    report = Report.of_release(release)
    read = answers(report, content.public_digest)
    return (
        numbers_agree(report, read),
        languages_complete(report, read),
        differences_explained(differences_of(release)),
        protected_by_law(release),
        disclosure_proven(content),
    )


def differences_explained(differences: tuple[Difference, ...]) -> Check:
    """Check that each difference to another report has its explanation."""
    unexplained = (each for each in differences if not each.explanation)
    found = tuple(f"{each.title}, {each.year}: {each.said}" for each in unexplained)
    return Check("differences", _("Differences to other reports are explained"), found)


def first_failed(checks: Sequence[Check]) -> str:
    """Return the first check that failed and what it found; nothing if all passed."""
    failed = next((check for check in checks if not check.passed), None)
    return f"{failed.title}: {failed.findings[0]}" if failed else ""
