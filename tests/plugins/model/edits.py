"""Single edits of the small site, and the problems they lead to, in a form that stands on one line of a table."""

from collections.abc import Callable, Iterable
from pathlib import Path

from plugins.diagnostics import ContentError, Phrase, Problem
from plugins.diagnostics.report import as_text
from plugins.model import load_content
from plugins.words.store import LANGUAGES
from tests.small_site import write

Edit = Callable[[Path], None]
"""Gets the folder `content` and changes something in it."""

Reported = tuple[str, int, int, str, dict[str, str]]
"""File below `content`, line, column, rule, values; a value that the catalogs put into words begins with `@`."""


def replaced(file: str, old: str, new: str) -> Edit:
    """Return the edit that writes `new` where `old` stands, which is one place."""

    def edit(content: Path) -> None:
        text = (content / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        write(content / file, text.replace(old, new))

    return edit


def written(file: str, text: str) -> Edit:
    return lambda content: write(content / file, text)


def written_bytes(file: str, raw: bytes) -> Edit:
    def edit(content: Path) -> None:
        (content / file).write_bytes(raw)

    return edit


def removed(file: str) -> Edit:
    return lambda content: (content / file).unlink()


def all_of(*edits: Edit) -> Edit:
    def edit(content: Path) -> None:
        for single in edits:
            single(content)

    return edit


def problems_of(content: Path) -> list[Reported]:
    """Return the problems `load_content` finds in the folder.

    Each problem is also put into words in every language, so that no rule meets a catalog without its words.
    """
    try:
        load_content(content)
    except ContentError as error:
        assert as_text(error.problems, LANGUAGES)
        return reported(error.problems)
    return []


def reported(problems: Iterable[Problem]) -> list[Reported]:
    return [
        (problem.path.removeprefix("content/"), problem.line, problem.column, problem.rule, _marked(problem))
        for problem in problems
    ]


def _marked(problem: Problem) -> dict[str, str]:
    return {key: f"@{value}" if isinstance(value, Phrase) else value for key, value in problem.values.items()}
