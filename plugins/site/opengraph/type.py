"""Letters of the site's font as small grey masks, each drawn once.

The font is cut into files by alphabet; `css/fonts.css` says which file holds which letters, and a browser goes by it too.
"""

import re
from functools import cache
from pathlib import Path

from PIL import Image, ImageFont

_FACE = re.compile(r'src: url\("\.\./(fonts/[^"]+)"\)[^}]*?unicode-range: ([^;]+);', re.DOTALL)
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.IGNORECASE)
_UNKNOWN = "\u00a0"
"""What stands for a sign that no file holds."""


class Typeface:
    """The font at one size and weight."""

    def __init__(self, static: Path, size: int, weight: int) -> None:
        """Read the faces of `static`, the theme's folder. Raises OSError for a file that is no font."""
        sheet = (static / "css/fonts.css").read_text(encoding="utf-8")
        self._faces = [(_points(points), _font(static / file, size, weight)) for file, points in _FACE.findall(sheet)]
        self.size = size
        self.width_of_letter = cache(self._width_of_letter)
        self.glyph = cache(self._glyph)

    def width(self, text: str) -> float:
        """Return the width of a line in pixels."""
        return sum(self.width_of_letter(letter) for letter in text)

    def _width_of_letter(self, letter: str) -> float:
        return self._face(letter).getlength(letter)

    def _glyph(self, letter: str) -> tuple[Image.Image, int, int]:
        """Return the mask of a letter, and where it stands from the pen: to the right, and down from the baseline."""
        font = self._face(letter)
        left, top, right, bottom = font.getbbox(letter, anchor="ls")
        mask = Image.new("L", (max(1, round(right - left)), max(1, round(bottom - top))), 0)
        core, (x, y) = font.getmask2(letter, "L", anchor="ls")
        if core.size[0] and core.size[1]:
            mask = Image.frombytes("L", core.size, bytes(core))
            return mask, int(x), int(y)
        return mask, round(left), round(top)

    def _face(self, letter: str) -> ImageFont.FreeTypeFont:
        for points, font in self._faces:
            if ord(letter) in points:
                return font
        return self._face(_UNKNOWN) if letter != _UNKNOWN else self._faces[0][1]


def _font(file: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    # the basic layout: what it draws does not depend on the libraries of the machine
    font = ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def _points(ranges: str) -> frozenset[int]:
    return frozenset(
        point for first, last in _RANGE.findall(ranges) for point in range(int(first, 16), int(last or first, 16) + 1)
    )
