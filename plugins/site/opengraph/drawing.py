"""The picture of a card, 1200 by 630 pixels: the mark and the name above, the title, the ornament below."""

import hashlib
import io
import re
from functools import cache
from pathlib import Path

import PIL
import resvg_py
from PIL import Image

from plugins.site.opengraph.cards import Card
from plugins.site.opengraph.lines import break_lines, units
from plugins.site.opengraph.png import EACH_TIME, ONCE, Band, band, png
from plugins.site.opengraph.type import Typeface

WIDTH, HEIGHT = 1200, 630
"""What the readers of Open Graph show whole."""

_TOP, _LABEL, _BOTTOM = 148, 68, 90
"""Heights of the bands that many pictures share; the title has what is left."""

_MARGIN = 80
_TITLE_SIZES = (84, 74, 66, 58, 52, 46)
_MOST_LINES = 4
_LINE, _BASELINE = 1.16, 0.94
"""Of a line of the title, as parts of the size of its letters."""

_LABEL_SIZE, _NAME_SIZE = 34, 38
_BAR = 10
_STEPS = 24
"""Shades between the ground and a letter, enough for a smooth edge."""

_ACCENTS = ("action", "question", "life")
_COLOUR = re.compile(r"--([\w-]+):\s*(?:light-dark\(\s*)?#([0-9a-f]{3,6})\b", re.IGNORECASE)

Colour = tuple[int, int, int]


class TitleError(ValueError):
    """A title is too long for a picture of any size of letter."""


