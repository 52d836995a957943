"""The score of a word as natural log-odds: above zero for Kazakh, below zero for Russian.

The table is made by `python -m training.train_language` from public Kazakh and Russian text: weights of letter
sequences, and corrections for frequent words, kept by checksum. It holds no text.
"""

import re
import sys
import zlib
from array import array
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from plugins.language.borrowed import borrowed_score
from plugins.language.shared_words import CERTAIN_WORDS, NOT_KAZAKH, SHARED_WORDS

TABLE = Path(__file__).with_name("table.bin")
VERSION = b"kkru1\n"
LONGEST = 5
"""Letters in the longest sequence, marks of the word's ends counted."""

_KAZAKH_LETTER = re.compile("[әғқңөұүһі]")

UNIT = 1 / 24
"""One step of the weights in the table."""

NOT_KAZAKH_SCORE = -2.5
"""Log-odds of a loanword that Kazakh text does not have without an ending: about twelve to one."""

HIGHEST = 8.0
"""No word alone is surer than this."""


class Table(NamedTuple):
    """Weights by letter sequence, scores by the checksum of the word; in steps of UNIT."""

    sequences: dict[str, int]
    words: dict[int, int]


class TableError(Exception):
    """The table is not one that this version can read."""


def sequences(spelled: str) -> list[str]:
    """Return the letter sequences of a word, its ends marked."""
    marked = f"<{spelled}>"
    parts = list(spelled)
    for length in range(2, LONGEST + 1):
        parts += [marked[start : start + length] for start in range(len(marked) - length + 1)]
    return parts


def checksum(spelled: str) -> int:
    """Return what stands for a word in the table."""
    return zlib.crc32(spelled.encode())


def word_score(spelled: str) -> float:
    """Return the log-odds of a word spelled for judging; zero for a word that both languages share."""
    if spelled in CERTAIN_WORDS:
        return CERTAIN_WORDS[spelled]
    if spelled in SHARED_WORDS:
        return NOT_KAZAKH_SCORE if spelled in NOT_KAZAKH else 0.0
    if _KAZAKH_LETTER.search(spelled):
        return HIGHEST
    by_ending = borrowed_score(spelled)
    if by_ending is not None:
        return by_ending
    weights, known = table()
    score = known.get(checksum(spelled))
    if score is None:
        find = weights.get
        score = sum([find(part, 0) for part in sequences(spelled)])
    return max(-HIGHEST, min(HIGHEST, score * UNIT))


def packed(table: Table) -> bytes:
    """Return the bytes of a table; equal tables give equal bytes."""
    names = sorted(table.sequences)
    hashes = sorted(table.words)
    text = "\n".join(names).encode()
    body = b"".join(
        [
            len(text).to_bytes(4, "little"),
            len(hashes).to_bytes(4, "little"),
            text,
            array("b", [table.sequences[name] for name in names]).tobytes(),
            _little_endian(array("I", hashes)).tobytes(),
            array("b", [table.words[word] for word in hashes]).tobytes(),
        ]
    )
    return VERSION + zlib.compress(body, 9)


def unpacked(content: bytes) -> Table:
    """Return the table in the bytes. Raises TableError for another version."""
    if not content.startswith(VERSION):
        raise TableError(f"{TABLE.name}: made for another version; run python -m training.train_language")
    body = zlib.decompress(content[len(VERSION) :])
    size, count = int.from_bytes(body[:4], "little"), int.from_bytes(body[4:8], "little")
    names = body[8 : 8 + size].decode().split("\n")
    rest = body[8 + size :]
    hashes = _little_endian(array("I", rest[len(names) : len(names) + 4 * count]))
    return Table(
        dict(zip(names, array("b", rest[: len(names)]), strict=True)),
        dict(zip(hashes, array("b", rest[len(names) + 4 * count :]), strict=True)),
    )


@lru_cache(maxsize=1)
def table() -> Table:
    """Return the table, read at the first word."""
    return unpacked(TABLE.read_bytes())


def _little_endian(numbers: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
