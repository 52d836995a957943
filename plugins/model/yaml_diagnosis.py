"""What is wrong with YAML that cannot be read, said by its lines as an editor wrote them (pure).

A parser reports the place where it gave up, which is often lines below the slip. Editors make few kinds of slips; each is looked for
from the first line on, as far as the parser came. Where none is found, the words of the parser decide.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import yaml


class Diagnosis(NamedTuple):
    """Line and column, from 0, and the phrase of the catalogs that names the fault; `<phrase>-cure` is the cure."""

    line: int
    column: int
    phrase: str


_FROM_PARSER = {  # words of the parser -> phrase of the catalogs
    "mapping values are not allowed": "yaml-colon",
    "quoted scalar": "yaml-quote",
    "unknown escape": "yaml-quote",
    "cannot start any token": "yaml-start",
    "parsing a flow": "yaml-bracket",
    "did not find expected": "yaml-indent",
    "could not find expected": "yaml-no-mapping",
}
_ODD = "\u00a0\u202f\u2007\u3000"
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
_ODD_INDENT = re.compile(rf"( *)[{_ODD}]")
_TAB_INDENT = re.compile(r" *\t")
_LINE = re.compile(
    r"(?P<indent> *)(?P<items>(?:- +)*)(?P<key>[A-Za-z_][\w-]*|[^\W\d_][\w-]*(?=:)|\"[^\"]*\"|'[^']*'):(?P<rest>.*)$"
)
_OTHER_SIGN = re.compile(r" *(?:- +)?[a-z][a-z_]+\s*(?P<sign>[=;：]|：)")
_NO_KEY_NEEDED = re.compile(r"---| *(?:- |-$|[{}\[\]])")
_DASH = re.compile(r"( *)(?:[–—−] ?|-)(?=[^\s-])")
_SEGMENT = re.compile(r"(?P<key>\s*[A-Za-z_][\w-]*):(?P<rest>.*)$", re.DOTALL)
_NEXT_KEY = re.compile(r"\s(?:kk|ru|[a-z]+_[a-z_]+|from|to|role|act|articles)$")
_LATIN_KEY = re.compile(r"[a-z][a-z_]+$")
_AFTER_QUOTE = re.compile(r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')[ \t]*(?P<words>[^\s#,}\]:].*)")
_QUOTED = re.compile(r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')[ \t]*(?:#.*)?$")
_MARK = re.compile(r"[@`%]|[*&!](?=\S)|[|>][^\n]*[^\W\d]|- ")
_COLON = re.compile(r":(?=\s|$)")
_CURLY = re.compile(r"[“”„‘’]")
_BLOCK = re.compile(r"[|>][-+\d]*\s*(?:#.*)?$")


def diagnose(error: yaml.MarkedYAMLError, text: str) -> Diagnosis:
    """Return the fault of `text`, which the parser refused with `error`."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    for found in _slips(lines[: line + 1]):
        return found
    words = f"{error.context or ''} {error.problem or ''}"
    phrase = next((phrase for part, phrase in _FROM_PARSER.items() if part in words), "yaml-other")
    opened = (
        error.context_mark if phrase == "yaml-bracket" or (phrase == "yaml-quote" and "unknown" not in words) else None
    )
    if opened and error.context and "while parsing a block" not in error.context:
        line, column = opened.line, opened.column
    return Diagnosis(line, column, phrase)


@dataclass(slots=True)
class _Level:
    """A column at which keys begin, and whether the last of them already has its value."""

    column: int
    is_filled: bool
    odd_item: int | None
    """The line, where it is an item of a list that is set in by an odd number of blanks."""


