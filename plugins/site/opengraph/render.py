"""A laid out card as PNG."""

from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from plugins.design.fonts import Fonts
from plugins.design.glyphs import typeface
from plugins.design.png import FramedPng
from plugins.design.raster import IndexedImage, svg_image
from plugins.design.tokens import light_colours, rgb
from plugins.site.opengraph.cards import ACCENTS
from plugins.site.opengraph.layout import (
    BAR,
    FOOTER,
    HEADER,
    MARGIN,
    MARK_HEIGHT,
    MARK_TOP,
    ORNAMENT_HEIGHT,
    Layout,
    Look,
    Text,
)
from plugins.site.opengraph.size import HEIGHT, WIDTH

_GROUND, _BAND = "ground", "ink"
_MARK, _ORNAMENT = "illustrations/mark.svg", "illustrations/ornament.svg"


def read_look(static: Path, name: str, host: str) -> Look:
    """Return the look of a site's cards from the theme's folder of files."""
    colours = light_colours(static)
    used = {token: colours[token] for token in (_GROUND, "ink", "muted", *ACCENTS)}
    mark, ornament = ((static / file).read_text(encoding="utf-8") for file in (_MARK, _ORNAMENT))
    return Look(name, host, tuple(used.items()), mark, ornament)


class CardRenderer:
    """Renders the cards of one site. What all of them show is rendered once."""

    def __init__(self, look: Look, fonts: Fonts) -> None:
        self._colours: Mapping[str, str] = dict(look.colours)
        self._files = fonts.files
        self._frame = self._rendered_frame(look)
        self._png = FramedPng(self._frame, HEADER, HEIGHT - FOOTER)

    def render(self, layout: Layout) -> bytes:
        """Return the PNG of a card."""
        image = self._frame.copy()
        image.fill((0, HEADER, BAR, HEIGHT - FOOTER), self._colours[layout.accent])
        for text in layout.texts:
            self._write(image, text)
        return self._png.encode(image)

    def _rendered_frame(self, look: Look) -> IndexedImage:
        image = IndexedImage(WIDTH, HEIGHT, self._colours[_GROUND])
        for token in ("ink", "muted", *ACCENTS):
            image.add_ramp(self._colours[token])
        picture = Image.new("RGB", (WIDTH, HEIGHT), rgb(self._colours[_GROUND]))
        mark = svg_image(look.mark, height=MARK_HEIGHT)
        picture.paste(mark, (MARGIN, MARK_TOP), mark)
        picture.paste(rgb(self._colours[_BAND]), (0, HEIGHT - FOOTER, WIDTH, HEIGHT))
        ornament = svg_image(look.ornament, height=ORNAMENT_HEIGHT)
        for left in range(0, WIDTH, ornament.width):
            picture.paste(ornament, (left, HEIGHT - (FOOTER + ornament.height) // 2), ornament)
        image.paste(picture, 0, 0)
        for text in look.frame:
            self._write(image, text)
        return image

    def _write(self, image: IndexedImage, text: Text) -> None:
        font = typeface(self._files[text.weight], text.size)
        left = text.left - font.width(text.text) if text.ends_at_left else text.left
        image.write(text.text, left, text.baseline, font, self._colours[text.colour])
