"""The parts of a passage that are in the other language, for `foreign-block` and `foreign-sentence`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from plugins.checks.passages import Kind, Passage
from plugins.diagnostics import Phrase, Problem
from plugins.language import foreign_spans
from plugins.language.latin_text import latin_spans
from plugins.language.place_names import NAMES_OF
from plugins.model.items import LANGUAGES

_SHOWN_CHARACTERS = 60
_CYRILLIC_WORD = re.compile(r"[\u0400-\u052f]{2,}")
_LEAST_IN_CODE = 2
_CODES = {"latin": "en"}


def foreign_parts(passage: Passage, *, whole: bool) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and language of what is in the other language: the whole passage, or only parts of it.

    The language is `latin` for English and for either language typed in Latin letters.
    """
    if passage.kind is Kind.CAPTION:
        return  # captions have a rule of their own
    if passage.kind is Kind.CODE and len(_CYRILLIC_WORD.findall(passage.text)) < _LEAST_IN_CODE:
        return  # a sign that is shown, or a command
    for start, end, language in _spans(passage.text, passage.language, is_value=passage.kind is Kind.WORDS):
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
        "expected": Phrase(f"in-{passage.language}"),
        "cure": _cure(passage.kind, rule, language),
    }
    return Problem(passage.path, line, column, rule, values)


def _cure(kind: Kind, rule: str, language: str) -> Phrase:
    """Return what to do with words that must stay as they are: a value of YAML and a description take no mark."""
    if kind is Kind.WORDS:
        return Phrase(f"foreign-value-{rule.removeprefix('foreign-')}")
    return Phrase("foreign-retell") if kind is Kind.ALT else Phrase(f"foreign-mark-{_CODES.get(language, language)}")


@lru_cache(maxsize=64)  # both rules look at a passage one after the other
def _spans(text: str, language: str, *, is_value: bool) -> tuple[tuple[int, int, str], ...]:
    expected = next((known for known in LANGUAGES if known == language), None)
    if expected is None:
        return ()
    other = "ru" if expected == "kk" else "kk"
    if is_value and text.strip() in NAMES_OF[other]:
        return ((0, len(text), other),)
    return (*foreign_spans(text, expected), *((start, end, "latin") for start, end in latin_spans(text)))
