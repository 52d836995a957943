"""The site's colours and type, as the drawing needs them: read from the theme, so that there is one source."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

FAMILY = "Golos Text"
WEIGHTS = (400, 600, 800)
TOKENS = "static/css/tokens.css"
ORNAMENT = "static/illustrations/ornament.svg"
_FONTS = "static/fonts/golos-text*.woff2"
_TOKEN = re.compile(r"--([\w-]+):\s*(?:light-dark\(\s*)?(#[0-9a-fA-F]{3,8})\b")
_NAMED_TOKEN = re.compile(r"var\(--([\w-]+)\)")


@dataclass(frozen=True)
class Style:
    """Colours by their name in `tokens.css`, and a TrueType file for each weight."""

    colours: Mapping[str, str]
    fonts: Mapping[int, Path]
    advances: Mapping[int, Mapping[str, float]]
    """Width of every letter, in ems, by weight."""
    glyphs: Mapping[int, Mapping[str, str]]
    """Hash of the outline of every letter, by weight: how the site's type is cut into files is not seen."""
    ornament: str
    """The tile of the ornament, 48 × 24, as what stands inside an `<svg>`."""

    def coloured(self, svg: str) -> str:
        """Return an SVG with every `var(--name)` replaced by its colour. Raises KeyError for a name without one."""
        return _NAMED_TOKEN.sub(lambda match: self.colours[match.group(1)], svg)

    def width(self, text: str, weight: int, size: float, spacing: float = 0.0) -> float:
        """Return the width of a text in pixels; `spacing` is added after each letter, in ems."""
        advances = self.advances[weight]
        return size * sum(advances.get(letter, 0.6) + spacing for letter in text)


def read_colours(theme: Path) -> dict[str, str]:
    """Return the colours of the light scheme by name: what is declared first, and the first of two."""
    source = (theme / TOKENS).read_text(encoding="utf-8")
    return dict(reversed(_TOKEN.findall(source)))


def font_files(theme: Path) -> list[Path]:
    """Return the files of the site's type."""
    return sorted(theme.glob(_FONTS))


def style_sources(theme: Path) -> list[Path]:
    """Return every file of the theme that the look of a drawn film depends on."""
    return [theme / TOKENS, theme / ORNAMENT, *font_files(theme)]


def read_style(theme: Path, cache: Path) -> Style:
    """Return the style of the theme; its fonts are made into one TrueType file a weight, kept in `cache`.

    The site's type is variable and cut by alphabet, so that a page loads little. A renderer wants whole files.
    """
    sources = font_files(theme)
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:16]
    folder = cache / "fonts" / digest
    advances, glyphs = _kept_letters(folder) or _make_fonts(sources, folder)
    ornament = (theme / ORNAMENT).read_text(encoding="utf-8")
    return Style(
        read_colours(theme),
        {weight: folder / f"{weight}.ttf" for weight in WEIGHTS},
        advances,
        glyphs,
        _inside(ornament),
    )


def _inside(svg: str) -> str:
    """Return an SVG as a group that can stand in another; what it sets for all its parts is kept."""
    return re.sub(r' (?:xmlns|viewBox)="[^"]*"', "", svg.strip()).replace("<svg", "<g", 1).replace("</svg>", "</g>")


_Letters = tuple[Mapping[int, Mapping[str, float]], Mapping[int, Mapping[str, str]]]
"""Widths and hashes of outlines, by weight and letter."""


def _kept_letters(folder: Path) -> _Letters | None:
    """Return the letters kept beside the fonts, or None where a font is missing or is not what it was."""
    try:
        record = json.loads((folder / "record.json").read_text(encoding="utf-8"))
        if any(_hash(folder / f"{weight}.ttf") != record["hashes"][str(weight)] for weight in WEIGHTS):
            return None
        advances, glyphs = (
            {weight: record[kind][str(weight)] for weight in WEIGHTS} for kind in ("advances", "glyphs")
        )
        return advances, glyphs
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _make_fonts(sources: list[Path], folder: Path) -> _Letters:
    from fontTools.merge import Merger  # noqa: PLC0415 - large, and needed only where the fonts are not kept yet
    from fontTools.pens.recordingPen import DecomposingRecordingPen  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    advances: dict[int, dict[str, float]] = {}
    glyphs: dict[int, dict[str, str]] = {}
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
        outlines = whole.getGlyphSet()
        glyphs[weight] = {}
        for code, glyph in whole.getBestCmap().items():
            pen = DecomposingRecordingPen(outlines)
            outlines[glyph].draw(pen)
            glyphs[weight][chr(code)] = hashlib.sha256(repr(pen.value).encode()).hexdigest()[:16]
    hashes = {weight: _hash(folder / f"{weight}.ttf") for weight in WEIGHTS}
    partial = folder / "record.partial"
    partial.write_text(json.dumps({"hashes": hashes, "advances": advances, "glyphs": glyphs}), encoding="utf-8")
    partial.replace(folder / "record.json")
    return advances, glyphs


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
