"""The seam between plan and database: made-up people and what happened to them, day by day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPerson:
    """Who somebody is."""

    given_names: str
    family_name: str
    sex: str
    nationality: str
    language: str
    birth_date: date
    birth_date_estimated: bool = False
    phone: str = ""
    address: str = ""
    safe_contact: str = ""
    registered_on: date

    @property
    def name(self) -> str:
        return f"{self.given_names} {self.family_name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedReferral:
    """A proposal that the person be admitted, and the decision on it if there is one."""

    request_number: int
    received_on: date
    manner: str
    oral_ground: str | None
    referrer: str
    organisation: str | None
    referrer_name: str
    with_support_person: bool
    consent_by: str
    group: str | None
    summary: str
    outcome: str | None
    decided_on: date | None
    refusal_ground: str | None
    readmission: bool
    reasons: str


@dataclass(frozen=True, slots=True)
class PlannedSegment:
    """One country of an exploitation."""

    country: str
    conflict_zone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedExploitation:
    """One form of exploitation."""

    is_primary: bool
    form: str
    subform: str | None
    industry: str | None
    began_on: date
    ended_on: date
    segments: tuple[PlannedSegment, ...]
    description: str


@dataclass(frozen=True, slots=True)
class PlannedStatus:
    """A right to stay that began after admission."""

    since: date
    status: str
    permit_basis: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSpell:
    """A time as a client; `referral` is the place of the referral that led to it."""

    number: int
    referral: int
    category: str
    became_victim_on: date | None
    office: str
    started_on: date
    ended_on: date | None
    ground: str | None
    return_kind: str | None
    residence_status: str
    permit_basis: str | None
    residence_changes: tuple[PlannedStatus, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPeriod:
    """A reflection or recovery period, until the day before `ends_on`."""

    kind: str
    granted_by: str
    granted_on: date
    ends_on: date
    extended_on: date | None
    ended_early_on: date | None
    early_end: str | None
    to_client: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAssessment:
    """The road to official identification by the assistance system."""

    body: str
    waiting_since: date
    begun_on: date | None
    group_heard_on: date | None
    decided_on: date | None
    outcome: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedChild:
    """A child beside the person, in the person's first spell."""

    person: PlannedPerson
    came_along: bool
    started_on: date
    ended_on: date | None
    ground: str | None


@dataclass(frozen=True, slots=True)
class PlannedNote:
    written_on: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedCase:
    """A person, the children beside, and everything that is on file about them."""

    person: PlannedPerson
    referrals: tuple[PlannedReferral, ...]
    spells: tuple[PlannedSpell, ...] = ()
    exploitations: tuple[PlannedExploitation, ...] = ()
    periods: tuple[PlannedPeriod, ...] = ()
    assessment: PlannedAssessment | None = None
    children: tuple[PlannedChild, ...] = ()
    notes: tuple[PlannedNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStaff:
    """Somebody who works with the system."""

    username: str
    display_name: str
    role: str
    office: str | None
    language: str
