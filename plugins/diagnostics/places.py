"""Line and column of a character in a text."""

import re
from bisect import bisect_right
from functools import lru_cache

_NEWLINE = re.compile(r"\n")


def place_in(text: str, offset: int, line: int = 1, column: int = 1) -> tuple[int, int]:
    """Return line and column of the character at `offset`; `line` and `column` are those of the first one of `text`."""
    starts = _line_starts(text)
    newlines = bisect_right(starts, offset) - 1
    return line + newlines, offset - starts[newlines] + (1 if newlines else column)


@lru_cache(maxsize=64)
def _line_starts(text: str) -> tuple[int, ...]:  # a long text with many problems is asked for each of them
    return (0, *(match.end() for match in _NEWLINE.finditer(text)))
