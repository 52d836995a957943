"""The characters between two words: where a sentence ends, and where the language may change more easily."""

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple


class Boundary(IntEnum):
    """How strongly two words are parted."""

    INSIDE = 0
    CLAUSE = 1
    """A comma, dash, quote, bracket, colon."""
    LIKELY = 2
    """A full stop after a shortening, before a capital."""
    SENTENCE = 3


class Gap(NamedTuple):
    """The signs between two words."""

    boundary: Boundary
    end: int
    """Where the sentence before it ends, in characters from the start of the gap; -1 without such an end."""
    begin: int
    """Where the next sentence begins."""
    starts_clause: bool
    """A capital after it says nothing: after a full stop, colon, bracket, slash, dash or number of a list."""
    has_quote: bool
    is_stop: bool
    """A full stop with nothing before it, as after a shortening or an initial."""
    is_hyphen: bool
    may_precede_initial: bool


LONGEST_GAP = 200
"""Signs that are looked at; what is further says nothing of the two words."""

PLAIN = Gap(Boundary.INSIDE, -1, -1, False, False, False, False, True)

_SENTENCE_END = re.compile(r"[.!?…]+[\"»”’)\]*_]*(\s+|$)|[;:]?[ \t]*(\n\s*)")
_CLAUSE = re.compile(r"[,;:()\[\]«»“”„\"|/•·]|\s[-–—]+\s|[–—]")
_STARTS_CLAUSE = re.compile(r"[:(\[/|•]\s*[«\"“*_]*$|(?:\s|^)[-–—]\s*[«\"“]?$|(?:^|\s)\d+[.)]\s*[«\"“]?$|[;)]\s*$")
_QUOTE = re.compile(r"[«»“”„\"]")


@lru_cache(maxsize=20_000)
def gap_kind(signs: str) -> Gap:
    """Return what the signs between two words mean; whether a full stop ends a sentence depends on the words."""
    found = _SENTENCE_END.search(signs)
    has_quote = bool(_QUOTE.search(signs))
    before_initial = signs in ("", ".") or signs[-1].isspace() or signs[-1] in '(«"'
    if found:
        space = 1 if found[1] is not None else 2
        begin = found.end() if found[space] else len(signs)
        return Gap(
            Boundary.SENTENCE, found.start(space), begin, True, has_quote, signs.startswith("."), False, before_initial
        )
    is_clause = bool(_CLAUSE.search(signs))
    return Gap(
        Boundary.CLAUSE if is_clause else Boundary.INSIDE,
        -1,
        -1,
        bool(_STARTS_CLAUSE.search(signs)),
        has_quote,
        signs.startswith("."),
        signs == "-",
        before_initial,
    )
