"""A photo taken into the folder of an item: upright, of a fair size, without metadata, under a plain name."""

import io
import re
from pathlib import Path, PurePath

from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from plugins.cache.atomic import write_whole
from plugins.desk.slugs import slug_from

_LONGEST_SIDE = 2400
"""Pixels: twice the widest place a picture has on a page."""
_MOST_PIXELS = 150_000_000
_QUALITY = 88
_FORMATS = ("JPEG", "PNG", "WEBP", "HEIF", "TIFF", "BMP", "GIF")


class UnreadablePhotoError(Exception):
    """The bytes are no picture that can be taken in."""


def save_photo(folder: Path, name: str, content: bytes) -> str:
    """Write a photo into `folder`; return the name of its file. Raises UnreadablePhotoError."""
    picture = _opened(content)
    has_holes = "A" in picture.getbands() or "transparency" in picture.info
    ending = ".png" if has_holes else ".jpg"
    plain = Image.new("RGBA" if has_holes else "RGB", picture.size)
    plain.paste(picture.convert(plain.mode))
    file = io.BytesIO()
    if has_holes:
        plain.save(file, "PNG", optimize=True)
    else:
        plain.save(file, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    taken = {entry.name.lower() for entry in folder.iterdir()}
    found = _free_name(slug_from(PurePath(re.split(r"[\\/]", name)[-1]).stem) or "photo", ending, taken)
    write_whole(folder / found, file.getvalue(), durable=True)
    return found


def _opened(content: bytes) -> Image.Image:
    register_heif_opener()
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise UnreadablePhotoError
            picture = ImageOps.exif_transpose(opened)
            picture.load()
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise UnreadablePhotoError from error
    picture.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
    return picture


def _free_name(stem: str, ending: str, taken: set[str]) -> str:
    number, name = 2, f"{stem}{ending}"
    while name in taken:
        name, number = f"{stem}-{number}{ending}", number + 1
    return name
