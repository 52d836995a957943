"""Composes a storyboard into layers, with a digest of all its video depends on: equal digests mean equal videos."""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

from plugins.media.faults import PictureFaultError
from plugins.media.opening import original
from plugins.media.vector import measure_drawing
from plugins.video.storyboard.layout import SceneLayers, lay_out_scene
from plugins.video.storyboard.scenes import SceneList
from plugins.video.storyboard.style import Style

RENDER_VERSION = "1"
"""Raise it when equal layers are to be rendered differently; a change of the layers changes the digest by itself."""

SIDE = 480
_SVG = re.compile(r"<svg\b[^>]*?\bviewBox=\"([^\"]+)\"[^>]*>(.*)</svg>", re.DOTALL)
_TEXT = re.compile(r"<text\b[^>]*>([^<]*)</text>")
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


class UnusablePictureError(Exception):
    """A picture of a storyboard is damaged, unsafe, or no format that can be rendered."""

    def __init__(self, name: str, fault: PictureFaultError | None = None) -> None:
        super().__init__(name)
        self.fault = fault or PictureFaultError("damaged-picture")


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
        data = base64.b64encode(_opened(file)).decode("ascii")
        return f'<image width="{SIDE}" height="{SIDE}" href="data:{media_type};base64,{data}"/>'
    try:
        source = file.read_text(encoding="utf-8")
        measure_drawing(source.encode())  # as strict as on a page: what a drawing names would come into the video
        match = _SVG.search(source)
        if match is None:
            raise UnusablePictureError(file.name)
        left, top, width, height = map(float, match.group(1).replace(",", " ").split())
        if width <= 0 or height <= 0:
            raise UnusablePictureError(file.name)
        inside = style.coloured(match.group(2))
        ElementTree.fromstring(f'<svg xmlns:xlink="http://www.w3.org/1999/xlink">{inside}</svg>')
    except PictureFaultError as fault:
        raise UnusablePictureError(file.name, fault) from fault
    except (ElementTree.ParseError, KeyError, OSError, ValueError) as error:
        raise UnusablePictureError(file.name) from error
    scale = min(SIDE / width, SIDE / height)
    across, down = (SIDE - width * scale) / 2, (SIDE - height * scale) / 2
    move = f"translate({across - left * scale:g} {down - top * scale:g}) scale({scale:g})"
    return f'<g transform="{move}">{inside}</g>'


def _opened(file: Path) -> bytes:
    """Return the bytes of a photo that opens. Raises UnusablePictureError."""
    try:
        raw = file.read_bytes()
        original(file.name, raw, SIDE)
    except PictureFaultError as fault:
        raise UnusablePictureError(file.name, fault) from fault
    except OSError as error:
        raise UnusablePictureError(file.name) from error
    return raw


def _coloured(scene: SceneLayers, style: Style) -> SceneLayers:
    layers = tuple(replace(layer, svg=style.coloured(layer.svg)) for layer in scene.layers)
    return SceneLayers(style.coloured(scene.ground), layers)
