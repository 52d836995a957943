"""Chooses the widths of a picture by the slots of the layout it is shown in (pure)."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

_FINEST_SCREEN = 2
"""Pixels per CSS pixel up to which a picture is made sharper; beyond that the eye gains nothing and the wire pays."""

_STEP = math.sqrt(2)
"""From one width to the next the number of pixels halves: nobody loads more than twice what the screen shows."""


class PictureSize(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int

    def scaled_to(self, width: int) -> "PictureSize":
        """Return the size of the same shape at another width; a height of half a pixel is rounded up, none is 0."""
        return PictureSize(width, max(1, math.floor(self.height * width / self.width + 0.5)))


@dataclass(frozen=True, slots=True)
class PictureUse:
    """A picture file by its path below the project, and the slots of the layout it is shown in."""

    path: str
    slots: frozenset[str]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of the layout: how wide a picture is there in CSS pixels, by the width of the window."""

    sizes: str
    """The attribute `sizes`. It repeats by hand what the stylesheets do: who changes a slot there changes it here."""
    narrowest: int
    """Width in the narrowest window that is supported, 320 px."""
    widest: int


SLOTS = {
    "prose": Slot("(width >= 44rem) 42rem, calc(100vw - 2rem)", 288, 672),
    "card": Slot(
        "(width >= 74rem) 371px, (width >= 64rem) calc(33.33vw - 23px), (width >= 43rem) calc(50vw - 26px), calc(100vw - 34px)",
        286, 653,
    ),
    "portrait": Slot("(width >= 36rem) 12.5rem, 14.5rem", 200, 232),
    "life": Slot("(width >= 60rem) 14.5rem, (width >= 36rem) 12.5rem, 14.5rem", 200, 232),
    "paper": Slot("16rem", 256, 256),
    "sheet": Slot("min(94vw, 56rem)", 301, 896),
}  # fmt: skip
"""In a text; at the head of a card; beside a life in the list and on its page; in a gallery; enlarged."""


def widths(slots: Iterable[str], original: int) -> tuple[int, ...]:
    """Return the widths to make for these slots, growing, none wider than the original.

    Where the original is narrower than the widest wish, its own width is the last one.
    """
    wished = {width for name in slots for width in _ladder(SLOTS[name])}
    smaller = {width for width in wished if width < original}
    return tuple(sorted(smaller | ({original} if max(wished) >= original else set())))


def least_width(slots: Iterable[str]) -> int:
    """Return the width below which a picture would look blurred in one of the slots: one pixel a CSS pixel."""
    return max(SLOTS[name].widest for name in slots)


def _ladder(slot: Slot) -> list[int]:
    steps = [slot.widest * _FINEST_SCREEN]
    while steps[-1] > slot.narrowest:
        steps.append(max(slot.narrowest, round(steps[-1] / _STEP)))
    return steps
