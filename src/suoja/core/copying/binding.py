"""JPEG pictures bound into a PDF that has no author, date, number or anything else but pages."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Sheet:
    """One page: its size on paper, in points, and the picture that fills it."""

    points: tuple[float, float]
    pixels: tuple[int, int]
    jpeg: bytes


def bound(sheets: Sequence[Sheet]) -> bytes:
    """Return the PDF of these pages."""
    if not sheets:
        raise ValueError("A paper has pages.")
    firsts = range(3, 3 + 3 * len(sheets), 3)
    kids = " ".join(f"{first} 0 R" for first in firsts)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(sheets)}/Kids[{kids}]>>".encode(),
    ]
    for first, sheet in zip(firsts, sheets, strict=True):
        objects += _page(first, sheet)
    return _written(objects)


def _page(first: int, sheet: Sheet) -> list[bytes]:
    """Return a page, how it is drawn and its picture, which have three numbers in a row."""
    width, height = (f"{side:.2f}" for side in sheet.points)
    across, down = sheet.pixels
    page = (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents {first + 1} 0 R"
        f"/Resources<</XObject<</P {first + 2} 0 R>>>>>>"
    )
    picture = (
        f"/Type/XObject/Subtype/Image/Width {across}/Height {down}"
        "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"
    )
    drawn = f"{width} 0 0 {height} 0 0 cm /P Do".encode()
    return [page.encode(), _stream("", drawn), _stream(picture, sheet.jpeg)]


def _stream(entries: str, content: bytes) -> bytes:
    head = f"<<{entries}/Length {len(content)}>>\nstream\n"
    return head.encode() + content + b"\nendstream"


def _written(objects: Sequence[bytes]) -> bytes:
    """Return the file of these objects, numbered from 1, with the table of their places."""
    made, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(f"{len(made):010d} 00000 n \n")
        made += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{''.join(places)}"
    end = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF\n"
    return bytes(made) + table.encode() + end.encode()
