"""Padding to size classes: a length would tell a short cry from a long story."""

KIB = 1024
SIZES = tuple(number * KIB for number in (1, 4, 16, 64, 256, 1024, 4 * KIB, 16 * KIB))
LENGTH_BYTES = 4


def padded(content: bytes, *, sizes: tuple[int, ...] = SIZES) -> bytes:
    """Return the content in the smallest of the sizes (bytes) that holds it.

    Raise ValueError if it is larger than the largest.
    """
    needed = len(content) + LENGTH_BYTES
    size = next((each for each in sizes if each >= needed), None)
    if size is None:
        raise ValueError(f"{len(content)} bytes do not fit into {sizes[-1]}.")
    return (len(content).to_bytes(LENGTH_BYTES, "big") + content).ljust(size, b"\0")


def unpadded(content: bytes) -> bytes:
    """Return what was padded."""
    length = int.from_bytes(content[:LENGTH_BYTES], "big")
    return content[LENGTH_BYTES : LENGTH_BYTES + length]
