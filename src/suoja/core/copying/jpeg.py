"""The one way in which pixels leave the process that opens files."""

from io import BytesIO

from PIL import Image

# What a copy has at most: a photo of 4,000 by 4,000, or one long picture of a whole chat.
MOST_PIXELS = 16_000_000


def as_jpeg(image: Image.Image, quality: int) -> bytes:
    """Return the pixels on a white sheet; what came with them stays behind."""
    sheet = Image.new("RGB", image.size, "white")
    sheet.paste(image, mask=image if image.mode in {"LA", "RGBA"} else None)
    made = BytesIO()
    # Coloured letters on a coloured ground blur if colours are sampled.
    sheet.save(made, "JPEG", quality=quality, subsampling=0)
    return made.getvalue()
