"""A cache of the weights of each page's stems, by what the page holds."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from plugins.cache.digest import Digester
from plugins.cache.memo import kept_or_made, key_of
from plugins.cache.store import Records
from plugins.search.index import Keep, Weights
from plugins.views.pages import Page


def cached_weights(digester: Digester, code: str, cache: Path) -> Keep:
    """Return what finds weights below `cache`, where page, share and `code` are those of an earlier build."""

    def keep(shares: Sequence[tuple[Page, float]], count: Callable[[Page, float], Weights]) -> Sequence[Weights]:
        keys = {number: key_of(code, str(share), digester.hex(page)) for number, (page, share) in enumerate(shares)}

        def make(missing: Sequence[int]) -> list[Weights]:
            return [count(*shares[number]) for number in missing]

        return list(kept_or_made(Records(cache, "search"), keys, make, lambda found: found, _weights).values())

    return keep


def _weights(data: Any) -> Weights:
    return {str(stem): int(weight) for stem, weight in data.items()}
