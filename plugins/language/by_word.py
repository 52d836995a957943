"""What is known of words, kept as long as the process lives: most words of a site come back often."""

from collections.abc import Callable
from typing import TypeVar

_MOST_KEPT = 200_000
_LONGEST_KEPT = 60
"""Letters; no word of either language is longer."""

_Value = TypeVar("_Value")


class ByWord(dict[str, _Value]):
    """What `find` returns for each word, asked when it is met first: reading a dictionary costs less than `lru_cache`."""

    def __init__(self, find: Callable[[str], _Value]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> _Value:
        found = self._find(word)
        if len(self) >= _MOST_KEPT:
            self.clear()
        if len(word) <= _LONGEST_KEPT:
            self[word] = found
        return found
