"""Ink on a picture that no reading made words of: hands, seals, and print too blurred to be read."""

from collections.abc import Iterable
from dataclasses import dataclass

from PIL import Image

from plugins.documents.lighting import INK, flattened, without_rules
from plugins.documents.understood import is_understood
from plugins.documents.words import Box, Line

_CELLS_A_LINE = 3
"""Cells in the height of a line of text: ink is looked for cell by cell."""

_LEAST_INKED = 0.06
"""Part of a cell's pixels that are ink from which on something is written there."""

_LEAST_ACROSS, _LEAST_DOWN = 1.4, 0.6
"""Heights of a line from which on a blot is large enough to be something written."""

_CUT_ACROSS, _CUT_DOWN = 14, 4
"""Heights of a line up to which a blot at the edge of a picture is a cut hand or name, and not the table."""


@dataclass(frozen=True, slots=True)
class Blot:
    """Ink that hangs together and is no word: its place, how much of the place it covers, in cells its size."""

    box: Box
    inked: float
    across: float
    """Width in heights of a line."""
    down: float
    """Height in heights of a line."""
    at_edge: bool = False
    """Whether it touches the edge of the picture, where a table may begin."""


def line_height(lines: Iterable[Line]) -> int:
    """Return the median height of words, in pixels; 30 where there are none."""
    heights = sorted(word.box.height for line in lines for word in line if len(word.text) > 2 and word.sure > 60)
    return max(12, heights[len(heights) // 2]) if heights else 30


@dataclass(frozen=True, slots=True)
class Written:
    """What is written on a picture beside the words that were understood."""

    blots: tuple[Blot, ...]
    understood: float
    """Part of the ink, in cells, that belongs to words that were understood: 0 to 1, and 1 where there is no ink."""


def written_on(image: Image.Image, lines: list[Line]) -> Written:
    """Return what ink is left when the words that were understood are taken away."""
    height = line_height(lines)
    cell = max(4, round(height / _CELLS_A_LINE))
    grey = without_rules(flattened(image))
    ink = grey.point(lambda value: 255 if value < 255 - INK else 0)
    size = (max(1, image.width // cell), max(1, image.height // cell))
    dense = ink.crop((0, 0, size[0] * cell, size[1] * cell)).resize(size, Image.Resampling.BOX).load()
    assert dense is not None
    taken = _cells_of_words(lines, cell, size)
    inked = {
        (x, y)
        for y in range(size[1])
        for x in range(size[0])
        if float(dense[x, y]) >= 255 * _LEAST_INKED  # type: ignore[arg-type]
    }
    free, found, unread = inked - taken, [], 0
    while free:
        group = _grown(free.pop(), free)
        left, top = min(x for x, _ in group), min(y for _, y in group)
        right, bottom = max(x for x, _ in group) + 1, max(y for _, y in group) + 1
        across, down = (right - left) * cell / height, (bottom - top) * cell / height
        at_edge = left == 0 or top == 0 or right >= size[0] or bottom >= size[1]
        is_table = at_edge and (across > _CUT_ACROSS or down > _CUT_DOWN)
        if is_table or across < _LEAST_ACROSS or down < _LEAST_DOWN:
            continue
        unread += len(group)
        box = Box(left * cell, top * cell, (right - left) * cell, (bottom - top) * cell)
        found.append(Blot(box, len(group) / ((right - left) * (bottom - top)), across, down, at_edge))
    read = len(inked & taken)
    return Written(tuple(found), read / (read + unread) if read + unread else 1.0)


def _cells_of_words(lines: list[Line], cell: int, size: tuple[int, int]) -> set[tuple[int, int]]:
    taken: set[tuple[int, int]] = set()
    for word in (word for line in lines for word in line if is_understood(word)):
        box = word.box.grown(cell // 2)
        taken.update(
            (x, y)
            for y in range(max(0, box.y // cell), min(size[1], box.bottom // cell + 1))
            for x in range(max(0, box.x // cell), min(size[0], box.right // cell + 1))
        )
    return taken


def _grown(start: tuple[int, int], free: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the cells that hang together with this one, and take them from the free ones; a gap of one cell joins."""
    group, edge = {start}, [start]
    while edge:
        x, y = edge.pop()
        for across in (-2, -1, 0, 1, 2):
            for down in (-1, 0, 1):
                cell = (x + across, y + down)
                if cell in free:
                    free.remove(cell)
                    group.add(cell)
                    edge.append(cell)
    return group
