"""All texts of a build converted: from the cache where possible, the rest on all cores."""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from plugins.cache.workers import usable_cores
from plugins.markdown.cache import ConversionCache, cache_key
from plugins.markdown.conversion import Converted, MarkdownConverter

_WORTH_A_PROCESS = 100
"""Texts from which on starting worker processes costs less than it saves."""


def convert_all(sources: Iterable[str], cache_folder: Path) -> dict[str, Converted]:
    """Return every text's conversion, by the text. Equal texts are converted once."""
    cache = ConversionCache(cache_folder)
    keys = {source: cache_key(source) for source in sources}
    found = {source: kept for source, key in keys.items() if (kept := cache.read(key))}
    missing = [source for source in keys if source not in found]
    for source, converted in zip(missing, _convert_missing(missing), strict=True):
        cache.write(keys[source], converted)
        found[source] = converted
    return found


def _convert_missing(sources: list[str]) -> list[Converted]:
    cores = usable_cores()
    if len(sources) < _WORTH_A_PROCESS or cores == 1:
        return _convert_part(sources)
    size = -(-len(sources) // (cores * 4))
    parts = [sources[start : start + size] for start in range(0, len(sources), size)]
    with ProcessPoolExecutor(cores) as pool:
        return [converted for part in pool.map(_convert_part, parts) for converted in part]


def _convert_part(sources: list[str]) -> list[Converted]:
    converter = MarkdownConverter()
    return [converter.convert(source) for source in sources]
