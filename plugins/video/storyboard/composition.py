"""A storyboard composed into layers, with all that its video depends on: equal digests mean equal videos."""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

from PIL import Image

from plugins.video.storyboard.layout import SceneLayers, lay_out_scene
from plugins.video.storyboard.scenes import SceneList
from plugins.video.storyboard.style import Style

RENDER_VERSION = "1"
"""Raise it when equal layers are to be rendered differently; a change of the layers changes the digest by itself."""

SIDE = 480
_SVG = re.compile(r"<svg\b[^>]*?\bviewBox=\"([^\"]+)\"[^>]*>(.*)</svg>", re.DOTALL)
_TEXT = re.compile(r"<text\b[^>]*>([^<]*)</text>")
_FROM_ELSEWHERE = re.compile(r"url\(|@import|<script|<foreignObject|(?:href|src)=\"(?!#)", re.IGNORECASE)
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


class UnusablePictureError(Exception):
    """A picture of a storyboard is damaged, or no format that can be rendered."""


@dataclass(frozen=True, slots=True)
class Composition:
    """The scenes as coloured layers, their lengths in seconds, the sound, and the digest of all of it."""

    scenes: tuple[SceneLayers, ...]
    lengths: tuple[float, ...]
    sound: Path | None
    digest: str

    @property
    def seconds(self) -> float:
        """Return the length of the video."""
        return sum(self.lengths)


def compose(storyboard: SceneList, pictures: Mapping[str, str], sound: Path | None, style: Style) -> Composition:
    """Return the composition of scenes; `pictures` holds what `read_picture` gave, by file name."""
    count = len(storyboard.scenes)
    scenes = tuple(_coloured(lay_out_scene(storyboard, index, style, pictures), style) for index in range(count))
    lengths = tuple(scene.seconds for scene in storyboard.scenes)
    digest = hashlib.sha256(RENDER_VERSION.encode())
    digest.update(style.fonts.digest_of("".join(unescape(text) for text in _texts(scenes))).encode())
    digest.update(repr((scenes, lengths)).encode())
    if sound is not None:
        digest.update(sound.read_bytes())
    return Composition(scenes, lengths, sound, digest.hexdigest())


def _texts(scenes: tuple[SceneLayers, ...]) -> Iterator[str]:
    for scene in scenes:
        for svg in (scene.ground, *(layer.svg for layer in scene.layers)):
            yield from _TEXT.findall(svg)


def read_picture(file: Path, style: Style) -> str:
    """Return a picture as SVG that fills 480 × 480, in the colours of the site. Raises UnusablePictureError."""
    if media_type := _TYPES.get(PurePosixPath(file.name).suffix.lower()):
        _must_open(file)
        data = base64.b64encode(file.read_bytes()).decode("ascii")
        return f'<image width="{SIDE}" height="{SIDE}" href="data:{media_type};base64,{data}"/>'
    try:
        source = file.read_text(encoding="utf-8")
        ElementTree.fromstring(source)
        match = _SVG.search(source)
        if match is None or _FROM_ELSEWHERE.search(source):
            raise UnusablePictureError(file.name)
        left, top, width, height = map(float, match.group(1).replace(",", " ").split())
        if width <= 0 or height <= 0:
            raise UnusablePictureError(file.name)
        inside = style.coloured(match.group(2))
    except (ElementTree.ParseError, KeyError, OSError, ValueError) as error:
        raise UnusablePictureError(file.name) from error
    scale = min(SIDE / width, SIDE / height)
    across, down = (SIDE - width * scale) / 2, (SIDE - height * scale) / 2
    move = f"translate({across - left * scale:g} {down - top * scale:g}) scale({scale:g})"
    return f'<g transform="{move}">{inside}</g>'


def _must_open(file: Path) -> None:
    try:
        with Image.open(file, formats=("PNG", "JPEG")) as image:
            image.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UnusablePictureError(file.name) from error


def _coloured(scene: SceneLayers, style: Style) -> SceneLayers:
    layers = tuple(replace(layer, svg=style.coloured(layer.svg)) for layer in scene.layers)
    return SceneLayers(style.coloured(scene.ground), layers)
