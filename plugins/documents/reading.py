"""Reads the words of a photographed document with Tesseract, several times, because each pass misses other words."""

import math
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops

from plugins.diagnostics.refusal import RefusedError
from plugins.documents.lighting import INK, flattened, grain, sheet_area, without_rules
from plugins.documents.words import Box, Line, Word, around

os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # papers are read side by side; threads inside one only get in the way

LANGUAGES = "rus+kaz+eng"
_DATA_FOLDERS = ("/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata", "/usr/local/share/tessdata")
_HEIGHT_READ_BEST = 34
"""Pixels of a line's height at which Tesseract reads best: its letters are then some 20 pixels high."""


class MissingReaderError(RefusedError):
    """Tesseract, or its knowledge of Kazakh and Russian, is not installed."""


@dataclass(frozen=True, slots=True)
class Pass:
    """One reading: how far the picture is turned (degrees), and its scale beside the one that is read best."""

    angle: float = 0
    scale: float = 1


WIDEST_READ = 2600
"""Pixels in width that are read: more make reading slow, and letters no clearer."""

_LEAST_SURE = 25
"""Sureness (of 100) below which a word without a digit is the grain of a table, a fold or a shadow."""

_SURE_OF_HEIGHT = 40
"""Mean confidence from which on a line shows how high its letters are."""

_SURE = 70
"""Mean sureness from which on a line is taken for one of the paper, when its edges are looked for."""

_VERY_SURE = 85
"""Mean sureness that only upright text reaches."""

_LONG_LINE = 14
"""Letters of a line that no grain of wood looks like."""

_SHORT_LINE, _SURE_OF_SHORT = 5, 82
"""Letters, and mean sureness, of a short line that belongs to the paper: a name alone, a word below a signature."""

_LONG_PIECE = 6
"""The same for the pieces of lines that are found anywhere on a picture."""

_FEW_WORDS = 6
_MARGIN, _FOOT = 0.08, 0.16
"""Parts of the picture's width left around the text, and more of it below: a signature and a stamp are there."""

_LONGEST_AT_FIRST_SIGHT = 1500
"""Pixels of the longer side at which one can tell whether text stands upright."""

_LONGEST_AT_SECOND_SIGHT = 2200
"""The same where the paper is a small part of the picture."""

_CLEAR_LINES = 4
"""Clear lines that show where the text of a picture is; fewer leave a part of it out."""

_CLEAR_PIECES = 2
"""Clear pieces of text that no picture upside down or on its side gives."""

_LEAST_STRIPED = 0.5
"""Part of the stripes of the most striped way to hold a picture below which another way is not tried at first."""

TO_HIDE = (Pass(), Pass(1.2, 1.25), Pass(-1.2, 0.85))
"""Readings before data is hidden."""

TO_CHECK = (*TO_HIDE, Pass(0, 1.5), Pass(2.5, 1), Pass(-2.5, 1.1))
"""Readings afterwards: more of them, because what is missed here is published."""


def data_folder() -> Path:
    """Return where the languages of Tesseract are. Raises MissingReaderError."""
    folders = [os.environ.get("TESSDATA_PREFIX", ""), *_DATA_FOLDERS]
    wanted = [f"{language}.traineddata" for language in LANGUAGES.split("+")]
    for folder in map(Path, filter(None, folders)):
        if all((folder / name).is_file() for name in wanted):
            return folder
    raise MissingReaderError(
        "missing_reader", command="apt-get install tesseract-ocr tesseract-ocr-rus tesseract-ocr-kaz"
    )


Lines = list[tuple[Line, float]]
"""Lines of text, each with how sure the machine is of it (0 to 100)."""


