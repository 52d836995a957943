"""Subsets Golos Text to the characters of the site: `.venv/bin/python theme/cut_fonts.py GOLOS_TEXT_VARIABLE.ttf`.

Every face of `static/css/fonts.css` becomes a file with the letters of its range, the features kern and tnum, and weights
from 400 to 800. The type's own file holds a drawing of each letter for every hundred of the weight, which doubles its
bytes. Here a letter is drawn at 400 and at 800 and moves straight between them; `avar` says how far it is at 500, 600 and
700, fitted to the drawings that were left out. A letter that would then stand elsewhere at 600 keeps its drawing there too:
the dot of «і» would otherwise run into its stem. So a face comes in one round trip.
"""

import argparse
import re
import sys
from itertools import chain
from pathlib import Path

import numpy as np
from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from fontTools.varLib.instancer import instantiateVariableFont
from fontTools.varLib.iup import iup_delta_optimize
from numpy.typing import NDArray

STATIC = Path(__file__).parent / "static"
LIGHT, BOLD = 400, 800
BETWEEN = (500, 600, 700)
MIDDLE = 600
"""The weight of menus, buttons and names: at it no point may stand further from its drawing than `_FURTHEST`."""
_FURTHEST = 8
"""Thousandths of the type's size."""
_FACE = re.compile(r'src: url\("\.\./fonts/([^"]+)"\)[^}]*?unicode-range: ([^;]+);', re.DOTALL)
_TOLERANCE = 0.5
"""Thousandths of the type's size by which a point may stand elsewhere."""


def faces() -> dict[str, set[int]]:
    """Return the characters of every font file that the style sheet names."""
    sheet = (STATIC / "css/fonts.css").read_text(encoding="utf-8")
    return {name: set(_characters(ranges)) for name, ranges in _FACE.findall(sheet)}


def _characters(ranges: str) -> chain[int]:
    bounds = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", ranges)
    return chain.from_iterable(range(int(first, 16), int(last or first, 16) + 1) for first, last in bounds)


def cut(source: Path, characters: set[int]) -> TTFont:
    """Return the type with these characters, drawn at two weights. Raises ValueError where one has no glyph."""
    if missing := characters - set(TTFont(source).getBestCmap()):
        raise ValueError(f"{source} has no glyph for {', '.join(f'U+{one:04X}' for one in sorted(missing))}")
    drawn = {weight: _points(_subset(source, characters), weight) for weight in (LIGHT, *BETWEEN, BOLD)}
    regular = instantiateVariableFont(_subset(source, characters), {"wght": LIGHT})
    font = instantiateVariableFont(_subset(source, characters), {"wght": (LIGHT, BOLD)})
    for table in ("glyf", "hmtx", "GPOS", "GDEF"):  # kerning that changes with the weight would need its own drawings
        if table in regular:
            font[table] = regular[table]
        elif table in font:
            del font[table]
    if "HVAR" in font:  # of the drawings that were left out; a width moves with its outline
        del font["HVAR"]
    moves = {name: drawn[BOLD][name] - drawn[LIGHT][name] for name in font.getGlyphOrder()}
    middle = round(_fitted(drawn[MIDDLE], drawn[LIGHT], moves), 4)
    for name, move in moves.items():
        parts = [((0.0, 1.0, 1.0), move)] if move.any() else []
        left = drawn[MIDDLE][name] - drawn[LIGHT][name] - middle * move
        if abs(left).max() > _FURTHEST:
            parts.append(((0.0, middle, 1.0), left))
        coordinates, outline = font["glyf"]._getCoordinatesAndControls(name, font["hmtx"].metrics)
        font["gvar"].variations[name] = [
            TupleVariation(
                {"wght": reach},
                iup_delta_optimize([(round(x), round(y)) for x, y in steps], coordinates, outline.endPts, _TOLERANCE),
            )
            for reach, steps in parts
        ]
    font["avar"] = newTable("avar")
    between = {_part(weight): _fitted(drawn[weight], drawn[LIGHT], moves) for weight in BETWEEN}
    font["avar"].segments = {"wght": {-1.0: -1.0, 0.0: 0.0, **between, 1.0: 1.0}}
    font.flavor = "woff2"
    return font


_Points = dict[str, NDArray[np.float64]]
"""Points of the outline of every glyph, its width among them, in units of the type."""


def _subset(source: Path, characters: set[int]) -> TTFont:
    options = subset.Options(
        layout_features=["kern", "tnum"], hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6], notdef_outline=True
    )
    font = subset.load_font(source, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    return font


def _points(font: TTFont, weight: int) -> _Points:
    still = instantiateVariableFont(font, {"wght": weight})
    read = still["glyf"]._getCoordinatesAndControls
    return {name: np.array(read(name, still["hmtx"].metrics)[0], float) for name in still.getGlyphOrder()}


def _part(weight: int) -> float:
    return (weight - LIGHT) / (BOLD - LIGHT)


def _fitted(drawn: _Points, light: _Points, moves: _Points) -> float:
    """Return how far along its way to the bold a weight is, by least squares over all points."""
    step = np.concatenate([(drawn[name] - light[name]).ravel() for name in moves])
    whole = np.concatenate([move.ravel() for move in moves.values()])
    return float(step @ whole / (whole @ whole))


def main() -> None:
    """Write the faces, and say what each weighs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="the variable Golos Text, https://github.com/googlefonts/golos-text")
    parser.add_argument("--faces", nargs="*", default=list(faces()), help="file names; all where none is given")
    chosen = parser.parse_args()
    for name in chosen.faces:
        target = STATIC / "fonts" / name
        cut(chosen.source, faces()[name]).save(target)
        sys.stdout.write(f"{name}: {target.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
