"""A page speaks one language.

Bad:  index.kk.md: Вчера прошло собрание. · index.kk.md: Жиналыс өтті. Все проголосовали единогласно.
Good: index.kk.md: Кеше жиналыс өтті. · index.kk.md: [«О потребительском кооперативе»]{lang=ru}

The old site's news mixed both languages whichever one chose. A passage that must stand in the other language is marked,
and is then judged by that language. Two ids: `foreign-block` for a whole passage, `foreign-sentence` for a part of one.
"""

from collections.abc import Iterator

from plugins.checks.passages import Kind, Passage
from plugins.diagnostics import Phrase, Problem
from plugins.language import foreign_spans
from plugins.model.items import LANGUAGES

_SHOWN_CHARACTERS = 60


def check_foreign_text(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for a passage in the other language, or for each part of it that is."""
    if passage.kind is Kind.CAPTION:
        return  # told by the rule of captions
    expected = next((language for language in LANGUAGES if language == passage.language), None)
    spans = foreign_spans(passage.text, expected) if expected else []
    for start, end, foreign in spans:
        is_whole = not passage.text[:start].strip() and not passage.text[end:].strip()
        yield _problem(passage, "foreign-block" if is_whole else "foreign-sentence", start, end, foreign)


def _problem(passage: Passage, rule: str, start: int, end: int, language: str) -> Problem:
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
