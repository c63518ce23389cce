"""Twelve files as strangers send them: all show one scene, and each hides something of Mirela."""

from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

HIDDEN = b"Mirela"
WIDTH, HEIGHT = 128, 96
# The colours of the quarters of the scene, and where each begins.
QUARTERS = {
    (0, 0): (200, 40, 40),
    (64, 0): (40, 160, 60),
    (0, 48): (40, 70, 190),
    (64, 48): (230, 200, 60),
}
ARTIST, ORIENTATION, GPS, AREA = 0x013B, 0x0112, 0x8825, 0x001C
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" rdf:about="">'
    b"<photoshop:Credit>Mirela</photoshop:Credit></rdf:Description></rdf:RDF></x:xmpmeta>"
)
# Nothing here writes HEIC: the scene, with the artist and the place in its EXIF.
HEIC = b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAZdtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAA"
    "AAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAABuwABAAAAAAAAAKsAAgAAAAACZgABAAAAAAAAAJ4AAAA4aWluZgAAAAAA"
    "AgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA1mlwcnAAAAC3"
    "aXBjbwAAAHhodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAr"
    "QgEBA3AAAAMAkAAAAwAAAwAeoBAgYWW6kkprm4CGgwIAAAMAMgAAAwACEGIAAQAHRAHBcrAiQAAAABNjb2xybmNseAAB"
    "AA0ABoAAAAAUaXNwZQAAAAAAAACAAAAAYAAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgQIDBAAAABpp"
    "cmVmAAAAAAAAAA5jZHNjAAIAAQABAAABUW1kYXQAAACnKAGvE4B5wcXIv//2JUf/tz54fd2DQTp82T/7CUI/JWJ/8fQs"
    "WhDN/Pn7NHsPHWNvJv7YCeWGJ16KKn2OX/pswOJoVZYksjps8dSy5rqzzYAC/ckGWrvy/3/t/725h5S2nuft2WaVu69F"
    "eDrfCVUKFLpBMDyn9WZ6BnK634bq8hwE/2DR7aN7kcwtwxIaoGqGj6ua3BAFRtDI27hOfVmHVqfo3rmM8aAAAAAGRXhp"
    "ZgAATU0AKgAAAAgAAgE7AAIAAAAHAAAAJoglAAQAAAABAAAALgAAAABNaXJlbGEAAAAEAAEAAgAAAAJOAAAAAAIABQAA"
    "AAMAAABkAAMAAgAAAAJFAAAAAAQABQAAAAMAAAB8AAAAAAAAADwAAAABAAAACgAAAAEAAAAPAAAAAQAAABgAAAABAAAA"
    "OAAAAAEAAAAPAAAAAQ=="
)


def scene() -> Image.Image:
    image = Image.new("RGB", (WIDTH, HEIGHT))
    for (left, top), colour in QUARTERS.items():
        image.paste(colour, (left, top, left + 64, top + 48))
    return image


def saved(image: Image.Image, form: str, **told: object) -> bytes:
    made = BytesIO()
    image.save(made, form, **told)
    return made.getvalue()


def exif(orientation: int = 1) -> bytes:
    """Return who took the picture, where, and which way up the camera was held."""
    told = Image.Exif()
    told[ARTIST], told[ORIENTATION] = "Mirela", orientation
    told.get_ifd(GPS).update({1: "N", 2: (60.0, 10.0, 15.0), 3: "E", 4: (24.0, 56.0, 15.0)})
    told.get_ifd(GPS)[AREA] = b"ASCII\0\0\0Mirela's kitchen"
    return told.tobytes()


def profile() -> bytes:
    """Return a profile of colours whose description names her."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return made.replace(b"Little CMS", b"Mirela CMS")


def pictures() -> Iterator[tuple[str, bytes]]:
    image, text = scene(), PngInfo()
    text.add_text("Author", "Mirela")
    text.add_itxt("XML:com.adobe.xmp", XMP.decode())
    turned = image.transpose(Image.Transpose.ROTATE_90)
    yield "jpeg held sideways", saved(turned, "JPEG", exif=exif(6), quality=95)
    yield "jpeg comment", saved(image, "JPEG", comment=b"Mirela", icc_profile=profile())
    yield "jpeg xmp", saved(image, "JPEG", xmp=XMP, progressive=True)
    yield "png text", saved(image, "PNG", pnginfo=text)
    yield (
        "png upside down",
        saved(image.transpose(Image.Transpose.ROTATE_180), "PNG", exif=exif(3)),
    )
    yield "webp", saved(image, "WEBP", xmp=XMP, exif=exif(), quality=95)
    yield "gif", saved(image.quantize(8), "GIF", comment=b"Mirela")
    yield "heic", HEIC


def paper() -> pikepdf.Pdf:
    """Return a page that shows the scene."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
    drawn = [
        f"{' '.join(str(one / 255) for one in colour)} rg {left} {48 - top} 64 48 re f"
        for (left, top), colour in QUARTERS.items()
    ]
    page.Contents = pdf.make_stream("\n".join(drawn).encode())
    return pdf


def with_author() -> pikepdf.Pdf:
    pdf = paper()
    pdf.Root.Metadata = pdf.make_stream(XMP, Type=Name.Metadata, Subtype=Name.XML)
    pdf.docinfo[Name.Author] = String("Mirela")
    return pdf


def with_attachment() -> pikepdf.Pdf:
    pdf = paper()
    pdf.attachments["mirela.txt"] = b"Mirela, +358 50 000 0001"
    return pdf


def with_script() -> pikepdf.Pdf:
    pdf = paper()
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('Mirela')"))
    pdf.Root.OpenAction = script
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
    pdf.pages[0].obj.AA = Dictionary(O=script)
    return pdf


def with_form() -> pikepdf.Pdf:
    """Return a page with a field that sends, and a link, both without a look of their own."""
    pdf = paper()
    common = {"Type": Name.Annot, "Rect": Array([4, 4, 20, 20]), "F": 2}
    send = Dictionary(S=Name.SubmitForm, F=String("https://mirela.example/Mirela"))
    field = Dictionary(Subtype=Name.Widget, FT=Name.Tx, T=String("Mirela"), A=send, **common)
    link = Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("m:")), **common)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(field), link])
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].obj.Annots[0]]))
    return pdf


def papers() -> Iterator[tuple[str, bytes]]:
    for name, pdf in {
        "pdf author": with_author(),
        "pdf attachment": with_attachment(),
        "pdf script": with_script(),
        "pdf form": with_form(),
    }.items():
        made = BytesIO()
        pdf.save(
            made,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
        yield name, made.getvalue()


PICTURES, PAPERS = dict(pictures()), dict(papers())
FILES = PICTURES | PAPERS
