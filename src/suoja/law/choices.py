"""The words in which the law answers. Plain strings, spelled as the rooms spell their codes."""

from enum import StrEnum


class Body(StrEnum):
    """Authorities that grant, identify, are heard or are asked."""

    ASSISTANCE_SYSTEM = "assistance_system"
    BORDER_GUARD = "border_guard"
    CHILD_WELFARE = "child_welfare"
    HEALTH_CARE = "health_care"
    IMMIGRATION_SERVICE = "immigration_service"
    JOUTSENO_RECEPTION_CENTRE = "joutseno_reception_centre"
    MINISTRY_OF_THE_INTERIOR = "ministry_of_the_interior"
    NATIONAL_BUREAU_OF_INVESTIGATION = "national_bureau_of_investigation"
    POLICE = "police"
    PRE_TRIAL_INVESTIGATION = "pre_trial_investigation"
    RECEPTION_CENTRE = "reception_centre"
    REGISTRATION_CENTRE = "registration_centre"
    SOCIAL_SERVICES = "social_services"


class Identification(StrEnum):
    """What it means in this Act that a person is identified as a victim."""

    BY_CIRCUMSTANCES = "by_circumstances"
    OFFICIAL_STEP = "official_step"
    ADMISSION = "admission"


class Disclosure(StrEnum):
    """Why the police may be told of a client."""

    CLIENT_NOTIFICATION = "client_notification"
    REFLECTION_PERIOD_GRANTED = "reflection_period_granted"
    SERIOUS_THREAT = "serious_threat"


class Proposer(StrEnum):
    """Who may propose that a person be admitted."""

    AUTHORITY = "authority"
    PERSON = "person"
    PRIVATE_SERVICE_PRODUCER = "private_service_producer"
    PUBLIC_SERVICE_PRODUCER = "public_service_producer"


class Signature(StrEnum):
    """Whose consent a referral needs."""

    PERSON = "person"
    GUARDIAN_OR_REPRESENTATIVE = "guardian_or_representative"


class OralGround(StrEnum):
    """When a referral may be made by word of mouth."""

    URGENT = "urgent"
    BY_THE_PERSON = "by_the_person"
