"""How large a picture is, so that a page keeps its place while it loads."""

from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from PIL import ExifTags, Image, UnidentifiedImageError

_SHOWN_BY_BROWSERS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
_TURNED_BY_BROWSERS = (5, 6, 7, 8)
"""Values of the Exif tag Orientation by which a telephone says that it was held upright."""


class PictureSize(NamedTuple):
    """Width and height in CSS pixels."""

    width: int
    height: int


class DamagedPictureError(Exception):
    """The file is no picture that a browser could show."""


def measure(path: Path) -> PictureSize:
    """Return the size of an SVG (its viewBox) or of a raster picture. Raises DamagedPictureError."""
    return _measure_svg(path) if path.suffix.lower() == ".svg" else _measure_raster(path)


def _measure_svg(path: Path) -> PictureSize:
    try:
        box = ElementTree.parse(path).getroot().get("viewBox", "").replace(",", " ").split()
        _, _, width, height = map(float, box)
        size = PictureSize(round(width), round(height))
    except (ElementTree.ParseError, LookupError, OSError, OverflowError, ValueError) as error:
        raise DamagedPictureError(path.name) from error
    if min(size) <= 0:
        raise DamagedPictureError(path.name)
    return size


def _measure_raster(path: Path) -> PictureSize:
    try:
        with Image.open(path, formats=_SHOWN_BY_BROWSERS) as image:
            image.verify()
        with Image.open(path) as image:
            image.load()  # `verify` closes the file, and says nothing of a JPEG or a GIF that is cut off
            size = PictureSize(*image.size)
            is_turned = image.getexif().get(ExifTags.Base.Orientation) in _TURNED_BY_BROWSERS
            return PictureSize(size.height, size.width) if is_turned else size
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise DamagedPictureError(path.name) from error
