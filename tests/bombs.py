"""Small files that ask for everything there is."""

import struct
import zlib
from functools import partial

from PIL import Image

from strange_files import HEIC, saved

HUGE = 60_000


def png(width: int, height: int, *chunks: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


def chunk(name: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + check


def deflated(megabytes: int, line: bytes = b"\0") -> bytes:
    """Return what inflates to so many megabytes of the same."""
    squeeze, part = zlib.compressobj(9), line * (2**20 // len(line))
    return b"".join(squeeze.compress(part) for _ in range(megabytes)) + squeeze.flush()


def large_png() -> bytes:
    return png(HUGE, HUGE, chunk(b"IDAT", deflated(64)))


def png_of_much_text() -> bytes:
    texts = chunk(b"zTXt", b"a\0\0" + deflated(512))
    return png(1, 1, texts, chunk(b"IDAT", zlib.compress(b"\0\0")))


def large_jpeg() -> bytes:
    """Return one that declares more than it holds."""
    small = saved(Image.new("RGB", (8, 8)), "JPEG")
    at = small.index(b"\xff\xc0") + 5
    return small[:at] + struct.pack(">HH", HUGE, HUGE) + small[at + 4 :]


def large_gif(frames: int = 3000) -> bytes:
    screen = b"GIF89a" + struct.pack("<HHBBB", HUGE, HUGE, 0x80, 0, 0) + bytes(6)
    frame = b"," + struct.pack("<HHHHB", 0, 0, HUGE, HUGE, 0) + b"\x02\x02\x44\x01\x00"
    return screen + frame * frames + b";"


def large_webp(form: bytes) -> bytes:
    side = 16_383
    small = saved(Image.new("RGB", (8, 8)), "WEBP", lossless=form == b"VP8L")
    packed = struct.pack("<I", side | side << 14)
    begin = {b"VP8X": 24, b"VP8L": 21, b"VP8 ": 26}[form]
    if form == b"VP8X":
        declared = b"VP8X\x0a\0\0\0\x02\0\0\0" + struct.pack("<I", side)[:3] * 2
        return small[:12] + declared + small[12:]
    size = packed if form == b"VP8L" else struct.pack("<HH", side, side)
    return small[:begin] + size + small[begin + len(size) :]


def large_heic() -> bytes:
    at = HEIC.index(b"ispe") + 8
    return HEIC[:at] + struct.pack(">II", HUGE, HUGE) + HEIC[at + 8 :]


def pdf(*objects: bytes) -> bytes:
    """Return the PDF of these objects, of which the first is the catalogue."""
    numbered = [
        b"%d 0 obj\n%s\nendobj\n" % (number, content) for number, content in enumerate(objects, 1)
    ]
    return b"%PDF-1.7\n" + b"".join(numbered) + b"trailer<</Root 1 0 R>>\n%%EOF"


def page(drawn: bytes, *more: bytes, box: int = 100, uses: bytes = b"") -> bytes:
    """Return a PDF of one page, which is the third object; how it is drawn is the fourth."""
    told = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R/Resources<<%s>>>>"
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        told % (box, box, uses),
        drawn,
        *more,
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def flate_bomb() -> bytes:
    return page(stream(deflated(512, b"0 0 m 9 9 l S\n"), b"/Filter/FlateDecode"))


def flate_bomb_in_a_flate_bomb() -> bytes:
    twice = zlib.compress(deflated(512, b" "))
    return page(stream(twice, b"/Filter[/FlateDecode/FlateDecode]"))


def drawings_in_drawings() -> bytes:
    """Return a page that draws a hundred drawings of a hundred drawings, ten times over."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>"
    nested = [stream(b"/F Do " * 100, form % (number + 1)) for number in range(5, 15)]
    return page(stream(b"/F Do"), *nested, stream(b"0 0 9 9 re f"), uses=b"/XObject<</F 5 0 R>>")


def endless_shades() -> bytes:
    """Return a page that computes the colour of each of its points a hundred thousand times."""
    shade = b"<</ShadingType 1/ColorSpace/DeviceRGB/Matrix[4000 0 0 4000 0 0]/Function 6 0 R>>"
    domain = b"/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]"
    function = stream(b"{ 100 mul sin exch 100 mul cos 2 copy mul }", domain)
    drawn = stream(b"/S sh " * 100_000)
    return page(drawn, shade, function, box=4000, uses=b"/Shading<</S 5 0 R>>")


def many_pages(count: int = 1_000_000) -> bytes:
    kids = b"<</Type/Pages/Kids[" + b"3 0 R " * count + b"]/Count %d>>" % count
    one = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", kids, one)


# What each is refused as; they are made when they are asked for.
BOMBS = {
    "png": (large_png, "bomb"),
    "png of much text": (png_of_much_text, "broken"),
    "jpeg": (large_jpeg, "bomb"),
    "gif": (large_gif, "bomb"),
    "webp with more": (partial(large_webp, b"VP8X"), "bomb"),
    "webp without loss": (partial(large_webp, b"VP8L"), "bomb"),
    "webp with loss": (partial(large_webp, b"VP8 "), "bomb"),
    "heic": (large_heic, "bomb"),
    "pdf of one huge page": (partial(page, stream(b""), box=100_000), "bomb"),
    "pdf of a million pages": (many_pages, "too_large"),
    "pdf that inflates": (flate_bomb, "bomb"),
    "pdf that inflates twice": (flate_bomb_in_a_flate_bomb, "bomb"),
    "pdf of drawings in drawings": (drawings_in_drawings, "bomb"),
    "zip": (lambda: b"PK\x03\x04" + deflated(64), "unknown_kind"),
    "svg": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unknown_kind"),
    "xml": (lambda: b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'b'>]>", "unknown_kind"),
}
