"""A font at one size, with the masks of its glyphs; each glyph is rasterised once."""

import io
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageFont


@cache
def truetype(file: Path, size: int) -> ImageFont.FreeTypeFont:
    """Return a font at a size in pixels. The basic layout engine gives the same pixels on every machine."""
    content = io.BytesIO(file.read_bytes())  # FreeType maps a file into memory, and dies when it is cut short meanwhile
    return ImageFont.truetype(content, size, layout_engine=ImageFont.Layout.BASIC)


class Glyph(NamedTuple):
    """The mask of a character, where it is from the pen on the baseline, and how far the pen moves, in pixels."""

    mask: Image.Image
    left: int
    top: int
    advance: int


class Typeface:
    """A font at one size. Hinting puts every glyph on a whole pixel, so that a line is its glyphs side by side."""

    def __init__(self, file: Path, size: int) -> None:
        """Read the font; `size` is in pixels."""
        self._font = truetype(file, size)
        self._glyphs: dict[str, Glyph] = {}

    def glyph(self, character: str) -> Glyph:
        """Return a glyph, drawn at the first time of asking."""
        known = self._glyphs.get(character)
        if known is None:
            mask = Image.new("L", (0, 0))
            left, top, right, bottom = (round(edge) for edge in self._font.getbbox(character, anchor="ls"))
            if right > left and bottom > top:
                core, (left, top) = self._font.getmask2(character, "L", anchor="ls")
                mask = Image.frombytes("L", core.size, bytes(core))
            advance = round(self._font.getlength(character))
            known = self._glyphs[character] = Glyph(mask, round(left), round(top), advance)
        return known

    def width(self, text: str) -> int:
        """Return how far the pen moves over a text, in pixels."""
        return sum([self.glyph(character).advance for character in text])

    def line(self, text: str) -> Glyph:
        """Return a line of text as one mask."""
        pen, placed = 0, list[tuple[Image.Image, int, int]]()
        for character in text:
            mask, left, top, advance = self.glyph(character)
            if mask.width:
                placed.append((mask, pen + left, top))
            pen += advance
        if not placed:
            return Glyph(Image.new("L", (0, 0)), 0, 0, pen)
        left, top = min(x for _, x, _ in placed), min(y for *_, y in placed)
        right = max(x + mask.width for mask, x, _ in placed)
        bottom = max(y + mask.height for mask, _, y in placed)
        line = Image.new("L", (right - left, bottom - top))
        for mask, x, y in placed:
            line.paste(255, (x - left, y - top), mask)
        return Glyph(line, left, top, pen)


@cache
def typeface(file: Path, size: int) -> Typeface:
    """Return a font at a size in pixels, with the glyphs that were drawn before."""
    return Typeface(file, size)
