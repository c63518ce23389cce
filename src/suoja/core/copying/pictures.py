"""A picture drawn anew: the pixels as they are looked at, and nothing else."""

import sys
from functools import partial
from io import BytesIO
from math import ceil, sqrt

import pi_heif
from PIL import Image

from suoja.core.copying.jpeg import MOST_PIXELS, as_jpeg
from suoja.core.copying.kinds import Kind
from suoja.core.copying.process import run
from suoja.core.copying.refusals import Refusal, Unfit

MOST_ALONG_A_SIDE = 30_000
# What may be opened, so that the decoder of each kind keeps within the memory of the process:
# JPEG is shrunk while it is read, WebP takes five times the memory of its pixels.
OPENED: dict[Kind, tuple[str, int]] = {
    Kind.JPEG: ("JPEG", 50_000_000),
    Kind.PNG: ("PNG", 24_000_000),
    Kind.GIF: ("GIF", 24_000_000),
    Kind.WEBP: ("WEBP", 9_000_000),
    Kind.HEIC: ("HEIF", 25_000_000),
}
QUALITY = 85
REDUCIBLE = {"L", "LA", "RGB", "RGBA", "CMYK"}
ORIENTATION = 0x0112
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

Image.MAX_IMAGE_PIXELS = None  # the table above is stricter
pi_heif.options.DECODE_THREADS = 1
pi_heif.register_heif_opener()


def copy_of(content: bytes, kind: Kind) -> bytes:
    """Return a JPEG that shows the first picture of a file the right way up."""
    image = _opened(content, kind)
    image.draft(None, _smaller(image))
    image.load()
    turn = UPRIGHT.get(image.getexif().get(ORIENTATION, 1))
    image = _shrunk(image)
    return as_jpeg(image if turn is None else image.transpose(turn), QUALITY)


def _opened(content: bytes, kind: Kind) -> Image.Image:
    """Open a picture, whose pixels are not decoded before its size is known."""
    form, most = OPENED[kind]
    if kind is Kind.WEBP:
        _require_small(_webp_size(content), most)
    image = Image.open(BytesIO(content), formats=[form])
    _require_small(image.size, most)
    return image


def _require_small(size: tuple[int, int], most: int) -> None:
    if size[0] * size[1] > most or max(size) > MOST_ALONG_A_SIDE:
        raise Unfit(Refusal.BOMB)


def _webp_size(content: bytes) -> tuple[int, int]:
    """Return the size that a WebP declares: its decoder takes the memory when it is opened."""
    form, begin = content[12:16], content[20:30]
    if form == b"VP8X":
        return _little(begin[4:7]) + 1, _little(begin[7:10]) + 1
    if form == b"VP8L":
        both = _little(begin[1:5])
        return (both & 0x3FFF) + 1, (both >> 14 & 0x3FFF) + 1
    return _little(begin[6:8]) & 0x3FFF, _little(begin[8:10]) & 0x3FFF


def _little(number: bytes) -> int:
    return int.from_bytes(number, "little")


def _times(image: Image.Image) -> int:
    """Return how many times smaller the sides of the copy are."""
    return ceil(sqrt(image.width * image.height / MOST_PIXELS))


def _smaller(image: Image.Image) -> tuple[int, int]:
    return image.width // _times(image), image.height // _times(image)


def _shrunk(image: Image.Image) -> Image.Image:
    """Return a picture of as many pixels as a copy may have, in colours that a sheet takes."""
    if image.mode == "I;16":  # converted as it is, all but the darkest would be white
        image = image.point(lambda light: light * (1 / 257)).convert("L")
    if image.mode not in REDUCIBLE:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    times = _times(image)
    return image.reduce(times) if times > 1 else image


if __name__ == "__main__":
    run(partial(copy_of, kind=Kind(sys.argv[1])))
