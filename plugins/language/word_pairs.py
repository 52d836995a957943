"""Translation pairs of Kazakh and Russian words, by their beginnings, such as `жарна` and `взнос`.

A list made from translated text by `training/pair_words.py`; it says what is likely about the same thing, and translates nothing.
"""

import re
from collections.abc import Mapping, Set
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("word_pairs.txt")
_WORD = re.compile(r"[^\W\d_]{4,}")
_LETTERS = 5
"""Of a beginning: enough to tell words apart, and before most endings."""


def beginnings(text: str) -> Set[str]:
    """Return the first five letters of every word that has four or more."""
    return {word[:_LETTERS] for word in _WORD.findall(text.lower())}


def in_russian(kazakh: Set[str]) -> Set[str]:
    """Return the beginnings of the Russian words that translate Kazakh ones."""
    return frozenset[str]().union(*(found for one in kazakh if (found := _pairs().get(one))))


@cache
def _pairs() -> Mapping[str, Set[str]]:
    pairs: dict[str, set[str]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            one, other = line.split()
            pairs.setdefault(one, set()).add(other)
    return pairs
