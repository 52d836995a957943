"""Pictures of all pages: kept for later builds by what they show, the rest drawn on the other cores while pages are written."""

import hashlib
import multiprocessing
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from plugins.cache.workers import usable_cores
from plugins.site.opengraph.cards import Card
from plugins.site.opengraph.drawing import Painter, recipe

_WORTH_A_PROCESS = 60
"""Pictures from which on starting processes costs less than it saves."""

_IN_A_PART = 32

_worker: "SocialPictures | None" = None
"""Set in a worker only: a forked process inherits the fonts and what has been drawn of them."""


class SocialPictures:
    """The pictures of one site."""

    def __init__(self, static: Path, cache: Path, site_name: str, host: str) -> None:
        """Draw with font, colours and drawings of `static`; keep pictures below `cache`."""
        self._static, self._site_name, self._host = static, site_name, host
        self._cache = cache / "social"
        self._recipe = recipe(static, site_name, host)
        self._painter: Painter | None = None

    def address(self, path: str, card: Card) -> str:
        """Return where the picture of the page at `path` below its language is published; it names what it shows."""
        name = path.rstrip("/") or "home"
        return f"/social/{card.language}/{name}.{self._key(card)[:8]}.png"

    @contextmanager
    def written_meanwhile(self, cards: Mapping[str, Card], output: Path) -> Iterator[None]:
        """Write the picture of each card to its address below `output`; all are there when the block ends."""
        missing = [(address, card) for address, card in cards.items() if not self._write_kept(address, card, output)]
        cores = usable_cores()
        if cores == 1 or len(missing) < _WORTH_A_PROCESS or "fork" not in multiprocessing.get_all_start_methods():
            self.draw(missing, output)
            yield
            return
        self._ready()
        fork = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(cores, mp_context=fork, initializer=_inherit, initargs=(self,)) as pool:
            parts = [missing[start : start + _IN_A_PART] for start in range(0, len(missing), _IN_A_PART)]
            drawn = [pool.submit(_draw_in_worker, part, output) for part in parts]
            yield
            for part in drawn:
                part.result()  # a fault of a worker is a fault of the build

    def draw(self, cards: list[tuple[str, Card]], output: Path) -> None:
        """Draw and keep the pictures, and write each to its address below `output`."""
        for address, card in cards:
            picture = self._ready().draw(card)
            _write(output / address.lstrip("/"), picture)
            _write(self._kept(card), _checksum(picture) + picture)

    def _ready(self) -> Painter:
        if self._painter is None:
            self._painter = Painter(self._static, self._site_name, self._host)
        return self._painter

    def _write_kept(self, address: str, card: Card, output: Path) -> bool:
        """Write the picture from an earlier build; return whether there is a whole one."""
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
        return self._cache / key[:2] / key

    def _key(self, card: Card) -> str:
        words = "\n".join((self._recipe, card.language, card.label, card.title, card.accent))
        return hashlib.sha256(words.encode()).hexdigest()


def _checksum(picture: bytes) -> bytes:
    return hashlib.sha256(picture).digest()


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f"{target.name}.{os.getpid()}")
    partial.write_bytes(content)
    partial.replace(target)


def _inherit(pictures: SocialPictures) -> None:
    global _worker  # noqa: PLW0603 - of the worker, which lives for one build
    _worker = pictures


def _draw_in_worker(cards: list[tuple[str, Card]], output: Path) -> None:
    assert _worker is not None
    _worker.draw(cards, output)
