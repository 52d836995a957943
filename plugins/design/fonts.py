"""The site's font as whole TrueType files, one a weight, with the widths and outlines of its characters.

Pages load a variable font that is subset by alphabet, so that each visit transfers little. A renderer wants whole files.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from plugins.cache.memo import code_version, key_of
from plugins.cache.store import Blobs, Records, content_digest

FAMILY = "Golos Text"
WEIGHTS = (400, 600, 800)
_SUBSETS = "fonts/golos-text*.woff2"
_UNKNOWN_WIDTH = 0.6
"""Ems. Stands in for a character the font lacks."""


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
        return content_digest(joined.encode())


def font_sources(static: Path) -> list[Path]:
    """Return the font files the theme publishes."""
    return sorted(static.glob(_SUBSETS))


def read_fonts(static: Path, cache: Path) -> Fonts:
    """Return the fonts of the theme's folder of files. They are made once and kept below `cache`."""
    sources = font_sources(static)
    code = code_version("design/fonts.py", libraries=("fonttools",))
    key = key_of(code, *(source.read_bytes() for source in sources))
    files, records = Blobs(cache / "fonts"), Records(cache, "fonts")
    kept = _kept(records.get(key), files)
    if kept is None:
        kept = {str(weight): _made(sources, weight, files) for weight in WEIGHTS}
        records.put(key, json.dumps(kept).encode())
    of_weight = {weight: kept[str(weight)] for weight in WEIGHTS}
    return Fonts(
        {weight: files.path(made["file"]) for weight, made in of_weight.items()},
        {weight: made["advances"] for weight, made in of_weight.items()},
        {weight: made["outlines"] for weight, made in of_weight.items()},
    )


def _kept(record: bytes | None, files: Blobs) -> dict[str, Any] | None:
    """Return what is kept of every weight, or None where a file is missing or differs."""
    try:
        kept: dict[str, Any] = json.loads(record or b"")
        is_whole = all(files.is_whole(kept[str(weight)]["file"]) for weight in WEIGHTS)
    except (ValueError, KeyError, TypeError):
        return None
    return kept if is_whole else None


def _made(sources: list[Path], weight: int, files: Blobs) -> dict[str, Any]:
    """Return the digest of the whole font of a weight, and the advances and outlines of its characters."""
    from fontTools.merge import Merger  # noqa: PLC0415 - slow to import, and needed only where no fonts are kept
    from fontTools.pens.recordingPen import DecomposingRecordingPen  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

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
        whole.save(f"{scratch}/whole.ttf")
        file = files.put(Path(f"{scratch}/whole.ttf").read_bytes())
    unit, widths, glyphs = whole["head"].unitsPerEm, whole["hmtx"], whole.getGlyphSet()
    advances: dict[str, float] = {}
    outlines: dict[str, str] = {}
    for code, glyph in whole.getBestCmap().items():
        advances[chr(code)] = widths[glyph][0] / unit
        pen = DecomposingRecordingPen(glyphs)
        glyphs[glyph].draw(pen)
        outlines[chr(code)] = content_digest(repr(pen.value).encode())[:16]
    return {"file": file, "advances": advances, "outlines": outlines}