class Reader:
    """Tesseract, set up once: setting up costs a second."""

    def __init__(self) -> None:
        folder = data_folder()
        try:
            import tesserocr  # noqa: PLC0415 - the build needs none of it
        except ImportError as error:
            raise MissingReaderError("missing_reader", command="make papers") from error
        self._tesseract = tesserocr
        self._api: Any = tesserocr.PyTessBaseAPI(path=str(folder), lang=LANGUAGES, oem=tesserocr.OEM.LSTM_ONLY)
        self._api.SetVariable("invert_threshold", "0")  # or each unclear line is read again as white on black

    @property
    def version(self) -> str:
        """What reads, for the record."""
        return f"tesseract {self._tesseract.tesseract_version().split()[1]} {LANGUAGES}"

    def lines(self, image: Image.Image) -> Lines:
        """Return the lines of a grey picture that is a page of text."""
        return self._read(image, self._tesseract.PSM.SINGLE_BLOCK)

    def pieces(self, image: Image.Image) -> Lines:
        """Return the lines and parts of lines that stand anywhere on a grey picture."""
        return self._read(image, self._tesseract.PSM.SPARSE_TEXT)

    def _read(self, image: Image.Image, segmentation: int) -> Lines:
        self._api.SetPageSegMode(segmentation)
        self._api.SetImage(image)
        self._api.SetSourceResolution(150)
        self._api.Recognize()
        return list(self._lines())

    def _lines(self) -> Iterator[tuple[Line, float]]:
        level = self._tesseract.RIL
        words: list[Word] = []
        sure: list[float] = []
        iterator = self._api.GetIterator()
        if iterator is None or iterator.Empty(level.WORD):
            return
        for part in self._tesseract.iterate_level(iterator, level.WORD):
            if part.IsAtBeginningOf(level.TEXTLINE) and words:
                yield tuple(words), sum(sure) / len(sure)
                words, sure = [], []
            box = part.BoundingBox(level.WORD)
            text = part.GetUTF8Text(level.WORD)
            confidence = part.Confidence(level.WORD)
            if box and text and text.strip() and (confidence >= _LEAST_SURE or any(map(str.isdigit, text))):
                left, top, right, bottom = box
                words.append(Word(text.strip(), Box(left, top, right - left, bottom - top), confidence))
                sure.append(confidence)
        if words:
            yield tuple(words), sum(sure) / len(sure)


Area = tuple[float, float, float, float]
"""Left, top, right and bottom of a part of a picture, in parts of its width and height from 0 to 1."""

_WHOLE: Area = (0, 0, 1, 1)


@dataclass(frozen=True, slots=True)
class Turn:
    """How a photo is turned so that its text stands upright and level: quarter turns, then degrees, both to the left.

    Of the turned picture only the area with text is of use, in parts of its width and height from 0 to 1.
    """

    quarters: int = 0
    degrees: float = 0
    area: Area = _WHOLE

    def of(self, image: Image.Image, fill: int | tuple[int, int, int], method: Image.Resampling) -> Image.Image:
        """Return the picture turned and cut; what comes in at the corners is filled."""
        turns = {1: Image.Transpose.ROTATE_90, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_270}
        upright = image.transpose(turns[self.quarters]) if self.quarters else image
        level = upright.rotate(self.degrees, method, expand=True, fillcolor=fill) if self.degrees else upright
        left, top, right, bottom = self.area
        box = (
            round(left * level.width), round(top * level.height), round(right * level.width), round(bottom * level.height)
        )  # fmt: skip
        return level.crop(box)


def straightened(image: Image.Image, reader: Reader) -> Image.Image:
    """Return the photo with its lines level and its text upright, without most of the table it lies on."""
    return turn_upright(image, reader).of(image.convert("RGB"), (128, 128, 128), Image.Resampling.BICUBIC)


def turn_upright(image: Image.Image, reader: Reader) -> Turn:
    """Return the turn of a photo with the area of its text; a picture without grain is a screen, which is kept whole."""
    turn = _turn_of_text(image, reader)
    return replace(turn, area=(0, 0, 1, 1)) if grain(image.convert("L")) == 0 else turn


