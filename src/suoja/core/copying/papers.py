"""A paper drawn anew, page by page: what can be seen of it, and nothing that acts or hides."""

from math import sqrt

from pypdfium2 import PdfDocument, PdfPage

from suoja.core.copying.binding import Sheet, bound
from suoja.core.copying.jpeg import MOST_PIXELS, as_jpeg
from suoja.core.copying.process import run
from suoja.core.copying.refusals import Refusal, Unfit

MOST_PAGES = 50
MOST_POINTS = 14_400  # along a side: the format has no larger page
DOTS_PER_POINT = 120 / 72
QUALITY = 75


def copy_of(content: bytes) -> bytes:
    """Return a PDF whose pages are pictures of the pages."""
    document = PdfDocument(content)
    if len(document) > MOST_PAGES:
        raise Unfit(Refusal.TOO_LARGE)
    document.init_forms()  # or the fields that somebody filled in would be empty
    return bound([_sheet(document[number]) for number in range(len(document))])


def _sheet(page: PdfPage) -> Sheet:
    width, height = page.get_size()
    if max(width, height) > MOST_POINTS:
        raise Unfit(Refusal.BOMB)
    scale = min(DOTS_PER_POINT, sqrt(MOST_PIXELS / (width * height)))
    image = page.render(scale=scale).to_pil()
    page.close()
    return Sheet((width, height), image.size, as_jpeg(image, QUALITY))


if __name__ == "__main__":
    run(copy_of)
