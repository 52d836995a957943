"""Finds the bar codes and QR codes that can be read."""

from collections.abc import Iterator

from PIL import Image

from plugins.documents.finding import Finding
from plugins.documents.reading import MissingReaderError
from plugins.documents.words import Box, around
from plugins.model.papers import PersonalData

_SCALES = (1.0, 0.5, 1.6)


def codes_in(image: Image.Image) -> Iterator[Finding]:
    """Yield every code that can be read, a little larger than it is. Raises MissingReaderError."""
    try:
        import zxingcpp  # noqa: PLC0415 - the build needs none of it
    except ImportError as error:
        raise MissingReaderError("missing_reader", command="make papers") from error
    grey = image.convert("L")
    for scale in _SCALES:
        scaled = grey if scale == 1 else grey.resize((round(grey.width * scale), round(grey.height * scale)))
        for code in zxingcpp.read_barcodes(scaled, try_rotate=True, try_downscale=True):
            place = code.position
            corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
            box = around(*(Box(round(corner.x / scale), round(corner.y / scale), 1, 1) for corner in corners))
            yield Finding(PersonalData.CODE, box.grown(max(6, max(box.width, box.height) // 12)))
