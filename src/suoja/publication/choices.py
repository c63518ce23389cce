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


# Numbers from two up in words, with the endings of Finnish; "sex" is not taken for the Swedish six.
# One is an article or a pronoun wherever nobody is named beside it.
NUMBER_WORDS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty",
    r"(?:only|just) one|one (?:person|woman|man|child|girl|boy|client|victim)",
    r"kaksi\w*|kahde\w*|kahta|kahteen|kolme\w*|neljä\w*|viisi\w*|viide\w*|viittä",
    r"kuusi\w*|kuude\w*|kuutta|seitsemä\w*|kahdeksa\w*|yhdeksä\w*|kymmen\w*",
    r"(?:vain|ainoastaan) (?:yksi|yhden|yhtä)",
    r"yksi (?:henkilö|nainen|mies|lapsi|tyttö|poika|asiakas)",
    r"två|tre|fyra|fem|sju|åtta|nio|tio|elva|tolv|tjugo\w*|(?:tret|fyr|fem|sex|sjut|åt|nit)tio\w*",
    r"tretton|fjorton|femton|sexton|sjutton|arton|nitton",
    r"(?:bara|endast) (?:en|ett)|(?:en|ett) enda",
)
