"""Ink on a picture that no reading made words of: hands, seals, and print too blurred to be read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from PIL import Image

from plugins.documents.lighting import INK, flattened, pen_ink, without_rules
from plugins.documents.understood import is_understood
from plugins.documents.words import Box, Line

_CELLS_A_LINE = 3
"""Cells in the height of a line of text: ink is looked for cell by cell."""

_LEAST_INKED = 0.06
"""Part of a cell's pixels that are ink from which on something is written there."""

_LEAST_ACROSS, _LEAST_DOWN = 1.4, 0.6
"""Heights of a line from which on a blot is large enough to be something written."""

_LONGEST_CUT = 14
"""Heights of a line along the edge of a picture up to which a blot there is a cut hand or seal, and not the table."""

_HIGHEST_CUT = 4
"""Heights of a line up to which it may be cut print, and counts as something that was not read."""

_MOSTLY = 0.6
"""Part of ink within that of a pen from which on it is a hand or a seal, and says nothing of how the print is read."""

_LEAST_HAND_DOWN, _LARGEST_HAND = 1.6, 30
"""Heights of a line that ink of a pen has at least from top to bottom, or it is a line of blue print, and at most."""


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
    in_pen: bool = False
    """Whether it is blue as pens and seals are: no fold, no shadow, no table."""


def line_height(lines: Iterable[Line]) -> int:
    """Return the median height of words, in pixels; 30 where there are none."""
    heights = sorted(word.box.height for line in lines for word in line if len(word.text) > 2 and word.sure > 60)
    return max(12, heights[len(heights) // 2]) if heights else 30


@dataclass(frozen=True, slots=True)
class Written:
    """What is written on a picture beside the words that were understood."""

    blots: tuple[Blot, ...]
    bits: tuple[Blot, ...]
    """Smaller ink, and what hangs together with the edge of the picture: nothing by itself."""
    understood: float
    """Part of the ink, in cells, that belongs to words that were understood: 0 to 1, and 1 where there is no ink."""


def written_on(image: Image.Image, lines: list[Line], codes: Iterable[Box] = ()) -> Written:
    """Return what ink is left without the words that were understood and these codes; blue ink is left also across words."""
    height = line_height(lines)
    cell = max(4, round(height / _CELLS_A_LINE))
    size = (-(-image.width // cell), -(-image.height // cell))
    grey = without_rules(flattened(image))
    inked = _inked_cells(grey.point(lambda value: 255 if value < 255 - INK else 0), cell, size)
    words = [word.box.grown(cell // 2) for line in lines for word in line if is_understood(word, height)]
    taken = _cells_of([*words, *codes], cell, size)
    in_pen = [
        blot
        for group in _groups(_inked_cells(pen_ink(image), cell, size))
        for blot in (replace(_blot(group, cell, size, height), in_pen=True),)
        if blot.across >= _LEAST_ACROSS
        and blot.down >= _LEAST_HAND_DOWN
        and max(blot.across, blot.down) <= _LARGEST_HAND
    ]
    blots, bits, unread = [], [], 0
    for group in _groups(inked - taken):
        blot = _blot(group, cell, size, height)
        is_table = blot.at_edge and _along_edge(group, size) * cell > _LONGEST_CUT * height
        if not is_table and blot.across >= _LEAST_ACROSS and blot.down >= _LEAST_DOWN:
            blots.append(blot)
            is_cut = blot.at_edge and max(blot.across / _LONGEST_CUT, blot.down / _HIGHEST_CUT) > 1
            is_hand = any(hand.box.grown(cell).covers(blot.box) > _MOSTLY for hand in in_pen)
            unread += 0 if is_cut or is_hand else len(group)
        else:
            bits.append(blot)
    blots += in_pen
    read = len(inked & taken)
    return Written(tuple(blots), tuple(bits), read / (read + unread) if read + unread else 1.0)


Cells = set[tuple[int, int]]


def _inked_cells(ink: Image.Image, cell: int, size: tuple[int, int]) -> Cells:
    dense = ink.crop((0, 0, size[0] * cell, size[1] * cell)).resize(size, Image.Resampling.BOX).tobytes()
    return {(place % size[0], place // size[0]) for place, value in enumerate(dense) if value >= 255 * _LEAST_INKED}


def _groups(free: Cells) -> Iterator[Cells]:
    """Yield the cells that hang together."""
    free = set(free)
    while free:
        yield _grown(free.pop(), free)


def _blot(group: Cells, cell: int, size: tuple[int, int], height: int) -> Blot:
    left, top = min(x for x, _ in group), min(y for _, y in group)
    right, bottom = max(x for x, _ in group) + 1, max(y for _, y in group) + 1
    box = Box(left * cell, top * cell, (right - left) * cell, (bottom - top) * cell)
    inked = len(group) / ((right - left) * (bottom - top))
    at_edge = left == 0 or top == 0 or right >= size[0] or bottom >= size[1]
    return Blot(box, inked, box.width / height, box.height / height, at_edge)


def _along_edge(group: Cells, size: tuple[int, int]) -> int:
    """Return how many cells of a group lie on the edge of the picture on which most of them lie."""
    right, bottom = size[0] - 1, size[1] - 1
    edges = (
        [x == 0 for x, _ in group],
        [x == right for x, _ in group],
        [y == 0 for _, y in group],
        [y == bottom for _, y in group],
    )
    return max(map(sum, edges))


def _cells_of(boxes: Iterable[Box], cell: int, size: tuple[int, int]) -> Cells:
    return {
        (x, y)
        for box in boxes
        for y in range(max(0, box.y // cell), min(size[1], box.bottom // cell + 1))
        for x in range(max(0, box.x // cell), min(size[0], box.right // cell + 1))
    }


def _grown(start: tuple[int, int], free: Cells) -> Cells:
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