def _turn_of_text(image: Image.Image, reader: Reader) -> Turn:
    """Return the turn after which most of the picture reads as words, and where these words are.

    Text on its side is slow to read and never clear; so the way whose rows are striped is tried first, and the first
    that reads clearly is taken. Where none does, the paper may be small on a striped table: pieces of text are then
    looked for everywhere, each way.
    """
    flat = flattened(_reduced(image, _LONGEST_AT_FIRST_SIGHT))
    likely = _turns(flat)
    read: list[_Sight] = []
    for turn, striped in likely:
        if striped >= _LEAST_STRIPED * likely[0][1]:
            read.append(_read_turned(flat, turn, reader.lines, _LONG_LINE))
            if read[-1].clear >= _CLEAR_LINES:
                return read[-1].turn
    flat = flattened(_reduced(image, _LONGEST_AT_SECOND_SIGHT))
    for turn, _ in likely:
        read.append(_read_turned(flat, turn, reader.pieces, _LONG_PIECE))
        if read[-1].clear >= _CLEAR_PIECES:
            return read[-1].turn
    striped_ways = {turn.quarters for turn, striped in likely if striped >= _LEAST_STRIPED * likely[0][1]}
    best = _likeliest([sight for sight in read if sight.turn.quarters in striped_ways])
    whole = replace(best.turn, area=_WHOLE)
    left, top, right, bottom = sheet_area(whole.of(image.convert("L"), 0, Image.Resampling.BILINEAR))
    if best.reach == _WHOLE:
        return replace(whole, area=(left, top, right, bottom))
    reach = best.reach
    return replace(whole, area=(min(left, reach[0]), min(top, reach[1]), max(right, reach[2]), max(bottom, reach[3])))


@dataclass(frozen=True, slots=True)
class _Sight:
    """What one way to hold a picture gave: how many clear lines, how many letters weighed by sureness, where they are."""

    clear: int
    sense: float
    turn: Turn
    reach: Area
    """Where any words are, clear or not: half of a sheet may lie in shade."""


def _likeliest(read: list[_Sight]) -> _Sight:
    """Return the last sight of the way to hold a picture of which all sights make most sense, where none is clear."""
    sense = {way: math.prod(sight.sense + 1 for sight in read if sight.turn.quarters == way) for way in range(4)}
    return max(reversed(read), key=lambda sight: (sight.clear, sense[sight.turn.quarters]))


def _turns(flat: Image.Image) -> list[tuple[Turn, float]]:
    """Return the four ways to hold an evenly lit picture, each with how striped its rows are, most striped first."""
    level, striped = _level_angle(flat)
    on_side, striped_on_side = _level_angle(flat.transpose(Image.Transpose.ROTATE_90))
    ways = [(Turn(0, level), striped), (Turn(2, level), striped),
            (Turn(1, on_side), striped_on_side), (Turn(3, on_side), striped_on_side)]  # fmt: skip
    return sorted(ways, key=lambda way: -way[1])


def _read_turned(flat: Image.Image, turn: Turn, read: Callable[[Image.Image], Lines], least_letters: int) -> _Sight:
    """Return what reads on a picture after a turn; lines of fewer letters do not say where the text is."""
    turned = without_rules(turn.of(flat, 255, Image.Resampling.BICUBIC))
    lines = read(turned)
    certain = [*_clear(lines, _SURE, least_letters), *_clear(lines, _SURE_OF_SHORT, _SHORT_LINE)]
    area = _text_area(certain, turned.size)
    sense = sum(sure**2 * sum(len(word.text) for word in line) for line, sure in lines)
    words = [tuple(word for word in line if word.sure >= _SURE_OF_HEIGHT) for line, _ in lines]
    reach = _text_area(words, turned.size)
    return _Sight(len(_clear(lines, _VERY_SURE, _LONG_LINE)), sense, replace(turn, area=area), reach)


