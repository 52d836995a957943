"""Images of all pages: kept for later builds by what they show; the rest are rendered while pages are written."""

import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache as remembered
from pathlib import Path

from plugins.cache.memo import code_version, key_of
from plugins.cache.store import Records
from plugins.cache.workers import spread_meanwhile
from plugins.design.fonts import read_fonts
from plugins.site.opengraph.cards import Card
from plugins.site.opengraph.layout import digest, lay_out
from plugins.site.opengraph.render import CardRenderer, read_look

_WORTH_A_PROCESS = 60
"""Number of images from which starting processes costs less than it saves."""

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

    @contextmanager
    def written_meanwhile(self, cards: Mapping[PictureName, Card], output: Path) -> Iterator[None]:
        """Write the image of each card to its address below `output`; all are there when the block ends."""
        keys = {name: key_of(self.code, name.digest) for name in cards}
        kept = self._records.get_many(keys.values())
        missing = [name for name, key in keys.items() if key not in kept]
        renderer = CardRenderer(self._look, self._fonts) if missing else None

        def render(name: PictureName) -> bytes:
            assert renderer is not None
            return renderer.render(self._layout(cards[name]))

        with spread_meanwhile(render, missing, worth=_WORTH_A_PROCESS) as rendered:
            yield
            made = {keys[name]: image for name, image in zip(missing, rendered, strict=True)}
        self._records.put_many(made)
        for name, key in keys.items():
            target = output / name.address.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(made.get(key) or kept[key])
