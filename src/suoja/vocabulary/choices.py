"""Words as enumerations. Source of the codes: the published annual reports 2014-2020."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Sex(TextChoices):
    WOMAN_GIRL = "woman_girl", _("Woman or girl")
    MAN_BOY = "man_boy", _("Man or boy")
    OTHER_OR_NOT_STATED = "other_or_not_stated", _("Other or not stated")


class Category(TextChoices):
    """In which capacity a person is a client."""

    VICTIM = "victim", _("Victim")
    WITNESS = "witness", _("Witness")
    DEPENDENT_CHILD = "dependent_child", _("Dependent child")


class Form(TextChoices):
    """Form of exploitation; a witness has none."""

    SEXUAL_EXPLOITATION = "sexual_exploitation", _("Sexual exploitation")
    FORCED_LABOUR = "forced_labour", _("Forced labour")
    FORCED_MARRIAGE = "forced_marriage", _("Forced marriage")
    FORCED_CRIMINAL_ACTIVITY = "forced_criminal_activity", _("Forced criminal activity")
    FORCED_BEGGING = "forced_begging", _("Forced begging")
    BENEFIT_FRAUD = "benefit_fraud", _("Benefit fraud")
    ORGAN_TRADE = "organ_trade", _("Trade in organs")
    CHILD_SOLDIER = "child_soldier", _("Child soldier")
    OTHER = "other", pgettext_lazy("form of exploitation", "Other")


class Subform(TextChoices):
    PROSTITUTION = "prostitution", _("Prostitution")
    SEXUAL_SLAVERY = "sexual_slavery", _("Sexual slavery")
    DOMESTIC_SERVITUDE = "domestic_servitude", _("Domestic servitude")
    PURPOSE_NOT_ESTABLISHED = "purpose_not_established", _("Purpose not established")
    NOT_ACHIEVED = "not_achieved", _("Purpose not achieved")
    SOLD_BETWEEN_OWNERS = "sold_between_owners", _("Sold from one owner to another")


SUBFORMS: Mapping[Form, tuple[Subform, ...]] = {
    Form.SEXUAL_EXPLOITATION: (Subform.PROSTITUTION, Subform.SEXUAL_SLAVERY),
    Form.FORCED_LABOUR: (Subform.DOMESTIC_SERVITUDE,),
    Form.OTHER: (
        Subform.PURPOSE_NOT_ESTABLISHED,
        Subform.NOT_ACHIEVED,
        Subform.SOLD_BETWEEN_OWNERS,
    ),
}


class Industry(TextChoices):
    RESTAURANT = "restaurant", _("Restaurant")
    CLEANING = "cleaning", _("Cleaning")
    CONSTRUCTION = "construction", _("Construction")
    SEASONAL_AGRICULTURE = "seasonal_agriculture", _("Seasonal work in agriculture")
    DOMESTIC_HELP = "domestic_help", _("Domestic help")
    FARM = "farm", _("Farm")
    BERRY_PICKING = "berry_picking", _("Berry picking")
    GREENHOUSE = "greenhouse", _("Greenhouse")
    BEAUTY_CARE = "beauty_care", _("Beauty care")
    CAR_WASH = "car_wash", _("Car wash")
    CAR_REPAIR = "car_repair", _("Car repair")
    WAREHOUSE_MOVING = "warehouse_moving", _("Warehouse and moving")
    FORESTRY = "forestry", _("Forestry")
    HORTICULTURE = "horticulture", _("Horticulture")


class Place(TextChoices):
    IN_FINLAND = "in_finland", _("In Finland")
    ABROAD = "abroad", _("Abroad")


class ResidenceStatus(TextChoices):
    FINNISH_CITIZEN = "finnish_citizen", _("Finnish citizen")
    OTHER_EU_CITIZEN = "other_eu_citizen", _("Citizen of another EU country")
    VISA_FREE = "visa_free", _("Citizen of a visa-free country")
    VISA = "visa", _("Visa")
    RESIDENCE_PERMIT = "residence_permit", _("Residence permit")
    ASYLUM_SEEKER = "asylum_seeker", _("Asylum seeker")
    TEMPORARY_PROTECTION = "temporary_protection", _("Temporary protection")
    UNDOCUMENTED = "undocumented", _("No legal right of residence")
    UNKNOWN = "unknown", pgettext_lazy("residence status", "Not known")


class PermitBasis(TextChoices):
    WORK = "work", _("Work")
    FAMILY = "family", _("Family")
    VICTIM_52A = "victim_52a", _("Victim of human trafficking (Aliens Act 52 a)")
    OTHER = "other", pgettext_lazy("permit basis", "Other")


class Referrer(TextChoices):
    """Who proposes that a person be admitted (R044, R053, R054)."""

    RECEPTION_CENTRE = "reception_centre", _("Reception centre")
    IMMIGRATION_SERVICE = "immigration_service", _("Finnish Immigration Service")
    POLICE = "police", _("Police")
    NATIONAL_BUREAU_OF_INVESTIGATION = (
        "national_bureau_of_investigation",
        _("National Bureau of Investigation"),
    )
    BORDER_GUARD = "border_guard", _("Border Guard")
    PRISON = "prison", _("Prison")
    MUNICIPALITY = "municipality", _("Municipality")
    CHILD_WELFARE = "child_welfare", _("Child welfare")
    LEGAL_AID_ATTORNEY_OR_PRIVATE_COUNSEL = (
        "legal_aid_attorney_or_private_counsel",
        _("Legal aid attorney or private counsel"),
    )
    REFUGEE_ADVICE_CENTRE = "refugee_advice_centre", _("Refugee Advice Centre")
    VICTIM_SUPPORT_FINLAND = "victim_support_finland", _("Victim Support Finland")
    SHELTER_OR_MOTHER_AND_CHILD_HOME = (
        "shelter_or_mother_and_child_home",
        _("Shelter or mother and child home"),
    )
    OCCUPATIONAL_SAFETY_AUTHORITY = (
        "occupational_safety_authority",
        _("Occupational safety authority"),
    )
    CHURCH = "church", _("Church")
    OTHER_ORGANISATION = "other_organisation", _("Other organisation")
    SELF = "self", _("The person, alone or with a support person")
    NOT_RECORDED = "not_recorded", pgettext_lazy("referrer", "Not recorded")


class Organisation(TextChoices):
    """Organisations that the reports name (R055, R230)."""

    MONIKA = "monika", "Monika-Naiset liitto ry"
    JOMONI = "jomoni", "Jomoni ry"
    SETLEMENTTI = "setlementti", "Setlementti ry"
    SUOMEN_KURDIT = "suomen_kurdit", "Suomen Kurdit ry"
    TURUN_VALKONAUHA = "turun_valkonauha", "Turun Valkonauha ry"
    TURVAPAIKANHAKIJOIDEN_TUKI = "turvapaikanhakijoiden_tuki", "Turvapaikanhakijoiden tuki ry"


class ConsentBy(TextChoices):
    """Who consents that a person is referred."""

    PERSON = "person", _("The person")
    PERSON_AND_GUARDIAN = "person_and_guardian", _("The person and a guardian or representative")
    GUARDIAN = "guardian", _("A guardian")
    REPRESENTATIVE = "representative", _("An appointed representative")


class Region(TextChoices):
    """The regions that stand in for nationalities too small to show (R147)."""

    SUB_SAHARAN_AFRICA = "sub_saharan_africa", _("Sub-Saharan Africa")
    EUROPE_AND_RUSSIA = "europe_and_russia", _("Europe and Russia")
    NORTH_AFRICA_AND_MIDDLE_EAST = (
        "north_africa_and_middle_east",
        _("North Africa and the Middle East"),
    )
    ASIA = "asia", _("Asia")
    SOUTH_AMERICA = "south_america", _("South America")
    NORTH_AMERICA_AND_OCEANIA = "north_america_and_oceania", _("North America and Oceania")
    NO_NATIONALITY = "no_nationality", _("No nationality")
    UNKNOWN = "unknown", pgettext_lazy("region", "Not known")


class Office(TextChoices):
    LAPPEENRANTA = "lappeenranta", _("Lappeenranta")
    HELSINKI = "helsinki", _("Helsinki")
    TAMPERE = "tampere", _("Tampere")
    OULU = "oulu", _("Oulu")
