"""Lays out lines as Python-Markdown needs them where GitHub accepts more (pure).

GitHub lets a list or a table follow a paragraph without an empty line, lets a list nest by two blanks, a heading be set in
by a few, and code stand between lines of ```. Python-Markdown wants an empty line, four blanks for each level, and headings at the margin. What is written
either way comes out of here in its way.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

_TAB = 4
_MARKER = re.compile(r"(?P<blanks> *)(?P<sign>[-*+]|\d{1,9}\.)(?P<gap> +)(?=[^ ])")
_LINE_ACROSS = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")
_HEADING = re.compile(r" {0,3}#")
_UNDERLINE = re.compile(r"(?:=+|-+) *$")
_TABLE_RULE = re.compile(r"[ |:-]*$")
_QUOTED = re.compile(r" {0,3}> ?")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[^`]*$")
_MOST_QUOTED = 20
"""Quotations in each other that are looked into."""


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list: where its marker and its words begin, in blanks from the margin as it was written."""

    marker: int
    words: int
    is_numbered: bool

    def holds(self, blanks: int) -> bool:
        """Whether what is set in by `blanks` belongs to the item."""
        return blanks >= self.words or blanks - self.marker >= _TAB


def laid_out(lines: Iterable[str], depth: int = 0) -> Iterator[str]:
    """Yield the lines of a text, set in and parted by empty lines as the library wants them."""
    for is_quoted, group in groupby(lines, key=lambda line: bool(_QUOTED.match(line))):
        if is_quoted and depth < _MOST_QUOTED:
            yield from (f"> {line}" for line in laid_out((_QUOTED.sub("", line, count=1) for line in group), depth + 1))
        else:
            yield from _parted(list(_without_fences(list(group))))


def _without_fences(lines: list[str]) -> Iterator[str]:
    """Yield the lines with code between fences set in instead; a fence that is not closed is none."""
    index = 0
    open_for_ever: dict[str, int] = {}
    """Length of the shortest fence of a sign that was not closed: no longer one is, further down."""
    while index < len(lines):
        fence = _FENCE.match(lines[index])
        end = None
        if fence and len(fence[1]) < open_for_ever.get(fence[1][0], len(fence[1]) + 1):
            end = _end_of_fence(lines, index, fence[1])
            if end is None:
                open_for_ever[fence[1][0]] = len(fence[1])
        if end is None:
            yield lines[index]
            index += 1
            continue
        yield from ("", *(" " * _TAB + line for line in lines[index + 1 : end]), "")
        index = end + 1


def _end_of_fence(lines: list[str], start: int, fence: str) -> int | None:
    ends = (number for number in range(start + 1, len(lines)) if set(lines[number].strip()) == {fence[0]})
    return next((number for number in ends if len(lines[number].strip()) >= len(fence)), None)


def _parted(lines: list[str]) -> Iterator[str]:
    items: list[_Item] = []
    is_paragraph = False
    """Whether the line before belongs to a paragraph, which a list or a table may end."""
    was_empty = True
    for index, line in enumerate(lines):
        blanks = len(line) - len(line.lstrip(" "))
        marker = None if _LINE_ACROSS.match(line) else _MARKER.match(line)
        if not line.strip():
            yield line
            is_paragraph, was_empty = False, True
            continue
        if marker and _may_begin(marker, items, is_paragraph=is_paragraph, was_empty=was_empty):
            while items and not items[-1].holds(blanks):
                before = items.pop()
                if not items and not was_empty and before.is_numbered != marker["sign"][0].isdigit():
                    yield ""  # bullets after numbers are another list
            if is_paragraph and not items:
                yield ""
            yield " " * (_TAB * len(items)) + line[blanks:]
            items.append(_Item(blanks, _words_of(marker, blanks), marker["sign"][0].isdigit()))
            is_paragraph, was_empty = False, False
            continue
        if was_empty:
            while items and not items[-1].holds(blanks):
                items.pop()
        if items:
            yield _set_in(line, blanks, items) if was_empty else line
            was_empty = False
            continue
        if is_paragraph and _begins_table(lines, index):
            yield ""
        is_heading = bool(_HEADING.match(line))
        yield line[blanks:] if is_heading else line
        is_paragraph = not is_heading and not _UNDERLINE.match(line) and (is_paragraph or blanks < _TAB)
        was_empty = False


def _may_begin(marker: re.Match[str], items: list[_Item], *, is_paragraph: bool, was_empty: bool) -> bool:
    """Whether a marker is one: of numbers only `1.` ends a paragraph, and outside a list four blanks are code."""
    blanks, sign = len(marker["blanks"]), marker["sign"]
    if not items:
        return blanks < _TAB and (not is_paragraph or sign in ("-", "*", "+", "1."))
    beside = next((item for item in items if not item.holds(blanks)), None)
    return was_empty or sign in ("-", "*", "+", "1.") or (beside is not None and beside.is_numbered)


def _words_of(marker: re.Match[str], blanks: int) -> int:
    gap = len(marker["gap"])
    return blanks + len(marker["sign"]) + (gap if gap <= _TAB else 1)


def _set_in(line: str, blanks: int, items: list[_Item]) -> str:
    """Return a paragraph of the last item, set in by four blanks for each level."""
    last = items[-1]
    base = last.marker + _TAB if blanks - last.marker >= _TAB else last.words
    return " " * (_TAB * len(items) + blanks - base) + line[blanks:]


def _begins_table(lines: list[str], index: int) -> bool:
    if "|" not in lines[index] or index + 1 == len(lines):
        return False
    rule = lines[index + 1]
    return "|" in rule and "-" in rule and bool(_TABLE_RULE.match(rule))
