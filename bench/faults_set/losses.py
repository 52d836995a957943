"""A part that one language has lost: what is taken away, and where the other language still has it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.site.seeding import Draft, Edit


class Part(NamedTuple):
    """Lines of a file, counted from 0; the last is not in it."""

    first: int
    last: int


def lose(what: str, host: str, language: str, place: str, rule: str) -> Edit:
    """Return the edit that takes a part out of one language and expects `rule` where the other has it.

    Raises LookupError where the text has no such part in both languages.
    """
    other = {"kk": "ru", "ru": "kk"}[language]
    name = "storyboard" if what == "scene" else "index"

    def edit(draft: Draft) -> None:
        file, kept = f"{host}/{name}.{language}.md", f"{host}/{name}.{other}.md"
        mine, theirs = (list(_FINDERS[what](draft.text(path).split("\n"))) for path in (file, kept))
        if len(mine) < _LEAST[what] or len(mine) != len(theirs):
            raise LookupError
        number = {"first": 0, "middle": len(mine) // 2, "last": len(mine) - 1}[place]
        lines = draft.text(file).split("\n")
        del lines[mine[number].first : mine[number].last]
        draft.put(file, "\n".join(lines))
        shown = draft.text(kept).split("\n")
        shown[theirs[number].first] = f"‹{rule}›{shown[theirs[number].first]}"
        draft.put(kept, "\n".join(shown))

    return edit


def can_lose(content: Path, what: str, host: str) -> bool:
    """Return whether an item has so much of it in both languages that one can be taken away."""
    name = "storyboard" if what == "scene" else "index"
    files = [content / host / f"{name}.{language}.md" for language in ("kk", "ru")]
    if not all(file.is_file() for file in files):
        return False
    counts = {len(list(_FINDERS[what](file.read_text(encoding="utf-8").split("\n")))) for file in files}
    return len(counts) == 1 and counts.pop() >= _LEAST[what]


def _body_from(lines: list[str]) -> int:
    fences = [number for number, line in enumerate(lines) if line == "---"]
    return fences[1] + 1 if len(fences) > 1 else 0


def _blocks(lines: list[str]) -> Iterator[Part]:
    start = None
    for number in range(_body_from(lines), len(lines) + 1):
        is_blank = number == len(lines) or not lines[number].strip()
        if is_blank and start is not None:
            yield Part(start, number)
            start = None
        elif not is_blank and start is None:
            start = number


def _paragraphs(lines: list[str]) -> Iterator[Part]:
    return (
        part
        for part in _blocks(lines)
        if re.match(r"[^\W_]|[«\"]", lines[part.first]) and not re.match(r"\d+\.", lines[part.first])
    )


def _of_pattern(pattern: str) -> Callable[[list[str]], Iterator[Part]]:
    def find(lines: list[str]) -> Iterator[Part]:
        for number in range(_body_from(lines), len(lines)):
            if re.match(pattern, lines[number]):
                yield Part(number, number + 1)

    return find


def _scenes(lines: list[str]) -> Iterator[Part]:
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield Part(start, end)


def _buttons(lines: list[str]) -> Iterator[Part]:
    return (Part(number, number + 1) for number, line in enumerate(lines) if re.match(r" +- \{title: .*, link: ", line))


_FINDERS: dict[str, Callable[[list[str]], Iterator[Part]]] = {
    "paragraph": _paragraphs,
    "list item": _of_pattern(r"- "),
    "numbered item": _of_pattern(r"\d+\. "),
    "table row": _of_pattern(r"\|(?!---)"),
    "heading": _of_pattern(r"## "),
    "scene": _scenes,
    "button": _buttons,
    "entry of front matter": lambda lines: (
        Part(number, number + 1)
        for number, line in enumerate(lines[: _body_from(lines)])
        if re.match(r"  - [^\W\d_]", line)
    ),
}
_LEAST = {
    "paragraph": 3,
    "list item": 3,
    "numbered item": 3,
    "table row": 4,
    "heading": 2,
    "scene": 3,
    "button": 2,
    "entry of front matter": 2,
}
