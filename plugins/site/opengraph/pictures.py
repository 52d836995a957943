"""Images of all pages: kept for later builds by what they show; the rest are rendered on all cores."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache as remembered
from itertools import islice
from pathlib import Path

from plugins.cache.memo import code_version, key_of
from plugins.cache.store import Records
from plugins.cache.workers import spread
from plugins.design.fonts import read_fonts
from plugins.site.opengraph.cards import Card
from plugins.site.opengraph.layout import digest, lay_out
from plugins.site.opengraph.render import CardRenderer, read_look

_WORTH_A_PROCESS = 60
"""Number of images from which starting processes costs less than it saves."""

_AT_A_TIME = 100
"""Kept images that are in memory at once; one has some 15 KB."""

_CODE = ("design/glyphs.py", "design/png.py", "design/raster.py", "site/opengraph")
_LIBRARIES = ("pillow", "resvg-py")


@dataclass(frozen=True, slots=True)
class PictureName:
    """Where the image of a page is published, and the digest of all it shows."""

    address: str
    digest: str


class SocialPictures:
    """The images of one site in one language."""

    def __init__(self, static: Path, cache: Path, site_name: str, host: str) -> None:
        """Read fonts, colours, mark and ornament of `static`; keep images in `cache`."""
        self._records = Records(cache, "opengraph")
        self.code = key_of(code_version(*_CODE, libraries=_LIBRARIES), zlib.ZLIB_RUNTIME_VERSION)
        """Stands for everything a PNG depends on beside what it shows."""
        self._fonts = read_fonts(static, cache)
        self._look = read_look(static, site_name, host)
        self._layout = remembered(lambda card: lay_out(card, self._fonts))
        self._digest = remembered(lambda card: digest(self._layout(card), self._look, self._fonts))

    def name(self, path: str, card: Card) -> PictureName:
        """Return the name of the image of the page at `path` below its language; its address holds a hash of what is shown.

        Raises TitleError for a title that does not fit.
        """
        name, shown = path.rstrip("/") or "home", self._digest(card)
        return PictureName(f"/social/{card.language}/{name}.{shown[:8]}.png", shown)

    def write(self, cards: Mapping[PictureName, Card], output: Path) -> None:
        """Write the image of each card to its address below `output`; few images are in memory at once."""
        keys = {name: key_of(self.code, name.digest) for name in cards}
        missing: list[PictureName] = []
        waiting = iter(cards)
        while names := list(islice(waiting, _AT_A_TIME)):
            kept = self._records.get_many(keys[name] for name in names)
            for name in names:
                if keys[name] in kept:
                    _write(kept[keys[name]], name, output)
                else:
                    missing.append(name)
        self._records.put_all((keys[name], image) for name, image in self._rendered(missing, cards, output))

    def _rendered(
        self, names: Sequence[PictureName], cards: Mapping[PictureName, Card], output: Path
    ) -> Iterator[tuple[PictureName, bytes]]:
        """Yield each of `names` with its image when it is written."""
        if not names:
            return
        renderer = CardRenderer(self._look, self._fonts)

        def render(name: PictureName) -> bytes:
            image = renderer.render(self._layout(cards[name]))
            _write(image, name, output)
            return image

        yield from zip(names, spread(render, names, worth=_WORTH_A_PROCESS), strict=True)


def _write(image: bytes, name: PictureName, output: Path) -> None:
    target = output / name.address.lstrip("/")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(image)
