"""The line of a problem, cut to a width, with the range of characters at fault."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.diagnostics.problem import Problem

_WORD = re.compile(r"[\w-]+|\S+")
_ELLIPSIS = "…"
_BEFORE = 20
"""Characters that are left standing before the fault where a line is cut."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of one line; the characters from `start` to `end` are at fault (there is at least one)."""

    text: str
    start: int
    end: int


class SourceLines:
    """The lines of the project's files, each file read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines: dict[str, list[str]] = {}

    def line(self, path: str, number: int) -> str | None:
        """Return a line as the editor sees it, or None where there is no such file, text or line."""
        if path not in self._lines:
            self._lines[path] = _lines_of(self._root / path)
        lines = self._lines[path]
        return lines[number - 1] if number <= len(lines) else None


def excerpt(problem: Problem, line: str, width: int) -> Excerpt:
    """Return the part of `line` around the fault, at most `width` characters long."""
    start = min(problem.column - 1, len(line))
    length = fault_length(problem.values, line, start)
    shown = visible(line)
    begin = 0 if len(shown) <= width else max(0, min(start - _BEFORE, len(shown) - width))
    cut = shown[begin : begin + width]
    if begin:
        cut = _ELLIPSIS + cut[1:]
    if begin + width < len(shown):
        cut = cut[:-1] + _ELLIPSIS
    start -= begin
    return Excerpt(cut, start, max(start + 1, min(start + length, len(cut))))


def fault_length(values: Mapping[str, str], line: str, start: int) -> int:
    """Return how many characters from `start` on are at fault: the value that is there, else the word there."""
    found = (value.removesuffix(_ELLIPSIS) for value in values.values())  # long values are cut
    there = [value for value in found if value and line.startswith(value, start)]
    if there:
        return max(map(len, there))
    word = _WORD.match(line, start)
    return len(word.group()) if word else 1


def visible(text: str) -> str:
    """Return a text of the same length on one line, with no sign that commands something in a terminal."""
    return "".join(map(_visible, text))


def _lines_of(path: Path) -> list[str]:
    if not path.is_file():
        return []
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return []
    return text.split("\n")


def _visible(sign: str) -> str:
    if sign in "\t\n":
        return " "
    return "\ufffd" if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") else sign
