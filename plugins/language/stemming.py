"""Words brought to one stem, whatever their case, possessor or keyboard: `кооперативтерінің` -> `кооператив`.

A light stemmer over a table of each language (`stems/`). What it returns is a key, not a word of the language: a text and a
question meet when they give the same key. The browser does the same in `theme/static/js/search-words.js`, from the same table.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

_TABLES = Path(__file__).parent / "stems"
_WORD = re.compile(r"[0-9]+|[A-Za-z\u00c0-\u024f\u0400-\u04ff]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_INVISIBLE = re.compile(r"[\u00ad\u0300-\u036f\u200b-\u200d\u2060]")
"""Soft hyphens, accents (but й and ё are composed before), joiners."""


@dataclass(frozen=True)
class Round:
    """Endings cut together: the longest first, while `rest` letters remain; once, or again and again."""

    endings: tuple[str, ...]
    rest: int
    again: bool


@dataclass(frozen=True)
class Stemmer:
    """The table of one language, and what follows from it."""

    table: Mapping[str, Any]
    """As the file states it, for the reader in the browser; `rounds` sorted, the longest ending first."""

    def stem(self, word: str) -> str:
        """Return the key of a word, in whatever case and letters it is written."""
        folded = self._folded(word)
        if folded in self.table["forms"]:
            return str(self.table["forms"][folded])
        for root in self.table["kept"]:
            if folded.startswith(root) and self._endings.fullmatch(folded, len(root)):
                return str(root)
        for one in self._rounds:
            folded = _cut(folded, one)
        for ending, replacement in self.table["final"].items():
            if folded.endswith(ending) and len(folded) > len(ending) + 1:
                folded = folded.removesuffix(ending) + replacement
                break
        return str(self.table["irregular"].get(folded, folded))

    def is_ignored(self, word: str) -> bool:
        """Whether the word is in every text and never looked for."""
        return self._folded(word) in self._ignored

    @cached_property
    def _ignored(self) -> frozenset[str]:
        return frozenset(self._folded(word) for word in self.table["ignored"])

    @cached_property
    def _rounds(self) -> tuple[Round, ...]:
        return tuple(Round(tuple(one["endings"]), one["rest"], one["again"]) for one in self.table["rounds"])

    @cached_property
    def _endings(self) -> re.Pattern[str]:
        """Any number of endings, nothing else: what may follow a root that is kept."""
        return re.compile("(?:" + "|".join(ending for one in self._rounds for ending in one.endings) + ")*")

    @cached_property
    def _fold_table(self) -> dict[int, str]:
        return str.maketrans(self.table["fold"])

    @cached_property
    def _lookalike_table(self) -> dict[int, str]:
        return str.maketrans(self.table["lookalikes"])

    def _folded(self, word: str) -> str:
        folded = word.lower().translate(self._fold_table)
        return folded.translate(self._lookalike_table) if _CYRILLIC.search(folded) else folded


@lru_cache(maxsize=2)
def stemmer(language: str) -> Stemmer:
    """Return the stemmer of `kk` or `ru`."""
    table = yaml.load((_TABLES / f"{language}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    table["kept"] = sorted(table["kept"], key=lambda root: (-len(root), root))
    for one in table["rounds"]:
        one["endings"] = sorted(one["endings"], key=lambda ending: (-len(ending), ending))
    return Stemmer(table)


def words_to_find(text: str) -> list[str]:
    """Return the words and numbers of a text, as they are written, one after the other; hyphens part words."""
    return _WORD.findall(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)))


def _cut(word: str, one: Round) -> str:
    while True:
        ending = next((end for end in one.endings if word.endswith(end) and len(word) - len(end) >= one.rest), "")
        word = word.removesuffix(ending)
        if not ending or not one.again:
            return word
