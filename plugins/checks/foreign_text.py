"""The parts of a passage that are in the other language, for `foreign-block` and `foreign-sentence`."""

from collections.abc import Iterator
from functools import lru_cache

from plugins.checks.passages import Kind, Passage
from plugins.diagnostics import Phrase, Problem
from plugins.language import foreign_spans
from plugins.model.items import LANGUAGES

_SHOWN_CHARACTERS = 60


def foreign_parts(passage: Passage, *, whole: bool) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and language of what is in the other language: the whole passage, or only parts of it."""
    if passage.kind is Kind.CAPTION:
        return  # captions have a rule of their own
    for start, end, language in _spans(passage.text, passage.language):
        is_whole = not passage.text[:start].strip() and not passage.text[end:].strip()
        if is_whole is whole:
            yield start, end, language


def foreign_problem(passage: Passage, rule: str, part: tuple[int, int, str]) -> Problem:
    """Return the problem of `rule` for one part."""
    start, end, language = part
    line, column = passage.place(start)
    found = " ".join(passage.text[start:end].split())
    shown = found if len(found) <= _SHOWN_CHARACTERS else found[: _SHOWN_CHARACTERS - 1] + "…"
    values = {
        "found": shown,
        "language": Phrase(f"in-{language}"),
        "code": language,
        "expected": Phrase(f"in-{passage.language}"),
    }
    return Problem(passage.path, line, column, rule, values)


@lru_cache(maxsize=64)  # both rules look at a passage one after the other
def _spans(text: str, language: str) -> tuple[tuple[int, int, str], ...]:
    expected = next((known for known in LANGUAGES if known == language), None)
    return tuple(foreign_spans(text, expected)) if expected else ()
