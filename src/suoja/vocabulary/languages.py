"""Languages that people may be spoken to in, by their ISO 639 code.

Names come from Unicode CLDR through Babel, but for what it does not name or names misleadingly.
"""

from functools import cache

from babel import Locale

from suoja.vocabulary.alphabet import place_in_alphabet

OTHER = "other"

_CODES = (
    "af ak am ar az be bg bin bn bs ckb cs de ee el en es et fa ff fi fr gu ha he hi hr hu hy id "
    "ig it ja ka kk km ko kri ku ky lg ln lo lt lv mk ml mn mr ms my ne nl no om pa pcm pl prs ps "
    "pt rhg rn ro rom ru rw sg sgn si sk sl so sq sr sv sw ta te tg th ti tk tl tr ug uk ur uz vi "
    "wo yo yue zh"
)
LANGUAGES: tuple[str, ...] = tuple(_CODES.split())

_OWN_NAMES = {
    OTHER: {"en": "Another language", "fi": "Muu kieli", "sv": "Annat språk"},
    "sgn": {"en": "Sign language", "fi": "Viittomakieli", "sv": "Teckenspråk"},
    "ps": {"en": "Pashto", "fi": "Paštu", "sv": "Pashto"},
}
# What CLDR has no texts of, or gives the name of its neighbour.
_NAMED_BY_ITSELF = {
    "bin": "Ẹ̀dó",
    "kri": "Krio",
    "prs": "دری",
    "rom": "Romani čhib",
    "sgn": "Sign language",
}
_CODE_OF_BABEL = {"prs": "fa_AF"}


@cache
def name(code: str, language: str) -> str:
    """Return the name of a language in `language` (en, fi or sv), and nothing for no code."""
    if code in _OWN_NAMES:
        return _OWN_NAMES[code][language]
    named: str = Locale(language).languages.get(_CODE_OF_BABEL.get(code, code), code)
    return named[:1].upper() + named[1:]


@cache
def language_choices(language: str) -> list[tuple[str, str]]:
    """Return every language with its name, in the order of the names."""
    named = [(code, name(code, language)) for code in LANGUAGES]
    named.sort(key=lambda each: place_in_alphabet(each[1], language))
    return [*named, (OTHER, name(OTHER, language))]


@cache
def own_name_choices() -> list[tuple[str, str]]:
    """Return every language by the name that it gives itself, in the order of the names."""
    named = [(code, _by_itself(code)) for code in LANGUAGES]
    return sorted(named, key=lambda each: each[1].casefold())


def _by_itself(code: str) -> str:
    if code in _NAMED_BY_ITSELF:
        return _NAMED_BY_ITSELF[code]
    own: str = Locale.parse(code).get_language_name(code) or code
    return own[:1].upper() + own[1:]