def _text_area(lines: Iterable[Line], size: tuple[int, int]) -> Area:
    """Return where these lines are, with a margin; all of the picture where there are few words."""
    boxes = [word.box for line in lines for word in line if sum(map(str.isalnum, word.text)) >= 3]
    if len(boxes) < _FEW_WORDS:
        return _WHOLE
    around_text = around(*boxes).grown(round(_MARGIN * size[0]))
    foot = round((_FOOT - _MARGIN) * size[0])
    area = around_text._replace(height=around_text.height + foot).within(*size)
    return (area.x / size[0], area.y / size[1], area.right / size[0], area.bottom / size[1])


def _clear(lines: Lines, least_sure: float, least_letters: int) -> list[Line]:
    """Return the lines of at least so many letters of which the machine is at least so sure."""
    return [
        line for line, sure in lines if sure >= least_sure and sum(len(word.text) for word in line) >= least_letters
    ]


def read_lines(image: Image.Image, reader: Reader, passes: tuple[Pass, ...]) -> Iterator[Line]:
    """Yield the lines of a reading as the picture is, and of every pass, with places in pixels of `image`."""
    flat = flattened(image)
    as_it_is = reader.lines(without_rules(flat))
    yield from (line for line, _ in as_it_is)
    scale = _best_scale(as_it_is)
    best = without_rules(_scaled(flat, scale))
    for one in passes:
        turned = _scaled(best, one.scale).rotate(one.angle, Image.Resampling.BICUBIC, fillcolor=255)
        for line, _ in reader.lines(turned):
            yield tuple(replace(word, box=_back(word.box, turned.size, one.angle, scale * one.scale)) for word in line)


def _best_scale(lines: Lines) -> float:
    """Return the scale at which these lines have the height that is read best, between 0.5 and 3."""
    heights = sorted(word.box.height for line, sure in lines if sure > _SURE_OF_HEIGHT for word in line)
    if not heights:
        return 1.5
    return min(3.0, max(0.5, _HEIGHT_READ_BEST / heights[len(heights) // 2]))


def _scaled(image: Image.Image, factor: float) -> Image.Image:
    size = (round(image.width * factor), round(image.height * factor))
    return image if size == image.size else image.resize(size, Image.Resampling.LANCZOS)


def _reduced(image: Image.Image, longest: int) -> Image.Image:
    factor = min(1.0, longest / max(image.size))
    return image.resize((round(image.width * factor), round(image.height * factor)), Image.Resampling.BOX)


def _level_angle(flat: Image.Image) -> tuple[float, float]:
    """Return the angle, in degrees to the left, at which the lines of an evenly lit picture lie level, and its stripes."""
    ink = ImageChops.invert(flat).point(lambda value: 255 if value > INK else 0)
    small = _reduced(ink, 750)
    coarse = max(range(-10, 11), key=lambda angle: _stripes(small, angle))
    angle = max((coarse + step / 5 for step in range(-4, 5)), key=lambda angle: _stripes(small, angle))
    return angle, _stripes(small, angle)


def _stripes(image: Image.Image, angle: float) -> float:
    """Return how much rows differ from their neighbours at this angle: much where lines of text lie level."""
    turned = image.rotate(angle, Image.Resampling.BILINEAR)
    middle = turned.crop((turned.width // 6, turned.height // 10, turned.width * 5 // 6, turned.height * 9 // 10))
    rows = middle.resize((1, middle.height), Image.Resampling.BOX).tobytes()
    return sum((below - above) ** 2 for above, below in pairwise(rows)) / len(rows)


def _back(box: Box, size: tuple[int, int], angle: float, factor: float) -> Box:
    """Return a box of a turned and scaled picture as a box of the picture before."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    middle_x, middle_y = size[0] / 2, size[1] / 2
    points = []
    for x, y in ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)):
        across, down = x - middle_x, y - middle_y
        points.append((across * cos - down * sin + middle_x, across * sin + down * cos + middle_y))
    scaled = [Box(round(x / factor), round(y / factor), 1, 1) for x, y in points]
    return around(*scaled)
