"""The theme's colours, fonts and ornament, as storyboards are rendered with them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.design.fonts import Fonts, font_sources, read_fonts
from plugins.design.tokens import TOKENS, light_colours

_ORNAMENT = "illustrations/ornament.svg"
_NAMED_TOKEN = re.compile(r"var\(--([\w-]+)\)")


@dataclass(frozen=True)
class Style:
    """Colours by token name, fonts, and the tile of the ornament."""

    colours: Mapping[str, str]
    fonts: Fonts
    ornament: str
    """48 × 24, as an SVG group."""

    def coloured(self, svg: str) -> str:
        """Return an SVG with every `var(--name)` replaced by its colour. Raises KeyError for an unknown name."""
        return _NAMED_TOKEN.sub(lambda match: self.colours[match.group(1)], svg)


def style_sources(theme: Path) -> list[Path]:
    """Return every file of the theme that a rendered storyboard depends on."""
    static = theme / "static"
    return [static / TOKENS, static / _ORNAMENT, *font_sources(static)]


def read_style(theme: Path, cache: Path) -> Style:
    """Return the style of the theme; its fonts are kept in `cache`."""
    static = theme / "static"
    ornament = (static / _ORNAMENT).read_text(encoding="utf-8")
    return Style(light_colours(static), read_fonts(static, cache), _as_group(ornament))


def _as_group(svg: str) -> str:
    """Return an SVG document as a group for another document; presentation attributes stay."""
    return re.sub(r' (?:xmlns|viewBox)="[^"]*"', "", svg.strip()).replace("<svg", "<g", 1).replace("</svg>", "</g>")
