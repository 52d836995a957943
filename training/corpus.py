"""Reading the corpus: one block a line, `kk.txt` and `ru.txt`, and the lines that training never sees."""

import re
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from plugins.language.words import spelled_for_judging, without_addresses, words

LANGUAGES = ("kk", "ru")
HELD_OUT_FOLD, FOLDS = 0, 10
"""A tenth of the lines, chosen by a hash of the line, is for bench/language.py only."""

_SENTENCE_START = re.compile(r"(?:^|[.!?…:;]|\n|[-–—•*\d)])[\s«\"“(*_]*$")


def letters_of(line: str) -> str:
    """Return a line without signs, figures and capitals."""
    return re.sub(r"[\W\d_]+", " ", line).strip().lower()


def fold(line: str) -> int:
    """Return the fold that a line falls into; equal but for signs and figures means the same fold."""
    return zlib.crc32(letters_of(line).encode()) % FOLDS


def told_apart(lines: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the blocks of each language, one of those equal but for signs and figures, without what both have."""
    distinct = {language: {letters_of(line): line for line in texts} for language, texts in lines.items()}
    both = set.intersection(*map(set, distinct.values()))
    return {language: [line for key, line in of.items() if key not in both] for language, of in distinct.items()}


def read_lines(folder: Path, language: str) -> list[str]:
    """Return the distinct blocks of one language."""
    lines = (folder / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return list(dict.fromkeys(filter(None, map(str.strip, lines))))


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How often each word stands in text of one language."""

    common: Counter[str]
    """Small letters, or first in a sentence."""
    proper: Counter[str]
    """A capital inside a sentence: mostly names."""


def count_words(lines: list[str]) -> WordCounts:
    """Count the words of blocks; a block in capitals counts as small letters."""
    counts = WordCounts(Counter(), Counter())
    for line in lines:
        text = without_addresses(line)
        for start, _, word in words(text):
            spelled = spelled_for_judging(word)
            if not spelled:
                continue
            inside = word[0].isupper() and not text.isupper() and not _SENTENCE_START.search(text, 0, start)
            (counts.proper if inside else counts.common)[spelled] += 1
    return counts
