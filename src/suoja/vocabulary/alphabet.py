"""The order of words for people who look one up in a list."""

from unicodedata import normalize

# Letters of their own at the end of the alphabet; other marks do not change a letter's place.
_AFTER_Z = str.maketrans("åäö", "{|}")


def place_in_alphabet(word: str, language: str) -> str:
    """Return what a word is sorted by in `language` (en, fi or sv)."""
    letters = word.casefold()
    if language != "en":
        letters = letters.translate(_AFTER_Z)
    return "".join(normalize("NFD", letter)[0] for letter in letters)
