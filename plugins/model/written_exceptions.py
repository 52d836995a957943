"""Exceptions beside the text: an editor's written reason why a rule does not hold in one place.

In Markdown a line `<!-- allow forbidden-claim: the words of the court -->` before a block, in YAML a line
`# allow duplicate-title: …` before a key. Such a line is never published.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_FORM = r"allow\s+(?P<rule>[\w-]+)(?P<reason>.*)"
_IN_MARKDOWN = re.compile(rf"^(?P<before>[ \t]*)<!--\s*{_FORM}-->[ \t]*$")
_IN_YAML = re.compile(rf"^(?P<before>[ \t]*)#\s*{_FORM}$")


@dataclass(frozen=True, slots=True)
class WrittenException:
    """A rule allowed to be broken from `line` to `last_line` of a file; `column` is where the comment begins."""

    path: str
    rule: str
    reason: str
    line: int
    column: int
    first_line: int
    last_line: int


def exceptions_in_markdown(body: str, path: str, first_line: int) -> tuple[WrittenException, ...]:
    """Return the exceptions of a Markdown text that begins on `first_line` of its file; each holds for the block below."""
    return tuple(_exceptions(body.split("\n"), path, first_line, _IN_MARKDOWN, _end_of_block))


def exceptions_in_yaml(text: str, path: str, first_line: int) -> tuple[WrittenException, ...]:
    """Return the exceptions of a YAML text that begins on `first_line` of its file; each holds for the value below."""
    return tuple(_exceptions(text.split("\n"), path, first_line, _IN_YAML, _end_of_value)) if "allow" in text else ()


def without_exceptions(body: str) -> str:
    """Return a Markdown text with its exceptions blanked out, so that every other character keeps its place."""
    if "allow" not in body:
        return body
    return "\n".join(" " * len(line) if _IN_MARKDOWN.match(line) else line for line in body.split("\n"))


def _exceptions(
    lines: list[str], path: str, first_line: int, form: re.Pattern[str], end_of: Callable[[list[str], int], int]
) -> Iterator[WrittenException]:
    comments = {index: match for index, line in enumerate(lines) if (match := form.match(line))}
    for index, match in comments.items():
        start = next(after for after in range(index, len(lines) + 1) if after not in comments)
        # problems of a whole text are at its first line, so the topmost exception reaches up to it
        is_topmost = not any(line.strip() for line in lines[:index])
        yield WrittenException(
            path,
            match["rule"],
            match["reason"].strip().removeprefix(":").strip(),
            line=first_line + index,
            column=len(match["before"]) + 1,
            first_line=first_line if is_topmost else first_line + index,
            last_line=first_line + end_of(lines, start),
        )


def _end_of_block(lines: list[str], start: int) -> int:
    """Return the index of the last line of the block at `start`, or below the blank lines there."""
    begin = next((index for index in range(start, len(lines)) if lines[index].strip()), start)
    return next((index for index in range(begin, len(lines)) if not lines[index].strip()), len(lines)) - 1


def _end_of_value(lines: list[str], start: int) -> int:
    """Return the index of the last line of the key at `start`: all that is set in deeper belongs to it."""
    if start >= len(lines):
        return start
    depth = _indent(lines[start])
    after = (index for index in range(start + 1, len(lines)) if lines[index].strip() and _indent(lines[index]) <= depth)
    return next(after, len(lines)) - 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
