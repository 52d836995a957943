"""Words on a picture that no reading made sense of: what cannot be read cannot be checked, and is reported."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from plugins.documents.labels import label_of
from plugins.documents.lexicon import is_given_name, is_ordinary, is_public
from plugins.documents.passage import is_digits
from plugins.documents.words import Box, Line, Word

_SURE = 82.0
"""Sureness from which on a word counts as read whatever it means."""

_LEAST_SURE = 30.0
"""Sureness below which a word is more likely grain than letters."""

_LEAST_LETTERS = 4
_ROW = 64
"""Dots of height by which words are sorted, to compare neighbours only."""


def unread_words(lines: Iterable[Line]) -> Iterator[Box]:
    """Yield the places of words that were seen in some reading and understood in none."""
    understood: dict[int, list[Box]] = defaultdict(list)
    seen: list[Word] = []
    for line in lines:
        for word in line:
            if is_understood(word):
                for row in range(word.box.y // _ROW, word.box.bottom // _ROW + 1):
                    understood[row].append(word.box)
            elif word.sure >= _LEAST_SURE and sum(map(str.isalpha, word.text)) >= _LEAST_LETTERS:
                seen.append(word)
    for word in seen:
        middle = (word.box.y + word.box.height // 2) // _ROW
        if not any(_shares(box, word.box) for box in understood[middle]):
            yield word.box


def is_understood(word: Word) -> bool:
    """Return whether a word makes sense: known, a number, or read surely."""
    text = word.text.strip("\"'«».,:;()[]|_-—–*“”!?")
    if word.sure >= _SURE:
        return True
    if is_digits(text):
        return word.sure >= 60
    if not re.search(r"[^\W\d_]{3}", text):
        return word.sure >= 70
    return word.sure >= 50 and (
        is_ordinary(text) or is_public(text) or is_given_name(text) or label_of(text) is not None
    )


def _shares(one: Box, other: Box) -> bool:
    return one.covers(other) > 0.35 or other.covers(one) > 0.6
