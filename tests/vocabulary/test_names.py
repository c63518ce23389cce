"""Countries and languages have names, in an order in which people find them."""

import pytest
from django.utils.translation import override

from suoja.vocabulary import languages
from suoja.vocabulary.alphabet import place_in_alphabet
from suoja.vocabulary.choices import Form, Subform
from suoja.vocabulary.countries import country_choices
from suoja.vocabulary.languages import LANGUAGES, OTHER, language_choices


@pytest.mark.parametrize("reader", ["en", "fi", "sv"])
def test_every_language_has_a_name_of_its_own(reader: str) -> None:
    names = [languages.name(code, reader) for code in (*LANGUAGES, OTHER)]

    assert len(set(names)) == len(names)
    assert all(name[0].isupper() and name not in LANGUAGES for name in names)


def test_a_language_is_named_in_the_language_of_the_page() -> None:
    assert [languages.name("so", reader) for reader in ("en", "fi", "sv")] == [
        "Somali",
        "Somali",
        "Somaliska",
    ]
    assert languages.name("prs", "en") == "Dari"
    assert languages.name("ps", "sv") == "Pashto"


def test_what_is_not_known_is_shown_as_it_is() -> None:
    assert languages.name("", "en") == ""
    assert languages.name("xx", "en") == "Xx"


def test_another_language_is_the_last_choice() -> None:
    assert language_choices("fi")[-1] == (OTHER, "Muu kieli")


def test_a_mark_does_not_move_a_letter_in_english() -> None:
    names = [name for _code, name in country_choices("en")]

    assert names.index("Croatia") > names.index("Costa Rica")
    assert names.index("Côte d’Ivoire") < names.index("Croatia")


def test_the_last_letters_of_the_alphabet_come_last_in_finnish_and_swedish() -> None:
    words = ["Öst", "Ås", "Zur", "Äpple", "Tšad", "Tunisia", "Tanska"]

    assert sorted(words, key=lambda word: place_in_alphabet(word, "sv")) == [
        "Tanska",
        "Tšad",
        "Tunisia",
        "Zur",
        "Ås",
        "Äpple",
        "Öst",
    ]


@pytest.mark.parametrize("reader", ["fi", "sv"])
def test_a_form_of_exploitation_has_no_english_words(reader: str) -> None:
    with override(reader):
        names = " ".join(str(label) for label in (*Form.labels, *Subform.labels)).lower()

    assert not {"benefit", "fraud", "trafficking"} & set(names.replace("-", " ").split())
