"""Pixels on Pillow: SVG to an image, and an image of few colours that is written on."""

import io
from collections.abc import Iterable
from pathlib import Path

import resvg_py
from PIL import Image

from plugins.design.glyphs import Typeface
from plugins.design.tokens import rgb

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

_SHADES = 24
"""Colours between the ground and the text, enough for smooth edges."""
_PALETTE_SIZE = 256
_IS_WRITTEN = bytes([0] + [255] * 255)
"""The mask of the pixels that are not ground."""


def svg_image(svg: str, fonts: Iterable[Path] = (), height: int | None = None) -> Image.Image:
    """Return an SVG document as an RGBA image, `height` pixels high where given. Only `fonts` are used for its text."""
    files = [str(path) for path in fonts]
    png = resvg_py.svg_to_bytes(svg_string=svg, height=height, skip_system_fonts=True, font_files=files)
    with Image.open(io.BytesIO(bytes(png))) as image:
        return image.convert("RGBA")


class IndexedImage:
    """An image of at most 256 colours, of which number 0 is the ground."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.image = Image.new("P", (width, height), 0)
        self._palette: list[Colour] = [rgb(ground)]
        self._ramps: dict[str, bytes] = {}

    def copy(self) -> "IndexedImage":
        """Return an independent image with the same pixels and palette."""
        copy = object.__new__(IndexedImage)
        copy.image, copy._palette, copy._ramps = self.image.copy(), [*self._palette], {**self._ramps}
        return copy

    def add_ramp(self, colour: str) -> None:
        """Add a colour and the shades between it and the ground, for text and shapes upon the ground."""
        ground, full = self._palette[0], rgb(colour)
        numbers = [0]
        for shade in range(1, _SHADES + 1):
            numbers.append(len(self._palette))
            red, green, blue = (round(a + (b - a) * shade / _SHADES) for a, b in zip(ground, full, strict=True))
            self._palette.append((red, green, blue))
        self._ramps[colour] = bytes(numbers[round(value / 255 * _SHADES)] for value in range(256))

    def fill(self, box: tuple[int, int, int, int], colour: str) -> None:
        """Fill left, top, right, bottom with a colour that has a ramp."""
        self.image.paste(self._ramps[colour][255], box)

    def write(self, text: str, left: int, baseline: int, typeface: Typeface, colour: str) -> None:
        """Write one line in a colour that has a ramp; it begins at `left` and is on `baseline`, in pixels."""
        line = typeface.line(text)
        if line.mask.width:
            shades = line.mask.tobytes().translate(self._ramps[colour])
            written = Image.frombytes("L", line.mask.size, shades.translate(_IS_WRITTEN))
            place = (left + line.left, baseline + line.top)
            self.image.paste(Image.frombytes("L", line.mask.size, shades), place, written)

    def paste(self, picture: Image.Image, left: int, top: int) -> None:
        """Paste an RGB picture, reduced to the colours the palette still has room for."""
        few = picture.quantize(_PALETTE_SIZE - len(self._palette), method=Image.Quantize.MEDIANCUT,
                               dither=Image.Dither.NONE)  # fmt: skip
        flat = few.getpalette() or []
        numbers = [0] * 256
        for place in range(len(flat) // 3):
            colour: Colour = (flat[place * 3], flat[place * 3 + 1], flat[place * 3 + 2])
            if colour != self._palette[0]:
                numbers[place] = len(self._palette)
                self._palette.append(colour)
        self.image.paste(Image.frombytes("L", few.size, few.tobytes()).point(numbers), (left, top))

    @property
    def palette(self) -> bytes:
        """Red, green and blue of every colour in order."""
        return bytes(value for colour in self._palette for value in colour)
