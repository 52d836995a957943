"""All texts of a build converted: the kept ones by their source and our code, the rest on all cores."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from plugins.cache.memo import code_version, kept_or_made, key_of
from plugins.cache.store import Records
from plugins.cache.workers import spread, usable_cores
from plugins.markdown.nodes import Document
from plugins.markdown.parse import MarkdownParser

_WORTH_PROCESSES = 100
"""Texts from which on starting worker processes costs less than it saves."""


def convert_all(sources: Iterable[str], cache_folder: Path) -> dict[str, Document]:
    """Return every text's document, by the text. Equal texts are converted once."""
    code = code_version("markdown", libraries=("markdown",))
    keys = {source: key_of(code, source) for source in sources}
    return kept_or_made(
        Records(cache_folder, "markdown"), keys, _convert_missing, Document.to_parts, Document.from_parts
    )


def _convert_missing(sources: Sequence[str]) -> Iterable[Document]:
    if len(sources) < _WORTH_PROCESSES:
        return _convert_part(sources)
    size = -(-len(sources) // (usable_cores() * 4))
    parts = [sources[start : start + size] for start in range(0, len(sources), size)]
    return chain.from_iterable(spread(_convert_part, parts))


def _convert_part(sources: Sequence[str]) -> list[Document]:
    parser = MarkdownParser()
    return [parser.parse(source) for source in sources]


class Documents(Mapping[str, Document]):
    """Documents by their text: those of `sources` at once, any other when it is asked for."""

    def __init__(self, sources: Iterable[str], cache_folder: Path) -> None:
        """Convert `sources`, as `convert_all` does."""
        self._cache_folder = cache_folder
        self._found = convert_all(sources, cache_folder)

    def load(self, sources: Iterable[str]) -> None:
        """Find the documents of many texts at once."""
        self._found |= convert_all([source for source in sources if source not in self._found], self._cache_folder)

    def forget(self, sources: Iterable[str]) -> None:
        """Let go of texts that are no longer shown; one that is asked for all the same is found again."""
        for source in sources:
            self._found.pop(source, None)

    def __getitem__(self, source: str) -> Document:
        if source not in self._found:
            self.load([source])
        return self._found[source]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
