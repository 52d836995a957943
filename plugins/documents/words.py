"""The words of a document with their places, as OCR returns them (pure)."""

from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in pixels of the picture: its left upper corner, its width and height."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column to the right of it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.y + self.height

    def grown(self, by: int) -> "Box":
        """Return the box with so many pixels more on each side."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def within(self, width: int, height: int) -> "Box":
        """Return the part of the box that lies in a picture of this size."""
        left, top = max(0, self.x), max(0, self.y)
        return Box(left, top, max(0, min(self.right, width) - left), max(0, min(self.bottom, height) - top))

    def covers(self, other: "Box") -> float:
        """Return which part of the other box lies in this one, 0 to 1."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return max(0, across) * max(0, down) / max(1, other.width * other.height)


def around(*boxes: Box) -> Box:
    """Return the smallest box that holds all of them."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was read; on photos misread letters are common."""

    text: str
    box: Box
    sure: float = 100.0
    """How sure the machine is of it, 0 to 100."""


Line = tuple[Word, ...]
"""The words of one line, from left to right."""
