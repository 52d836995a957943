"""Numbers whose digits are in two cells of a table, or glued to another number (pure).

A table of sums has many digits in cells that lie side by side, so a number is put together only where its parts are no sums:
they are not in groups of three digits, and do not end in noughts.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from plugins.documents.identifiers import is_card_number, is_iin

_BAR = re.compile(r"(?<!\\)\|")
_PARTS = "0123456789+() .-\u00a0\u202f*_`"
"""Signs of a part of a number; with the marks of bold and of code."""
_BEFORE = " \u00a0.-*_`"
_MARKS = re.compile(r"[*_`]")
_SUM = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+00")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST_SIGNS = 16
"""Of one part: more of them are a number by themselves, which is found in its cell."""
_MOST_FIGURES = 2
"""Cells of nothing but figures in a row; where there are more, two of them would look like a number by chance."""
_PHONE_PARTS = re.compile(r"(?:(?:\+?7|8)[ -]?)?\(?7\d\d\)?(?:[ -]\d[\d -]*)?\|[\d -]+")
_REST_OF_PHONE = re.compile(r"\d{3}[ -]\d\d[ -]\d\d")
_BARE_PARTS = re.compile(r"\d{4,8}\|\d{4,8}|\d{4} \d{4}\|\d{4} \d{4}")
_BARE_LENGTHS = (12, 16)
"""Digits of an IIN and of a card."""
_DIGITS = re.compile(r"\d+")
_FIGURE = re.compile(r"[\d \u00a0\u202f.,]{4,}")
_ACCOUNT = re.compile(r"\b[KКkк][ZЗzз][ -]?\d\d[\w -]{0,20}\Z")
_REST_OF_ACCOUNT = re.compile(r"[A-Za-z0-9][A-Za-z0-9 -]{2,22}")
_GLUED = re.compile(r"(?<!\d)\d{22,60}(?!\d)")
_PHONE = re.compile(r"[78]7(?:0[0-8]|47|5[01]|6[0-4]|71|7[5-8])\d{7}")
_LENGTHS = (("iin", 12), ("phone", 11), ("card", 16))


def split_over_cells(row: str) -> Iterator[tuple[str, int]]:
    """Yield what two neighbouring cells of a row of a table make together, with its offset in the row.

    `row` is the Markdown of the row. What is yielded may be a number of somebody; whether it is one is not looked at.
    """
    cells, at = [], 0
    for cell in _BAR.split(row):
        cells.append((cell, at))
        at += len(cell) + 1
    is_of_figures = sum(bool(_FIGURE.fullmatch(cell.strip())) for cell, _ in cells) > _MOST_FIGURES
    for (first, start), (second, _) in pairwise(cells):
        words = first.rstrip()
        account = _ACCOUNT.search(words)
        if account and _REST_OF_ACCOUNT.fullmatch(second.strip()):
            yield f"{account[0]} {second.strip()}", start + account.start()
        tail, rest = words[len(words.rstrip(_PARTS)) :], second.lstrip()
        head = rest[: len(rest) - len(rest.lstrip(_PARTS))]
        left, right = (_MARKS.sub("", part).strip() for part in (tail, head))
        if _makes_a_number(left, right, is_of_figures=is_of_figures):
            yield f"{left} {right}", start + len(words) - len(tail.lstrip(_BEFORE))


def _makes_a_number(left: str, right: str, *, is_of_figures: bool) -> bool:
    """Return whether two parts may be a number of somebody; `is_of_figures` for a row of many figures."""
    parts = (left, right)
    if any(len(part) > _MOST_SIGNS for part in parts):
        return False
    if _PHONE_PARTS.fullmatch("|".join(parts)):
        return bool(_REST_OF_PHONE.fullmatch(right)) or not any(map(_SUM.fullmatch, parts))
    is_bare = not is_of_figures and sum(map(len, _DIGITS.findall(left + right))) in _BARE_LENGTHS
    is_bare = is_bare and bool(_BARE_PARTS.fullmatch("|".join(parts)))
    return is_bare and not any(_SUM.fullmatch(part) or _YEAR.fullmatch(part) for part in parts)


def glued_numbers(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield kind, start and end of each number in a row of digits that is made of nothing but numbers of persons."""
    for row in _GLUED.finditer(text):
        yield from ((kind, row.start() + start, row.start() + end) for kind, start, end in _parted(row[0]))


def _parted(digits: str) -> list[tuple[str, int, int]]:
    """Return the numbers that make up a row of digits; none where something is left."""
    ways: dict[int, list[tuple[str, int, int]]] = {0: []}
    for start in range(len(digits)):
        for kind, length in _LENGTHS if start in ways else ():
            part = digits[start : start + length]
            if len(part) == length and _is_one(kind, part):
                ways.setdefault(start + length, [*ways[start], (kind, start, start + length)])
    return ways.get(len(digits), [])


def _is_one(kind: str, digits: str) -> bool:
    if kind == "phone":
        return bool(_PHONE.fullmatch(digits))
    return is_iin(digits) if kind == "iin" else digits[0] in "3456" and is_card_number(digits)
