"""The site's font as whole TrueType files, one a weight, with the widths and outlines of its characters.

Pages load a variable font that is subset by alphabet, so that each visit transfers little. A renderer wants whole files.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

FAMILY = "Golos Text"
WEIGHTS = (400, 600, 800)
_SUBSETS = "fonts/golos-text*.woff2"
_UNKNOWN_WIDTH = 0.6
"""Ems. Stands in for a character the font lacks."""

_Metrics = tuple[Mapping[int, Mapping[str, float]], Mapping[int, Mapping[str, str]]]


@dataclass(frozen=True)
class Fonts:
    """One TrueType file a weight, and what layout needs to know of its characters."""

    files: Mapping[int, Path]
    advances: Mapping[int, Mapping[str, float]]
    """Width of each character in ems, by weight."""
    outlines: Mapping[int, Mapping[str, str]]
    """Hash of the outline of each character, by weight. It does not depend on how the font is subset into files."""

    def width(self, text: str, weight: int, size: float, spacing: float = 0.0) -> float:
        """Return the width of a text in pixels for a font size in pixels; `spacing` is added after each character, in ems."""
        advances = self.advances[weight]
        return size * sum(advances.get(character, _UNKNOWN_WIDTH) + spacing for character in text)

    def digest_of(self, text: str) -> str:
        """Return a hash of the outlines of all characters of a text, in every weight."""
        characters = sorted(set(text))
        joined = "".join(outlines.get(character, "") for outlines in self.outlines.values() for character in characters)
        return hashlib.sha256(joined.encode()).hexdigest()


def font_sources(static: Path) -> list[Path]:
    """Return the font files the theme publishes."""
    return sorted(static.glob(_SUBSETS))


def read_fonts(static: Path, cache: Path) -> Fonts:
    """Return the fonts of the theme's folder of files. They are made once and kept below `cache`."""
    sources = font_sources(static)
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:16]
    folder = cache / "fonts" / digest
    advances, outlines = _kept_metrics(folder) or _make_fonts(sources, folder)
    return Fonts({weight: folder / f"{weight}.ttf" for weight in WEIGHTS}, advances, outlines)


def _kept_metrics(folder: Path) -> _Metrics | None:
    """Return the metrics kept beside the fonts, or None where a font is missing or differs from its recorded hash."""
    try:
        record = json.loads((folder / "record.json").read_text(encoding="utf-8"))
        if any(_hash(folder / f"{weight}.ttf") != record["hashes"][str(weight)] for weight in WEIGHTS):
            return None
        advances, outlines = (
            {weight: record[kind][str(weight)] for weight in WEIGHTS} for kind in ("advances", "outlines")
        )
        return advances, outlines
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _make_fonts(sources: list[Path], folder: Path) -> _Metrics:
    from fontTools.merge import Merger  # noqa: PLC0415 - slow to import, and needed only where no fonts are kept
    from fontTools.pens.recordingPen import DecomposingRecordingPen  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    advances: dict[int, dict[str, float]] = {}
    outlines: dict[int, dict[str, str]] = {}
    for weight in WEIGHTS:
        with TemporaryDirectory() as scratch:
            parts: list[str] = []
            for source in sources:
                font = instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": weight})
                font.flavor = None
                parts.append(f"{scratch}/{source.stem}.ttf")
                font.save(parts[-1])
            whole = Merger().merge(parts)
            whole.recalcTimestamp = False
            whole["head"].created = whole["head"].modified = 0
            whole.save(folder / f"{weight}.ttf")
        unit, widths = whole["head"].unitsPerEm, whole["hmtx"]
        advances[weight] = {chr(code): widths[glyph][0] / unit for code, glyph in whole.getBestCmap().items()}
        glyphs = whole.getGlyphSet()
        outlines[weight] = {}
        for code, glyph in whole.getBestCmap().items():
            pen = DecomposingRecordingPen(glyphs)
            glyphs[glyph].draw(pen)
            outlines[weight][chr(code)] = hashlib.sha256(repr(pen.value).encode()).hexdigest()[:16]
    hashes = {weight: _hash(folder / f"{weight}.ttf") for weight in WEIGHTS}
    partial = folder / "record.partial"
    partial.write_text(json.dumps({"hashes": hashes, "advances": advances, "outlines": outlines}), encoding="utf-8")
    partial.replace(folder / "record.json")
    return advances, outlines


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
