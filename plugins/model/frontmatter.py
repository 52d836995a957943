"""Splits an index file: front matter between two `---` lines, then Markdown."""

import re
from dataclasses import dataclass
from itertools import pairwise

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Parts:
    """Front matter and body as text, each with the line of the file it begins on (from 1)."""

    front_matter: str
    front_matter_line: int
    body: str
    body_line: int


_KEY = re.compile(r"\s*(?:#|-\s|[\w\"'.-]+\s*:(?:\s|$))")


def unclosed_at(source: str) -> int | None:
    """Return the line (from 1) before which the second `---` is missing; None where front matter is closed or not begun.

    A line without a key below an empty one is the beginning of the text, even where a `---` follows further down.
    """
    lines = source.splitlines()
    if not lines or lines[0].rstrip() != FENCE:
        return None
    for number, (above, line) in enumerate(pairwise(lines), start=2):
        if line.rstrip() == FENCE:
            return None
        if not above.strip() and line.strip() and not line.startswith(" ") and not _KEY.match(line):
            return number
    return len(lines) + 1


def split(source: str) -> Parts | None:
    """Return the parts of an index file, or None when its front matter does not open or does not close."""
    lines = source.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != FENCE:
        return None
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return Parts("".join(lines[1:index]), 2, "".join(lines[index + 1 :]), index + 2)
    return None
