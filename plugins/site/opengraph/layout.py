"""The layout of a card, 1200 by 630 pixels: section above, title in the middle, ornament below."""

import hashlib
from dataclasses import dataclass

from plugins.design.fonts import Fonts
from plugins.design.glyphs import typeface
from plugins.design.text import fit_lines
from plugins.site.opengraph.cards import Card
from plugins.site.opengraph.size import HEIGHT, WIDTH

MARGIN = 80
HEADER, LABEL, FOOTER = 148, 68, 90
"""Heights of the bands above and below the title."""
BAR = 10
"""Width of the coloured bar at the left."""
NAME_LEFT, NAME_BASELINE, HOST_BASELINE = MARGIN + 92, 101, 98
NAME_SIZE, HOST_SIZE, LABEL_SIZE = 38, 28, 34
MARK_TOP, MARK_HEIGHT, ORNAMENT_HEIGHT = 52, 72, 60

_TITLE_SIZES = (84, 74, 66, 58, 52, 46)
_TITLE_WEIGHT = 800
_MOST_LINES = 4
_LINE_HEIGHT, _BASELINE = 1.16, 0.94
"""Of a line of the title, in ems."""

RASTER_VERSION = "1"
"""Raise it when an equal layout is to be rendered differently."""


class TitleError(ValueError):
    """A title does not fit at any font size."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text: where it begins, its baseline, and its font, in pixels. `colour` names a token."""

    text: str
    left: int
    baseline: int
    size: int
    weight: int
    colour: str
    ends_at_left: bool = False
    """`left` is where the line ends."""


@dataclass(frozen=True, slots=True)
class Layout:
    """All that a card shows beside what every card shows."""

    accent: str
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What every card of a site shows: its name, host and colours, the SVG of its mark and ornament."""

    name: str
    host: str
    colours: tuple[tuple[str, str], ...]
    mark: str
    ornament: str

    @property
    def frame(self) -> tuple[Text, Text]:
        """Return the name of the site and its host, which are above every title."""
        return (
            Text(self.name, NAME_LEFT, NAME_BASELINE, NAME_SIZE, 800, "ink"),
            Text(self.host, WIDTH - MARGIN, HOST_BASELINE, HOST_SIZE, 400, "muted", ends_at_left=True),
        )


def lay_out(card: Card, fonts: Fonts) -> Layout:
    """Return the layout of a card, its title as large as fits. Raises TitleError."""
    room = HEIGHT - HEADER - LABEL - FOOTER
    for size in _TITLE_SIZES:
        most = min(_MOST_LINES, int(room // (size * _LINE_HEIGHT)))
        measure = typeface(fonts.files[_TITLE_WEIGHT], size).width
        if lines := fit_lines(card.title, WIDTH - 2 * MARGIN, measure, most):
            step = round(size * _LINE_HEIGHT)
            top = HEADER + LABEL + (room - step * len(lines)) // 3 + round(size * _BASELINE)
            label = Text(card.label, MARGIN, HEADER + LABEL_SIZE + 6, LABEL_SIZE, 600, card.accent)
            title = (
                Text(line, MARGIN, top + place * step, size, _TITLE_WEIGHT, "ink") for place, line in enumerate(lines)
            )
            return Layout(card.accent, (label, *title))
    raise TitleError(card.title)


def digest(layout: Layout, look: Look, fonts: Fonts) -> str:
    """Return a hash of what the image shows: words, places, colours, glyphs, mark and ornament."""
    letters = "".join(text.text for text in (*look.frame, *layout.texts))
    shown = (RASTER_VERSION, layout, look, fonts.digest_of(letters))
    return hashlib.sha256(repr(shown).encode()).hexdigest()
