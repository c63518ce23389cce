"""The languages of the pages of text; those of the settings have all pages, the others some."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Review(TextChoices):
    """How far the texts of a language have been checked."""

    WRITTEN = "written", _("written here, not yet checked by an editor")
    TRANSLATED = "translated", _("translated, not yet checked by a native speaker")
    CHECKED = "checked", _("checked by a native speaker")


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its own name."""

    code: str
    name: str
    review: Review
    direction: str = "ltr"


LANGUAGES = {
    language.code: language
    for language in (
        Language("en", "English", Review.WRITTEN),
        Language("fi", "Suomi", Review.TRANSLATED),
        Language("sv", "Svenska", Review.TRANSLATED),
        Language("ar", "العربية", Review.TRANSLATED, direction="rtl"),
        Language("ru", "Русский", Review.TRANSLATED),
        Language("uk", "Українська", Review.TRANSLATED),
        Language("et", "Eesti", Review.TRANSLATED),
        Language("so", "Soomaali", Review.TRANSLATED),
        Language("fa", "فارسی / دری", Review.TRANSLATED, direction="rtl"),
        Language("ckb", "کوردیی سۆرانی", Review.TRANSLATED, direction="rtl"),
        Language("tr", "Türkçe", Review.TRANSLATED),
        Language("ti", "ትግርኛ", Review.TRANSLATED),
        Language("vi", "Tiếng Việt", Review.TRANSLATED),
        Language("th", "ไทย", Review.TRANSLATED),
        Language("ne", "नेपाली", Review.TRANSLATED),
        Language("zh", "中文", Review.TRANSLATED),
        Language("sq", "Shqip", Review.TRANSLATED),
        Language("ro", "Română", Review.TRANSLATED),
        Language("bg", "Български", Review.TRANSLATED),
        Language("es", "Español", Review.TRANSLATED),
        Language("fr", "Français", Review.TRANSLATED),
    )
}
