"""Pages of text, from Markdown and a file of words for each language."""

from suoja.public_site.rendering.pages import Page, languages_of, letter_words, page, pages, words

__all__ = ["Page", "languages_of", "letter_words", "page", "pages", "words"]
