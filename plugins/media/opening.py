"""Opens an image safely: validates it, turns it upright, converts it to sRGB and drops its metadata."""

import io
import struct
import warnings
import zlib
from pathlib import PurePosixPath
from typing import Any

from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

from plugins.diagnostics import Phrase
from plugins.media.faults import PictureFaultError
from plugins.media.metadata import hidden_parts
from plugins.media.sizes import PictureSize

MOST_BYTES = 6_000_000
"""A repository keeps every version for ever, and a page needs no more than some 1 800 pixels in width."""

MOST_DOTS = 50_000_000
"""As many as good phones give. More would need a gigabyte while it is opened."""

MOST_PIXELS_A_SIDE = 30_000
"""Twice the longest panorama of a phone. A picture one pixel wide and very long is read line by line for minutes."""
MOST_SCANS = 200
"""Of a JPEG; a progressive one has about ten, and each is decoded over the whole picture."""
_SCAN = b"\xff\xda"
"""Begins a scan (ITU-T T.81, B.1.1.3); inside a scan 0xFF is followed by zero or a restart marker."""

_FORMS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
_SIGNATURES = {
    "JPEG": (b"\xff\xd8\xff",), "PNG": (b"\x89PNG\r\n\x1a\n",), "GIF": (b"GIF8",), "TIFF": (b"II*\0", b"MM\0*"),
    "BMP": (b"BM",), "PDF": (b"%PDF",), "SVG": (b"<svg", b"<?xml"),
}  # fmt: skip
HIDDEN_PHRASES = {
    "place": Phrase("hidden-place"), "exif": Phrase("hidden-exif"), "xmp": Phrase("hidden-xmp"),
    "comment": Phrase("hidden-comment"), "other": Phrase("hidden-other"),
    "behind-the-end": Phrase("hidden-behind-the-end"),
}  # fmt: skip
"""What is taken out of a picture, by its kind in `metadata.py`, as the catalogs say it."""
_TURNED = (5, 6, 7, 8)
"""Values of the Exif tag Orientation by which a phone says that it was held upright."""
_PLAIN_COLOURS = ("1", "L", "LA", "P", "PA", "RGB", "RGBA")
_UNREADABLE = (
    UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, OverflowError, TypeError, IndexError, KeyError,
    struct.error, zlib.error, Image.DecompressionBombError,
)  # fmt: skip
"""What Pillow raises for files that are not what they say."""


def inspect(name: str, raw: bytes) -> PictureSize:
    """Return the size at which a browser would show the picture; its pixels are not read yet.

    Raises PictureFaultError for another kind of file than its name says or than browsers show, for what is beside
    the picture, for more than one frame, for too many pixels and for the colours of a printing house.
    """
    form = _form(name, raw)
    if hidden := hidden_parts(raw):
        raise PictureFaultError("picture-metadata", found=HIDDEN_PHRASES[hidden[0].kind])
    return _size(raw, form)


def original(name: str, raw: bytes, widest: int) -> Image.Image:
    """Return the pixels of a photo as the camera saved it: what is beside them is allowed, and left behind."""
    _size(raw, _form(name, raw))
    return pixels(name, raw, widest)


def _form(name: str, raw: bytes) -> str:
    """Return the form that both the name and the first bytes say. Raises PictureFaultError where they differ."""
    suffix, found = PurePosixPath(name).suffix.lower(), _form_of(raw)
    form = _FORMS.get(suffix, "")
    if not form:
        raise PictureFaultError("unsupported-picture", found=found or suffix.lstrip(".").upper())
    if found and found != form:
        raise PictureFaultError("mistyped-picture", found=found, expected=form)
    return form


def _size(raw: bytes, form: str) -> PictureSize:
    if form == "JPEG" and raw.count(_SCAN) > MOST_SCANS:
        raise PictureFaultError("damaged-picture")
    with _opened(raw, form) as image:
        if image.width * image.height > MOST_DOTS or max(image.size) > MOST_PIXELS_A_SIDE:
            raise PictureFaultError("too-many-dots", found=f"{image.width} × {image.height}")
        if getattr(image, "is_animated", False) and image.format != "MPO":  # a JPEG with a second picture behind it
            raise PictureFaultError("animated-picture")
        if image.mode not in _PLAIN_COLOURS:
            raise PictureFaultError("unusual-colours", found=image.mode)
        try:
            size = PictureSize(*image.size)
            is_turned = image.getexif().get(ExifTags.Base.Orientation) in _TURNED
        except _UNREADABLE as error:
            raise PictureFaultError("damaged-picture") from error
    return PictureSize(size.height, size.width) if is_turned else size


def pixels(name: str, raw: bytes, widest: int) -> Image.Image:
    """Return the picture as RGB or RGBA in sRGB, upright, with nothing beside its pixels.

    It is at least `widest` pixels wide where the file is; a larger JPEG is read at a smaller scale, which takes less
    memory. Raises PictureFaultError.
    """
    form = _FORMS[PurePosixPath(name).suffix.lower()]
    try:
        if form == "PNG":
            with _opened(raw, form) as image:
                image.verify()  # the check sums; it closes the file
        with _opened(raw, form) as image:
            image.draft("RGB", (widest, widest))
            image.load()
            ImageOps.exif_transpose(image, in_place=True)  # a copy of so many pixels would cost as much again
            upright: Image.Image = image
        has_alpha = "A" in upright.mode or "transparency" in upright.info
        if upright.mode in ("1", "P", "PA"):
            upright = upright.convert("RGBA" if has_alpha else "RGB")
        plain = _in_srgb(upright, "RGBA" if has_alpha else "RGB")
    except _UNREADABLE as error:
        raise PictureFaultError("damaged-picture") from error
    plain.info.clear()
    return plain


def _in_srgb(image: Image.Image, mode: str) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile:
        return image if image.mode == mode else image.convert(mode)
    if image.mode == "LA":  # the library of profiles knows no grey with transparency
        image = image.convert("RGBA")
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if own.profile.xcolor_space.strip() != {"L": "GRAY"}.get(image.mode, "RGB"):
            return (
                image if image.mode == mode else image.convert(mode)
            )  # the profile of a palette or of grey, whose pixels are plain already
        turned: Any = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode=mode)
        return turned  # type: ignore[no-any-return]
    except (ImageCms.PyCMSError, OSError) as error:
        raise PictureFaultError("unusual-colours", found="ICC") from error


def _opened(raw: bytes, form: str) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the pixels are counted here, and what is odd beside them has been refused
            return Image.open(io.BytesIO(raw), formats=(form,))
    except Image.DecompressionBombError as error:
        raise PictureFaultError("too-many-dots", found=f"> {2 * (Image.MAX_IMAGE_PIXELS or 0)}") from error
    except _UNREADABLE as error:
        raise PictureFaultError("damaged-picture") from error


def _form_of(raw: bytes) -> str:
    """Return what the first bytes say the file is, or nothing where they say nothing known."""
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "WEBP"
    if raw[4:8] == b"ftyp":
        return {b"avif": "AVIF", b"avis": "AVIF", b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIC"}.get(
            raw[8:12], "MP4"
        )
    start = raw[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    return next((form for form, marks in _SIGNATURES.items() if start.startswith(marks)), "")
