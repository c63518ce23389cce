"""Whoever looks at a file that a stranger sent sees what it shows, and gets nothing else of it."""

from collections.abc import Iterator
from io import BytesIO
from math import isqrt

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from strange_files import FILES, HIDDEN, PAPERS, PICTURES, saved, scene
from suoja.core.copying.jpeg import MOST_PIXELS
from suoja.core.copying.pictures import OPENED
from suoja.core.files import Kind, ViewCopy, examine

# Start of image, JFIF, tables, frame, scan, end: what it takes to show pixels.
SHOWS_PIXELS = {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}
HOLDS_PAGES = {
    *("/BitsPerComponent", "/ColorSpace", "/Contents", "/Count", "/Filter", "/Height", "/Kids"),
    *("/Length", "/MediaBox", "/P", "/Pages", "/Parent", "/Resources", "/Root", "/Size"),
    *("/Subtype", "/Type", "/Width", "/XObject"),
}


@pytest.fixture(scope="module")
def copies() -> dict[str, ViewCopy]:
    return {name: examine(content) for name, content in FILES.items()}


def seen(copy: ViewCopy) -> Image.Image:
    """Return what a viewer shows of a copy."""
    if copy.kind is Kind.PDF:
        return pypdfium2.PdfDocument(copy.content)[0].render().to_pil()
    return Image.open(BytesIO(copy.content))


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return by how much colours differ on average, of 255."""
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


def segments(jpeg: bytes) -> set[int]:
    """Return the kinds of segments before the pixels."""
    kinds, at = set(), 2
    while jpeg[at + 1] != 0xDA:
        kinds.add(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return kinds | {0xDA}


def keys(pdf: pikepdf.Pdf) -> set[str]:
    """Return every word by which anything hangs in a PDF."""
    return {key for one in (pdf.trailer, *pdf.objects) for key in keys_of(one)}


def keys_of(one: object) -> Iterator[str]:
    if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in one.items():
            yield key
            if isinstance(value, pikepdf.Object) and not value.is_indirect:
                yield from keys_of(value)


def test_the_corpus_has_twelve_files_and_each_hides_something() -> None:
    assert len(FILES) == 12
    assert [name for name, content in FILES.items() if HIDDEN not in content] == []


@pytest.mark.parametrize("name", FILES)
def test_what_is_hidden_stays_behind(name: str, copies: dict[str, ViewCopy]) -> None:
    assert HIDDEN not in copies[name].content
    assert HIDDEN.lower() not in copies[name].content


@pytest.mark.parametrize("name", PICTURES)
def test_the_copy_of_a_picture_holds_nothing_but_pixels(
    name: str, copies: dict[str, ViewCopy]
) -> None:
    copy = copies[name]

    assert segments(copy.content) == SHOWS_PIXELS
    assert dict(seen(copy).getexif()) == {}
    assert (copy.content_type, copy.extension) == ("image/jpeg", ".jpg")


@pytest.mark.parametrize("name", PAPERS)
def test_the_copy_of_a_paper_holds_nothing_but_pages(
    name: str, copies: dict[str, ViewCopy]
) -> None:
    copy = copies[name]

    with pikepdf.open(BytesIO(copy.content), attempt_recovery=False) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert keys(pdf) == HOLDS_PAGES
        assert segments(pdf.pages[0].obj.Resources.XObject.P.read_raw_bytes()) == SHOWS_PIXELS
    assert (copy.content_type, copy.extension) == ("application/pdf", ".pdf")


@pytest.mark.parametrize("name", FILES)
def test_the_copy_shows_what_the_file_shows(name: str, copies: dict[str, ViewCopy]) -> None:
    shown = seen(copies[name])

    assert shown.size == scene().size
    assert difference(shown.convert("RGB"), scene()) < 6


@pytest.mark.parametrize("name", FILES)
def test_the_kind_is_that_of_the_content(name: str, copies: dict[str, ViewCopy]) -> None:
    assert copies[name].kind == name.split(maxsplit=1)[0]


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "CMYK", "1"])
def test_a_picture_in_any_colours_is_shown(mode: str) -> None:
    grey = Image.linear_gradient("L").convert(mode)
    copy = examine(saved(grey, "JPEG" if mode == "CMYK" else "PNG"))

    assert difference(seen(copy).convert("L"), grey.convert("L")) < 3


def test_a_picture_of_deep_greys_is_not_all_white() -> None:
    grey = Image.linear_gradient("L")
    twice = bytes(byte for one in grey.tobytes() for byte in (one, one))
    copy = examine(saved(Image.frombytes("I;16", grey.size, twice), "PNG"))

    assert difference(seen(copy).convert("L"), grey) < 3


def test_what_is_clear_is_white() -> None:
    assert seen(examine(saved(Image.new("RGBA", (9, 9)), "PNG"))).getpixel((4, 4)) == (255,) * 3


def test_of_a_moving_picture_the_first_frame_is_shown() -> None:
    frames = [Image.new("RGB", (128, 96), colour) for colour in ("black", "red")]
    copy = examine(saved(scene().quantize(8), "GIF", save_all=True, append_images=frames))

    assert difference(seen(copy), scene()) < 6


@pytest.mark.parametrize(
    ("form", "mode"), [("PNG", "RGBA"), ("GIF", "P"), ("WEBP", "RGBA"), ("JPEG", "RGB")]
)
def test_the_largest_picture_that_may_be_opened_has_room(form: str, mode: str) -> None:
    side = isqrt(OPENED[Kind[form]][1])
    copy = examine(saved(Image.new(mode, (side, side)), form))

    assert MOST_PIXELS / 4 < seen(copy).width ** 2 <= MOST_PIXELS


def test_a_photo_of_a_large_camera_is_shrunk() -> None:
    shown = seen(examine(saved(scene().resize((8000, 6000)), "JPEG")))

    assert shown.size == (4000, 3000)
    assert difference(shown, scene().resize(shown.size)) < 6


def test_a_picture_of_a_whole_chat_stays_readable() -> None:
    assert seen(examine(saved(Image.new("L", (1080, 14_000)), "PNG"))).width == 1080


def test_what_somebody_wrote_into_a_form_is_shown() -> None:
    with pikepdf.open(BytesIO(PAPERS["pdf form"])) as pdf:
        field = pdf.pages[0].obj.Annots[0]
        field.F, field.V, field.DA = 4, pikepdf.String("X"), pikepdf.String("/Helv 14 Tf 0 g")
        made = BytesIO()
        pdf.save(made)

    assert difference(seen(examine(made.getvalue())), scene()) > 0.5
