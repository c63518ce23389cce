"""The kinds of files that are opened, told by their first bytes and by nothing else."""

from enum import StrEnum


class Kind(StrEnum):
    JPEG = "jpeg"
    PNG = "png"
    GIF = "gif"
    WEBP = "webp"
    HEIC = "heic"
    PDF = "pdf"


_FIRST_BYTES = {
    b"\xff\xd8\xff": Kind.JPEG,
    b"\x89PNG\r\n\x1a\n": Kind.PNG,
    b"GIF87a": Kind.GIF,
    b"GIF89a": Kind.GIF,
}
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis"}
# Readers of PDF look for its beginning as far as this.
_PDF_BEGINS_WITHIN = 1024


def kind_of(content: bytes) -> Kind | None:
    """Return what the content is, or nothing if it is of no kind that is opened."""
    for first, kind in _FIRST_BYTES.items():
        if content.startswith(first):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Kind.WEBP
    if _HEIC_BRANDS & _brands(content):
        return Kind.HEIC
    return Kind.PDF if b"%PDF-" in content[:_PDF_BEGINS_WITHIN] else None


def _brands(content: bytes) -> set[bytes]:
    """Return the brands that a file of the MP4 family lists in its first box."""
    if content[4:8] != b"ftyp":
        return set()
    end = min(int.from_bytes(content[:4], "big"), 256)
    return {content[start : start + 4] for start in (8, *range(16, end, 4))}
