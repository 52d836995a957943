"""Images of all pages: kept for later builds by what they show; the rest are rendered while pages are written."""

import hashlib
import multiprocessing
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache as remembered
from pathlib import Path

from plugins.cache.workers import usable_cores
from plugins.design.fonts import Fonts, read_fonts
from plugins.site.opengraph.cards import Card
from plugins.site.opengraph.layout import Layout, Look, digest, lay_out
from plugins.site.opengraph.render import CardRenderer, read_look

_WORTH_A_PROCESS = 60
"""Number of images from which starting processes costs less than it saves."""

_IN_A_PART = 64

_Job = tuple[Layout, Path, Path]
"""An image to render, where it is published, and where it is kept with its checksum."""


class SocialPictures:
    """The images of one site in one language."""

    def __init__(self, static: Path, cache: Path, site_name: str, host: str) -> None:
        """Read fonts, colours, mark and ornament of `static`; keep images below `cache`."""
        self._folder = cache / "social"
        self._fonts = read_fonts(static, cache)
        self._look = read_look(static, site_name, host)
        self._layout = remembered(lambda card: lay_out(card, self._fonts))
        self._key = remembered(lambda card: digest(self._layout(card), self._look, self._fonts))

    def address(self, path: str, card: Card) -> str:
        """Return the address of the image of the page at `path` below its language; it holds a hash of what is shown.

        Raises TitleError for a title that does not fit.
        """
        name = path.rstrip("/") or "home"
        return f"/social/{card.language}/{name}.{self._key(card)[:8]}.png"

    @contextmanager
    def written_meanwhile(self, cards: Mapping[str, Card], output: Path) -> Iterator[None]:
        """Write the image of each card to its address below `output`; all are there when the block ends."""
        missing = [(address, card) for address, card in cards.items() if not self._write_kept(address, card, output)]
        jobs = [(self._layout(card), output / address.lstrip("/"), self._kept(card)) for address, card in missing]
        cores = usable_cores()
        if cores == 1 or len(jobs) < _WORTH_A_PROCESS or "fork" not in multiprocessing.get_all_start_methods():
            render_cards(jobs, self._look, self._fonts)
            yield
            return
        with ProcessPoolExecutor(cores, mp_context=multiprocessing.get_context("fork")) as pool:
            parts = [jobs[start : start + _IN_A_PART] for start in range(0, len(jobs), _IN_A_PART)]
            running = [pool.submit(render_cards, part, self._look, self._fonts) for part in parts]
            yield
            for part in running:
                part.result()  # a fault of a worker is a fault of the build

    def _write_kept(self, address: str, card: Card, output: Path) -> bool:
        """Write the image from an earlier build; return whether there is a whole one."""
        try:
            kept = self._kept(card).read_bytes()
        except OSError:
            return False
        checksum, picture = kept[:32], kept[32:]
        if checksum != _checksum(picture):
            return False
        _write(output / address.lstrip("/"), picture)
        return True

    def _kept(self, card: Card) -> Path:
        key = self._key(card)
        return self._folder / key[:2] / key


def render_cards(jobs: Sequence[_Job], look: Look, fonts: Fonts) -> None:
    """Render each layout, write it to its address, and keep it with its checksum in the cache."""
    renderer = CardRenderer(look, fonts) if jobs else None
    for layout, target, kept in jobs:
        assert renderer is not None
        picture = renderer.render(layout)
        _write(target, picture)
        _write(kept, _checksum(picture) + picture)


def _checksum(picture: bytes) -> bytes:
    return hashlib.sha256(picture).digest()


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f"{target.name}.{os.getpid()}")
    partial.write_bytes(content)
    partial.replace(target)
