"""A photo in even light, with dark letters on a light ground: what the reading machine expects."""

from PIL import Image, ImageChops, ImageFilter, ImageMath, ImageOps

INK = 90
"""Darkness from which on a dot of an evenly lit picture is taken for ink, and not for the grain of a table."""

_LONGEST_STROKE = 64
"""Pixels of a run of ink, a power of two: more than the dash of the largest letters at the scale that is read best."""

_DARK_GROUND = 120
"""Brightness below which the ground around letters is dark, as on a screen at night."""

_LIGHT_LETTERS = 60
"""How much brighter than a dark ground its letters are at least."""

_LIT_PART = 0.004
"""Part of a picture's pixels that are light letters on a dark ground, from which on it is read both ways."""

_BLUER = 40
"""How much bluer than the paper ink is, of 235: print is black, and its edges are less coloured."""

_GRAIN = 7
"""Median difference of neighbouring pixels from which on a picture is grainy: a screen photographed, or little light."""


def flattened(image: Image.Image) -> Image.Image:
    """Return the picture in grey as if it lay in even light: each dot divided by the brightness of the paper around it."""
    grey = _calm(image.convert("L"))
    if has_light_letters(grey):
        return ImageOps.autocontrast(_against_ground(grey), cutoff=(1, 0))
    return ImageOps.autocontrast(_by_paper(grey), cutoff=(1, 0))


def pen_ink(image: Image.Image) -> Image.Image:
    """Return where a picture is bluer than the paper around it, 255 or 0: the ink of pens and seals, and no print.

    Each colour is divided by the paper's own, so that the yellow light of a lamp makes nothing blue. A picture with light
    letters is a screen, on which nobody signs: none of it is pen.
    """
    if has_light_letters(_calm(image.convert("L"))):
        return Image.new("L", image.size, 0)
    small = _calm_colours(image.convert("RGB"))
    red, _, blue = (_by_paper(part) for part in small.split())
    bluer = ImageChops.subtract(blue, red).point(lambda value: 255 if value > _BLUER else 0)
    return bluer.filter(ImageFilter.MedianFilter(3))


def _calm_colours(image: Image.Image) -> Image.Image:
    return image.filter(ImageFilter.GaussianBlur(1))


def _by_paper(part: Image.Image) -> Image.Image:
    """Return a colour of a picture as a part of its brightest around, 0 to 235."""
    small = part.resize((max(1, part.width // 8), max(1, part.height // 8)), Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.GaussianBlur(4)).resize(part.size)
    even: Image.Image = ImageMath.lambda_eval(
        lambda args: args["convert"](args["min"](args["a"] * 235 / (args["b"] + 1), 255), "L"), a=part, b=paper
    )
    return even


def without_rules(grey: Image.Image) -> Image.Image:
    """Return an evenly lit picture without long straight lines: Tesseract takes a table with rules for a drawing.

    A line is a run of ink that is longer than any stroke of a letter, level or upright.
    """
    ink = grey.point(lambda value: 255 if value < 255 - INK else 0)
    rules = ImageChops.lighter(_runs(ink, (1, 0)), _runs(ink, (0, 1))).filter(ImageFilter.MaxFilter(5))
    return ImageChops.lighter(grey, rules)


def _runs(ink: Image.Image, step: tuple[int, int]) -> Image.Image:
    """Return the ink that lies in runs of `_LONGEST_STROKE` pixels in this direction (an opening, by doubled shifts)."""
    shrunk = ink
    for doubling in range(_LONGEST_STROKE.bit_length() - 1):
        by = 1 << doubling
        shrunk = ImageChops.darker(shrunk, ImageChops.offset(shrunk, -by * step[0], -by * step[1]))
    for doubling in range(_LONGEST_STROKE.bit_length() - 1):
        by = 1 << doubling
        shrunk = ImageChops.lighter(shrunk, ImageChops.offset(shrunk, by * step[0], by * step[1]))
    return shrunk


def has_light_letters(grey: Image.Image) -> bool:
    """Return whether letters on a picture are lighter than their ground: a screen at night, a message on colour."""
    small = grey.resize((max(1, grey.width // 2), max(1, grey.height // 2)), Image.Resampling.BOX)
    ground = _ground(small, 4)
    is_dark = ground.point(lambda value: 255 if value < _DARK_GROUND else 0)
    is_lit = ImageChops.subtract(small, ground).point(lambda value: 255 if value > _LIGHT_LETTERS else 0)
    lit = ImageChops.darker(is_dark, is_lit).histogram()[255] / (small.width * small.height)
    dark = is_dark.histogram()[255] / (small.width * small.height)
    return lit > _LIT_PART and dark > 0.1


def _against_ground(grey: Image.Image) -> Image.Image:
    """Return every dot as dark as it differs from the ground around it, whichever of the two is lighter."""
    ground = _ground(grey, 8)
    even: Image.Image = ImageMath.lambda_eval(
        lambda args: args["convert"](
            args["min"](
                args["min"](args["a"] * 235 / (args["b"] + 1), (255 - args["a"]) * 235 / (256 - args["b"])), 255
            ),
            "L",
        ),
        a=grey,
        b=ground,
    )
    return even


def _ground(grey: Image.Image, scale: int) -> Image.Image:
    """Return the ground under the letters: what most of the pixels around each dot are."""
    small = grey.resize((max(1, grey.width // scale), max(1, grey.height // scale)), Image.Resampling.BOX)
    return small.filter(ImageFilter.MedianFilter(9)).filter(ImageFilter.MedianFilter(9)).resize(grey.size)


def _calm(grey: Image.Image) -> Image.Image:
    """Return a grainy picture smoothed, another as it is: the grid of a screen's pixels is taken for strokes."""
    return grey.filter(ImageFilter.GaussianBlur(1.3)) if grain(grey) >= _GRAIN else grey


def grain(grey: Image.Image) -> int:
    """Return the median difference of neighbouring pixels, 0 to 255: 0 on a screen that a telephone saved."""
    histogram = ImageChops.difference(grey, ImageChops.offset(grey, 1, 0)).histogram()
    half, seen = sum(histogram) / 2, 0
    for value, count in enumerate(histogram):
        seen += count
        if seen >= half:
            return value
    return 255


def sheet_area(grey: Image.Image) -> tuple[float, float, float, float]:
    """Return where a bright sheet lies on a darker table, in parts of width and height; all of it where none is seen.

    The sheet is the largest bright place that hangs together, in cells of a hundredth of the picture.
    """
    cells = grey.resize((100, 100), Image.Resampling.BOX)
    values = sorted(cells.tobytes())
    dark, bright = values[len(values) // 5], values[-len(values) // 20]
    free = {place for place, value in enumerate(cells.tobytes()) if value > (dark + bright) / 2}
    largest: set[int] = set()
    while free:
        start = free.pop()
        group, edge = {start}, [start]
        while edge:
            place = edge.pop()
            near = {place - 100, place + 100} | ({place - 1} if place % 100 else set())
            near |= {place + 1} if place % 100 < 99 else set()
            edge += (found := near & free)
            free -= found
            group |= found
        largest = max(largest, group, key=len)
    if bright - dark < 60 or not 1200 < len(largest) < 9000:
        return (0, 0, 1, 1)
    columns, rows = [place % 100 for place in largest], [place // 100 for place in largest]
    return (min(columns) / 100, min(rows) / 100, (max(columns) + 1) / 100, (max(rows) + 1) / 100)