class Painter:
    """Draws cards for one site. What does not depend on the card is drawn once."""

    def __init__(self, static: Path, site_name: str, host: str) -> None:
        """Read font, colours, mark and ornament from `static`, the theme's folder."""
        self._static = static
        self._name, self._host = site_name, host
        self._colours = _tokens(static)
        self._ground = self._colours["ground"]
        self._palette: list[Colour] = []
        self._ramps = {name: self._ramp(name) for name in ("ink", "muted", *_ACCENTS)}
        self._typeface = cache(lambda size, weight: Typeface(static, size, weight))
        self._ink_glyph = cache(self._inked)
        self._label = cache(self._drawn_label)
        self._empty = cache(self._drawn_empty)
        top, bottom = self._around()
        self._top, self._bottom = band(top, ONCE), band(bottom, ONCE)
        self._colour_table = bytes(value for colour in self._palette for value in colour)

    def draw(self, card: Card) -> bytes:
        """Return the PNG of a card. Raises TitleError."""
        face, lines = self._fitted(card.title)
        step = round(face.size * _LINE)
        free = HEIGHT - _TOP - _LABEL - _BOTTOM - step * len(lines)
        bands = (
            self._top,
            self._label(card.label, card.accent),
            self._empty(free // 3, card.accent),
            self._drawn_title(lines, face, step, card.accent),
            self._empty(free - free // 3, card.accent),
            self._bottom,
        )
        return png(WIDTH, bands, self._colour_table)

    def _drawn_title(self, lines: list[str], face: Typeface, step: int, accent: str) -> Band:
        rows = self._rows(step * len(lines), accent)
        for number, line in enumerate(lines):
            self._write(rows, line, _MARGIN, number * step + round(face.size * _BASELINE), face, "ink")
        return band(rows, EACH_TIME)

    def _drawn_label(self, label: str, accent: str) -> Band:
        rows = self._rows(_LABEL, accent)
        self._write(rows, label, _MARGIN, _LABEL_SIZE + 6, self._typeface(_LABEL_SIZE, 600), accent)
        return band(rows, ONCE)

    def _drawn_empty(self, height: int, accent: str) -> Band:
        return band(self._rows(height, accent), ONCE)

    def _rows(self, height: int, accent: str) -> Image.Image:
        """Return rows of nothing but the bar at the left; the column before it is the byte PNG wants before a row."""
        rows = Image.new("L", (1 + WIDTH, height), 0)
        rows.paste(self._ramps[accent][-1], (1, 0, 1 + _BAR, height))
        return rows

    def _fitted(self, title: str) -> tuple[Typeface, list[str]]:
        parts = units(title)
        height = HEIGHT - _TOP - _LABEL - _BOTTOM
        for size in _TITLE_SIZES:
            face = self._typeface(size, 800)
            most = min(_MOST_LINES, int(height // (size * _LINE)))
            if lines := break_lines(parts, face.width, WIDTH - 2 * _MARGIN, most):
                return face, lines
        raise TitleError(title)

    def _write(self, rows: Image.Image, text: str, left: float, baseline: int, face: Typeface, ramp: str) -> None:
        for letter in text:
            shades, mask, right, down = self._ink_glyph(letter, face, ramp)
            rows.paste(shades, (1 + round(left) + right, baseline + down), mask)
            left += face.width_of_letter(letter)

    def _inked(self, letter: str, face: Typeface, ramp: str) -> tuple[Image.Image, Image.Image, int, int]:
        """Return a letter in palette numbers, and the mask of what it covers, with its place from the pen."""
        mask, right, down = face.glyph(letter)
        numbers = self._ramps[ramp]
        shades = mask.point([numbers[round(value / 255 * (len(numbers) - 1))] for value in range(256)])
        return shades, shades.point([0] + [255] * 255), right, down

    def _ramp(self, name: str) -> list[int]:
        """Return palette numbers from the ground to a colour; the ground itself is number 0 for all."""
        if not self._palette:
            self._palette.append(self._ground)
        numbers = [0]
        for step in range(1, _STEPS + 1):
            numbers.append(len(self._palette))
            self._palette.append(_between(self._ground, self._colours[name], step / _STEPS))
        return numbers

    def _around(self) -> tuple[Image.Image, Image.Image]:
        """Return the bands above and below the words in palette numbers; their colours join the palette."""
        around = Image.new("RGB", (WIDTH, _TOP + _BOTTOM), self._ground)
        mark = self._drawn("illustrations/mark.svg", 72)
        around.paste(mark, (_MARGIN, 52), mark)
        ornament = self._drawn("illustrations/ornament.svg", 60)
        around.paste(self._colours["ink"], (0, _TOP, WIDTH, _TOP + _BOTTOM))
        for left in range(0, WIDTH, ornament.width):
            around.paste(ornament, (left, _TOP + (_BOTTOM - ornament.height) // 2), ornament)
        free = 256 - len(self._palette)
        few = around.quantize(free, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        colours = few.getpalette() or []
        own: list[Colour] = [(colours[at], colours[at + 1], colours[at + 2]) for at in range(0, len(colours), 3)]
        numbers = []
        for colour in own:
            numbers.append(0 if colour == self._ground else len(self._palette))
            if colour != self._ground:
                self._palette.append(colour)
        rows = Image.new("L", (1 + WIDTH, few.height), 0)
        rows.paste(Image.frombytes("L", few.size, few.tobytes()).point(numbers + [0] * (256 - len(numbers))), (1, 0))
        face, small = self._typeface(_NAME_SIZE, 800), self._typeface(_LABEL_SIZE - 6, 500)
        self._write(rows, self._name, _MARGIN + 72 + 20, 52 + 49, face, "ink")
        self._write(rows, self._host, WIDTH - _MARGIN - small.width(self._host), 52 + 46, small, "muted")
        return rows.crop((0, 0, 1 + WIDTH, _TOP)), rows.crop((0, _TOP, 1 + WIDTH, _TOP + _BOTTOM))

    def _drawn(self, name: str, height: int) -> Image.Image:
        drawing = resvg_py.svg_to_bytes(svg_string=(self._static / name).read_text(encoding="utf-8"), height=height)
        return Image.open(io.BytesIO(bytes(drawing))).convert("RGBA")


def recipe(static: Path, site_name: str, host: str) -> str:
    """Return a digest of all that a picture depends on beside its card."""
    digest = hashlib.sha256(f"{site_name}\n{host}\n{PIL.__version__}\n{resvg_py.__version__}".encode())
    for file in (*sorted(Path(__file__).parent.glob("*.py")), static / "css/tokens.css", static / "css/fonts.css",
                 *sorted((static / "fonts").glob("*.woff2")), static / "illustrations/mark.svg",
                 static / "illustrations/ornament.svg"):  # fmt: skip
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _tokens(static: Path) -> dict[str, Colour]:
    """Return the colours of the light scheme, which stand first in the file."""
    found: dict[str, Colour] = {}
    for name, colour in _COLOUR.findall((static / "css/tokens.css").read_text(encoding="utf-8")):
        whole = "".join(letter * 2 for letter in colour) if len(colour) == 3 else colour
        found.setdefault(name, (int(whole[0:2], 16), int(whole[2:4], 16), int(whole[4:6], 16)))
    return found


def _between(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
