"""Phrases of several words found in a text whatever their case endings (pure)."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from plugins.language.stemming import stemmer

_WORD = re.compile(r"[0-9]+|[A-Za-z\u00c0-\u024f\u0400-\u04ff]+")
_BETWEEN = re.compile(r"[\s\u00a0-]+")
"""What may part the words of a phrase: a sentence or a bracket ends it."""


_Candidate = tuple[tuple[str, ...], str]
"""The stems of a phrase, and its name."""


@dataclass(frozen=True, slots=True)
class FoundPhrase:
    """A phrase at `start` to `end` (in characters) of a text."""

    start: int
    end: int
    name: str


@dataclass(frozen=True)
class Phrases:
    """Named phrases of one language, ready to be looked for; where two begin together, the longest is found."""

    language: str
    by_stem: Mapping[str, tuple[_Candidate, ...]]
    """By the first stem: the stems of a phrase and its name, the longest first."""

    def found_in(self, text: str) -> Iterator[FoundPhrase]:
        """Yield the phrases of a text in order, none within another."""
        words: list[re.Match[str]] | None = None
        beginnings, free_from = self._beginnings, 0
        for place, first in enumerate(_WORD.findall(text)):
            if not (candidates := beginnings(first)) or place < free_from:
                continue
            words = words or list(_WORD.finditer(text))
            if found := self._phrase_at(text, words, place, candidates):
                length, name = found
                yield FoundPhrase(words[place].start(), words[place + length - 1].end(), name)
                free_from = place + length

    @cached_property
    def _beginnings(self) -> Callable[[str], tuple[_Candidate, ...]]:
        """Return for a word the phrases that may begin with it."""
        return lru_cache(maxsize=50_000)(lambda word: self.by_stem.get(_stem(self.language, word), ()))

    def _phrase_at(
        self, text: str, words: Sequence[re.Match[str]], place: int, candidates: Iterable[_Candidate]
    ) -> tuple[int, str] | None:
        for stems, name in candidates:
            run = words[place : place + len(stems)]
            if len(run) == len(stems) and all(
                _stem(self.language, word[0]) == stem for word, stem in zip(run[1:], stems[1:], strict=True)
            ):
                gaps = (text[before.end() : after.start()] for before, after in pairwise(run))
                if all(_BETWEEN.fullmatch(gap) for gap in gaps):
                    return len(stems), name
        return None


def phrases(language: str, named: Mapping[str, Sequence[str]]) -> Phrases:
    """Return phrases ready to be looked for: for each name the ways it is written. Brackets in them are passed over."""
    by_stem: dict[str, list[_Candidate]] = {}
    for name, spellings in named.items():
        for spelling in spellings:
            stems = tuple(_stem(language, word) for word in _WORD.findall(unicodedata.normalize("NFC", spelling)))
            by_stem.setdefault(stems[0], []).append((stems, name))
    return Phrases(
        language, {stem: tuple(sorted(found, key=lambda one: -len(one[0]))) for stem, found in by_stem.items()}
    )


@lru_cache(maxsize=50_000)
def _stem(language: str, word: str) -> str:
    return stemmer(language).stem(word)
