"""All texts of a build converted: the kept ones by their source and our code, the rest on all cores."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from plugins.cache.memo import code_version, kept_bytes, key_of
from plugins.cache.store import Records
from plugins.cache.workers import spread, usable_cores
from plugins.markdown.nodes import Document
from plugins.markdown.parse import MarkdownParser

_WORTH_PROCESSES = 100
"""Texts from which on starting worker processes costs less than it saves."""
_AT_HAND = 32
"""Documents that are held unpacked: more than one item has texts."""
_FAULTS = (LookupError, TypeError, ValueError, zlib.error)


class Documents(Mapping[str, Document]):
    """Documents by their text: those of `sources` at once, any other when it is asked for. Equal texts are converted once.

    They are held packed, as they are kept, in a tenth of the room, but for those that were asked for last: a process holds
    the documents of all texts, and rules look at one item after another.
    """

    def __init__(self, sources: Iterable[str], cache_folder: Path) -> None:
        """Convert `sources` that are not kept below `cache_folder`, and keep them there."""
        self._cache_folder = cache_folder
        self._packed = _converted(sources, cache_folder)
        self._at_hand: dict[str, Document] = {}

    def load(self, sources: Iterable[str]) -> None:
        """Convert many texts at once."""
        self._packed |= _converted([source for source in sources if source not in self._packed], self._cache_folder)

    def forget(self, sources: Iterable[str]) -> None:
        """Let go of texts that are no longer shown; one that is asked for all the same is found again."""
        for source in sources:
            self._packed.pop(source, None)
            self._at_hand.pop(source, None)

    def __getitem__(self, source: str) -> Document:
        found = self._at_hand.get(source)
        if found is None:
            if source not in self._packed:
                self.load([source])
            found = self._at_hand[source] = _unpacked(self._packed[source]) or MarkdownParser().parse(source)
            if len(self._at_hand) > _AT_HAND:
                del self._at_hand[next(iter(self._at_hand))]
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


def _converted(sources: Iterable[str], cache_folder: Path) -> dict[str, bytes]:
    """Return the packed document of each text."""
    code = code_version("markdown", libraries=("markdown",))
    keys = {source: key_of(code, source) for source in sources}
    return kept_bytes(Records(cache_folder, "markdown"), keys, _convert_missing)


def _convert_missing(sources: Sequence[str]) -> Iterable[bytes]:
    if len(sources) < _WORTH_PROCESSES:
        return _convert_part(sources)
    size = -(-len(sources) // (usable_cores() * 4))
    parts = [sources[start : start + size] for start in range(0, len(sources), size)]
    return chain.from_iterable(spread(_convert_part, parts))


def _convert_part(sources: Sequence[str]) -> list[bytes]:
    parser = MarkdownParser()
    return [_packed(parser.parse(source)) for source in sources]


def _packed(document: Document) -> bytes:
    return zlib.compress(json.dumps(document.to_parts(), ensure_ascii=False).encode(), 1)


def _unpacked(packed: bytes) -> Document | None:
    """Return the document, or None where something else was kept."""
    try:
        return Document.from_parts(json.loads(zlib.decompress(packed)))
    except _FAULTS:
        return None
