"""Small groups are protected by the law of the day on which they were counted."""

from datetime import datetime

from django.utils.translation import gettext as _

from suoja import law
from suoja.core.calendar import helsinki_date
from suoja.publication.checks.check import Check
from suoja.publication.choices import Policy
from suoja.publication.models import Release


def protected_by_law(release: Release) -> Check:
    """Check that no group is shown which the law of the day of drafting hides."""
    loose = is_looser_than_law(release, release.drafted_at)
    findings = (_sentence(release),) if loose else ()
    return Check("policy", _("Small groups are protected by the rules of the day"), findings)


def is_looser_than_law(release: Release, at: datetime) -> bool:
    """Test if a release shows what the rules of this day hide."""
    policy = law.publication_policy(release.policy)
    return policy.is_looser_than(law.on(helsinki_date(at)).publication)


def _sentence(release: Release) -> str:
    policy = Policy(release.policy).label
    return _("It is protected by other rules: %(policy)s. Count it anew.") % {"policy": policy}
