"""Splits an index file: front matter between two `---` lines, then Markdown.

A line ends with a line feed and with nothing else, as in editors and in git.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Parts:
    """Front matter and body as text, each with the line of the file it begins on (from 1)."""

    front_matter: str
    front_matter_line: int
    body: str
    body_line: int


_KEY = re.compile(r"\s*(?:#(?!#)|-\s|[\w\"'.-]+\s*:(?:\s|$))")
_TOP_KEY = re.compile(r"[a-z_]+\s*:|[a-z_]+\s*=|#(?!#)|\s|[-{}\[\]]")
_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212_=*]{1,5}\s*")
"""What is typed for a fence: too few hyphens or too many, long dashes, blanks before them."""


class Fault(NamedTuple):
    """Line (from 1) of a missing fence, and the phrase of the catalogs for how to mend it."""

    line: int
    cure: str


def missing_start(source: str) -> str | None:
    """Return the phrase for how to begin front matter that does not begin; None where it does."""
    lines = _lines(source)
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if lines[0].rstrip() == FENCE:
        return None
    if first is None:
        return "fence-all"
    if lines[first].rstrip() == FENCE:
        return "fence-blank-lines"
    if _DASHES.fullmatch(lines[first]):
        return "fence-replace"
    return "fence-insert" if _KEY.match(lines[first]) and not lines[first].startswith("#") else "fence-all"


def unclosed_at(source: str) -> Fault | None:
    """Return the line at which the second `---` is missing; None where front matter is closed or not begun.

    A line without a key below an empty one is the beginning of the text, even where a `---` follows further down.
    """
    lines = _lines(source)
    if lines[0].rstrip() != FENCE:
        return None
    for number, (above, line) in enumerate(pairwise(lines), start=2):
        if line.rstrip() == FENCE:
            return None
        if not above.strip() and line.strip() and not line.startswith(" ") and not _KEY.match(line):
            return _before(number, lines)
    words = (number for number, line in enumerate(lines[1:], start=2) if line.strip() and not _TOP_KEY.match(line))
    dashes = (
        number for number, line in enumerate(lines[1:], start=2) if _DASHES.fullmatch(line) and line.strip() != "-"
    )
    found = min(next(numbers, len(lines) + 1) for numbers in (words, dashes))
    return _before(found, lines)


def _before(number: int, lines: list[str]) -> Fault:
    """Return the fault at a line: to be replaced where it, or the last one above it, was meant for the fence."""
    for near in range(number, 1, -1):
        line = lines[near - 1] if near <= len(lines) else ""
        if _DASHES.fullmatch(line) and line.strip() != "-":
            return Fault(near, "fence-replace")
        if line.strip() and near < number:
            break
    return Fault(number, "fence-insert")


def split(source: str) -> Parts | None:
    """Return the parts of an index file, or None when its front matter does not open or does not close."""
    lines = source.split("\n")
    if lines[0].rstrip() != FENCE:
        return None
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return Parts("".join(f"{line}\n" for line in lines[1:index]), 2, "\n".join(lines[index + 1 :]), index + 2)
    return None


def _lines(source: str) -> list[str]:
    return source.removesuffix("\n").split("\n")