def _slips(lines: list[str]) -> Iterator[Diagnosis]:
    """Yield the slips of the lines in their order, as far as one line can show them."""
    levels: list[_Level] = []
    inside: int | None = None  # column of the key whose words go on over lines
    for number, line in enumerate(lines):
        if not line.strip() or line.lstrip(" ").startswith("#"):
            continue
        indent = len(line) - len(line.lstrip(" "))
        if inside is not None and indent > inside:
            continue
        inside = None
        if _CONFLICT.match(line):
            yield Diagnosis(number, 0, "yaml-conflict")
        elif odd := _ODD_INDENT.match(line):
            yield Diagnosis(number, len(odd.group(1)), "yaml-odd-space")
        elif _TAB_INDENT.match(line):
            yield Diagnosis(number, line.index("\t"), "yaml-tab")
        elif dash := _DASH.match(line) if not line.startswith("---") else None:
            yield Diagnosis(number, len(dash.group(1)), "yaml-dash")
        elif sign := _OTHER_SIGN.match(line):
            yield Diagnosis(number, sign.start("sign"), "yaml-no-colon")
        elif match := _LINE.match(line):
            column = match.start("key")
            yield from _of_place(number, indent, column, levels)
            rest = match["rest"]
            yield from _of_value(number, match.start("rest"), match["key"], rest)
            if _BLOCK.match(rest.strip()) or _goes_on(rest.strip()):
                inside = column - 1 if _BLOCK.match(rest.strip()) else column
            odd_item = number if match["items"] and indent % 2 else None
            _enter(levels, _Level(column, bool(rest.split("#")[0].strip()), odd_item))
        elif levels and indent <= levels[-1].column and not _NO_KEY_NEEDED.match(line):
            yield Diagnosis(number, indent, "yaml-no-mapping")


def _of_place(number: int, indent: int, column: int, levels: list[_Level]) -> Iterator[Diagnosis]:
    """Yield the fault of a line that is aligned with no other line of its kind."""
    if not levels:
        if column and column == indent:
            yield Diagnosis(number, column, "yaml-indent-top")
        return
    last = levels[-1]
    is_shifted = (
        column == indent and last.is_filled
        if column > last.column
        else column not in {level.column for level in levels}
    )
    if not is_shifted:
        return
    if (
        last.odd_item is not None and abs(column - last.column) == 1
    ):  # the item above is shifted, and not what is under it
        yield Diagnosis(last.odd_item, 0, "yaml-indent-item")
        return
    nearest = min((level.column for level in levels), key=lambda known: (abs(known - column), -known))
    yield Diagnosis(number, column, "yaml-indent" if nearest else "yaml-indent-top")


def _enter(levels: list[_Level], new: _Level) -> None:
    while levels and levels[-1].column >= new.column:
        levels.pop()
    levels.append(new)


def _of_value(number: int, start: int, key: str, rest: str) -> Iterator[Diagnosis]:
    """Yield the fault of what is behind the colon of a key."""
    value = rest.strip(" \t")
    column = start + rest.find(value) if value else start
    if rest[:1] and rest[0] in _ODD:
        yield Diagnosis(number, start, "yaml-odd-space-value")
    elif rest and not rest[0].isspace() and _LATIN_KEY.match(key) and not rest.startswith("//"):
        yield Diagnosis(number, start, "yaml-colon-space")
    elif not value:
        return
    elif value[0] in "\"'":
        if words := _AFTER_QUOTE.match(value):
            yield Diagnosis(number, column + words.start("words"), "yaml-after-quote")
        elif not _QUOTED.match(value) and value.count(value[0]) == 1:
            yield Diagnosis(number, column, "yaml-quote")
    elif value[0] == "{":
        yield from _of_braces(number, column, value)
    elif _MARK.match(value):
        yield Diagnosis(number, column, "yaml-start")
    elif value[0] not in "{[|>#" and (colon := _COLON.search(value.split(" #")[0])):
        curly = _CURLY.match(value)
        yield Diagnosis(number, column + colon.start(), "yaml-curly-quotes" if curly else "yaml-colon")


def _of_braces(number: int, column: int, value: str) -> Iterator[Diagnosis]:
    """Yield the fault of `{key: words, …}` on one line."""
    if value.count("{") != value.count("}"):
        if "," not in value or not value.rstrip().endswith(","):
            yield Diagnosis(number, column, "yaml-bracket")
        return
    start = column + 1
    for segment in re.split(r",", value.strip()[1:-1]):
        if match := _SEGMENT.match(segment):
            words = match["rest"]
            if words and not words[0].isspace() and words[0] not in "/{[":
                yield Diagnosis(number, start + match.start("rest"), "yaml-colon-space")
            plain = words.strip()
            if plain and plain[0] not in "\"'{[" and (colon := _COLON.search(words)):
                cut = _NEXT_KEY.search(words[: colon.start()])
                at = start + match.start("rest") + (cut.start() if cut else colon.start())
                yield Diagnosis(number, at, "yaml-comma-missing" if cut else "yaml-colon")
        start += len(segment) + 1


def _goes_on(value: str) -> bool:
    """Return whether a value may go on in the next lines: a quotation mark or a bracket is open."""
    if value[:1] in ("{", "["):
        return value.count("{") + value.count("[") > value.count("}") + value.count("]")
    return value[:1] in ("'", '"') and not _QUOTED.match(value)
