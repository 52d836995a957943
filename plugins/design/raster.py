"""Pixels on Pillow: SVG to an image, and an image of few colours that is written on and saved as a small PNG."""

import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import resvg_py
from PIL import Image, ImageDraw, ImageFont

from plugins.design.tokens import rgb

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

_SHADES = 24
"""Colours between the ground and the text, enough for smooth edges."""
_PALETTE_SIZE = 256


def svg_image(svg: str, fonts: Iterable[Path] = (), height: int | None = None) -> Image.Image:
    """Return an SVG document as an RGBA image, `height` pixels high where given. Only `fonts` are used for its text."""
    files = [str(path) for path in fonts]
    png = resvg_py.svg_to_bytes(svg_string=svg, height=height, skip_system_fonts=True, font_files=files)
    with Image.open(io.BytesIO(bytes(png))) as image:
        return image.convert("RGBA")


@cache
def truetype(file: Path, size: int) -> ImageFont.FreeTypeFont:
    """Return a font at a size in pixels. The basic layout engine gives the same pixels on every machine."""
    content = io.BytesIO(file.read_bytes())  # FreeType maps a file into memory, and dies when it is cut short meanwhile
    return ImageFont.truetype(content, size, layout_engine=ImageFont.Layout.BASIC)


class IndexedImage:
    """An image of at most 256 colours, of which number 0 is the ground."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.image = Image.new("P", (width, height), 0)
        self._palette: list[Colour] = [rgb(ground)]
        self._ramps: dict[str, list[int]] = {}

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
        self._ramps[colour] = [numbers[round(value / 255 * _SHADES)] for value in range(256)]

    def fill(self, box: tuple[int, int, int, int], colour: str) -> None:
        """Fill left, top, right, bottom with a colour that has a ramp."""
        self.image.paste(self._ramps[colour][255], box)

    def write(self, text: str, left: int, baseline: int, font: ImageFont.FreeTypeFont, colour: str) -> None:
        """Write one line in a colour that has a ramp; it begins at `left` and stands on `baseline`, in pixels."""
        box = [round(edge) for edge in font.getbbox(text, anchor="ls")]
        mask = Image.new("L", (max(1, box[2] - box[0] + 2), max(1, box[3] - box[1] + 2)))
        ImageDraw.Draw(mask).text((-box[0], -box[1]), text, fill=255, font=font, anchor="ls")
        shades = mask.point(self._ramps[colour])
        self.image.paste(shades, (left + box[0], baseline + box[1]), shades.point([0] + [255] * 255))

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

    def png(self) -> bytes:
        """Return the image as PNG: no metadata, equal bytes for equal pixels."""
        self.image.putpalette(bytes(value for colour in self._palette for value in colour))
        file = io.BytesIO()
        self.image.save(file, "PNG", compress_level=6)
        return file.getvalue()
