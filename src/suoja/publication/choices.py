"""The words of this room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Status(TextChoices):
    DRAFT = "draft", pgettext_lazy("release", "Draft")
    CHECKED = "checked", pgettext_lazy("release", "Checked")
    PUBLISHED = "published", pgettext_lazy("release", "Published")
    CORRECTED = "corrected", _("Replaced by a corrected version")


class Format(TextChoices):
    """The files in which a release can be had."""

    TEXT = "text", _("Plain text")
    JSON = "json", "JSON"
    CSV = "csv", "CSV"
    HTML = "html", "HTML"
    PDF = "pdf", "PDF"
    ZIP = "zip", _("Open data")


class TableFormat(TextChoices):
    """The files in which a single table can be had."""

    CSV = "csv", "CSV"
    JSONSTAT = "jsonstat", "JSON-stat"
    PX = "px", "PX"
    XLSX = "xlsx", "XLSX"


class LetterFormat(TextChoices):
    """The files in which an answer can be had."""

    PDF = "pdf", "PDF"
    TEXT = "text", _("Plain text")


class Policy(TextChoices):
    """The names of `suoja.law.publication`."""

    STRICT = "strict", _("Strict: no count of people from one to four")
    PRACTICE = "practice", _("As in the printed reports: small nationalities and minors")


class Telling(TextChoices):
    """How a number leaves the house."""

    RELEASE = "release", _("Release")
    ANSWER = "answer", _("Answer")
