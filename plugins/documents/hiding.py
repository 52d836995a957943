"""Burns boxes into a picture: the pixels below them are replaced, not covered."""

import io
from collections.abc import Iterable

from PIL import Image, ImageDraw, ImageStat

from plugins.documents.finding import Finding, merged
from plugins.documents.words import Box
from plugins.model.papers import PersonalData

INK = (20, 40, 75)
"""Deep navy, as all ink of the site. One colour: nothing of what was there may shine through."""

_JPEG_NOISE = 24
"""How far a pixel may be from the ink beside a sharp edge, of 255."""

_MARGIN_OF_HAND = 6
"""Pixels around a signature that are hidden with it."""

_WIDEST = 1800
"""Pixels in width of what is kept: the site shows no more."""


def boxes_of(findings: Iterable[Finding], size: tuple[int, int]) -> list[Box]:
    """Return the places to hide, each a third of a line larger on every side: an edge gives letters away.

    A signature is high and reaches into the line above it, which would be cut in two.
    """
    grown = [finding.box.grown(_margin(finding)) for finding in merged(findings)]
    return [box for each in grown if (box := each.within(*size)).width and box.height]


def _margin(finding: Finding) -> int:
    margin = max(4, min(finding.box.height, finding.box.width) // 4)
    return min(margin, _MARGIN_OF_HAND) if finding.kind is PersonalData.SIGNATURE else margin


def hidden(image: Image.Image, boxes: Iterable[Box]) -> Image.Image:
    """Return the picture with every box in one colour."""
    covered = image.convert("RGB")
    draw = ImageDraw.Draw(covered)
    for box in boxes:
        draw.rectangle((box.x, box.y, box.right - 1, box.bottom - 1), fill=INK)
    return covered


def blanked(image: Image.Image, boxes: Iterable[Box]) -> Image.Image:
    """Return the picture with every box in the colour around it: dark boxes would be read as a dark ground with letters."""
    blank = image.convert("RGB")
    draw = ImageDraw.Draw(blank)
    for box in boxes:
        ring = box.grown(6).within(*image.size)
        columns = [ring.x + step * max(0, ring.width - 1) // 4 for step in range(5)]
        middle = Image.new("RGB", (len(columns), 2))
        for place, x in enumerate(columns):
            middle.putpixel((place, 0), blank.getpixel((x, ring.y)) or 0)
            middle.putpixel((place, 1), blank.getpixel((x, max(ring.y, ring.bottom - 1))) or 0)
        draw.rectangle(
            (box.x, box.y, box.right - 1, box.bottom - 1), fill=tuple(map(round, ImageStat.Stat(middle).median))
        )
    return blank


def encoded(image: Image.Image, boxes: Iterable[Box]) -> tuple[bytes, list[Box]]:
    """Return the picture as a JPEG of pixels only, at most as wide as the site shows it, and the boxes at its scale.

    It is made smaller before the boxes are burnt in, so that their edges stay sharp.
    """
    factor = min(1.0, _WIDEST / image.width)
    size = (round(image.width * factor), round(image.height * factor))
    smaller = image.convert("RGB").resize(size, Image.Resampling.LANCZOS) if factor < 1 else image
    scaled = [box for each in boxes if (box := _scaled(each, factor).within(*size)).width and box.height]
    covered = hidden(smaller, scaled)
    covered.info.clear()
    file = io.BytesIO()
    covered.save(file, "JPEG", quality=82, optimize=True, progressive=True)
    return file.getvalue(), scaled


def burnt(image: Image.Image, boxes: Iterable[Box]) -> list[Box]:
    """Return the boxes in which every pixel is of the ink, give or take what JPEG does to it; no other hides anything."""
    return [box for box in boxes if box.width and box.height and _is_ink(image, box)]


def _is_ink(image: Image.Image, box: Box) -> bool:
    inside = box.grown(-2) if min(box.width, box.height) > 8 else box
    parts = image.convert("RGB").crop((inside.x, inside.y, inside.right, inside.bottom)).split()
    edges = [(part.getextrema(), wanted) for part, wanted in zip(parts, INK, strict=True)]
    return all(abs(float(edge) - wanted) <= _JPEG_NOISE for both, wanted in edges for edge in both)  # type: ignore[arg-type]


def _scaled(box: Box, factor: float) -> Box:
    left, top = int(box.x * factor), int(box.y * factor)
    return Box(left, top, int(box.right * factor + 1) - left, int(box.bottom * factor + 1) - top)
