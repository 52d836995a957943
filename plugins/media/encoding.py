"""Encodes the chosen widths of a picture as AVIF and in a format that every browser shows."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import PIL
from PIL import Image, features

from plugins.media.sizes import PictureSize

AVIF_QUALITY = 60
AVIF_SPEED = 5
"""At the same likeness some 13 % fewer bytes than speed 8, for three times its time (`bench/pictures.py`)."""
AVIF_TUNING = "ssim"
"""What the encoder spares bits for. Its own choice, `iq`, takes a tenth more bytes for the same likeness by SSIM."""
JPEG_QUALITY = 80

RECIPE = (
    f"2 avif {AVIF_QUALITY}/{AVIF_SPEED}/{AVIF_TUNING} jpeg {JPEG_QUALITY} pillow {PIL.__version__} "
    f"avif {features.version('avif')}"
)
"""Part of the cache key: raise the number when the same picture is to give other files."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """One file made from a picture."""

    size: PictureSize
    form: str
    """`avif`, `jpeg` or `png`."""
    content: bytes


def encode(image: Image.Image, widths: Sequence[int], *, is_drawn: bool) -> list[Encoded]:
    """Return the picture in all `widths` as AVIF, and in every second one, from the widest on, as JPEG or PNG.

    Few browsers need the second form, so it has fewer widths. `is_drawn` says that the file was a PNG: where PNG is
    smaller than JPEG it is taken, and AVIF is left out where it would not save a byte. Nothing but pixels is written;
    the same pixels give the same bytes.
    """
    made: list[Encoded] = []
    size = PictureSize(*image.size)
    for place, width in enumerate(reversed(widths)):
        target = size.scaled_to(width)
        scaled = image if target == size else image.resize(target, Image.Resampling.LANCZOS, reducing_gap=3.0)
        made.append(Encoded(target, "avif", avif(scaled)))
        if place % 2 == 0:
            made.append(_for_every_browser(scaled, is_drawn=is_drawn))
    return [file for file in reversed(made) if file.form != "avif" or _saves_bytes(made)]


def avif(image: Image.Image, quality: int = AVIF_QUALITY, speed: int = AVIF_SPEED) -> bytes:
    """Return the pixels as AVIF; one thread, because the bytes depend on the number of threads."""
    return _saved(image, "AVIF", quality=quality, speed=speed, max_threads=1, advanced={"tune": AVIF_TUNING})


def jpeg(image: Image.Image, quality: int = JPEG_QUALITY) -> bytes:
    """Return the pixels as a well-made JPEG: progressive, with its own code tables."""
    return _saved(image, "JPEG", quality=quality, optimize=True, progressive=True)


def mean_colour(image: Image.Image) -> str:
    """Return the picture's mean colour as `#rgb`, to be there until the picture has come."""
    red, green, blue = image.convert("RGB").resize((1, 1), Image.Resampling.BOX).tobytes()
    return "#" + "".join(f"{round(part / 17):x}" for part in (red, green, blue))


def _for_every_browser(image: Image.Image, *, is_drawn: bool) -> Encoded:
    size = PictureSize(*image.size)
    forms: dict[str, bytes] = {}
    if is_drawn or image.mode == "RGBA":
        forms["png"] = _saved(image, "PNG", optimize=True)
    if image.mode != "RGBA":
        forms["jpeg"] = jpeg(image)
    form = min(forms, key=lambda name: len(forms[name]))
    return Encoded(size, form, forms[form])


def _saves_bytes(made: list[Encoded]) -> bool:
    by_width: dict[int, dict[bool, int]] = {}
    for file in made:
        by_width.setdefault(file.size.width, {})[file.form == "avif"] = len(file.content)
    pairs = [pair for pair in by_width.values() if len(pair) == 2]
    return sum(pair[True] for pair in pairs) < sum(pair[False] for pair in pairs)


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()
