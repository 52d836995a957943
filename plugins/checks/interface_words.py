"""Every phrase of the templates is in both catalogs, with its placeholders, in the language of the catalog.

A phrase without a translation appears in English on every page; one that lost its placeholder shows no number. What no
template says is reported too: it would be translated for nobody.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from plugins.checks.passages import Kind, Passage
from plugins.checks.rules import foreign_block, foreign_sentence, mixed_script_word
from plugins.diagnostics import Phrase, Problem
from plugins.model.items import LANGUAGES

_PLACEHOLDER = re.compile(r"%\(\w+\)s")
_KEYWORDS = {"_": None, "ngettext": (1, 2)}
_PhraseId = str | tuple[str, ...]


class _Place(NamedTuple):
    path: Path
    line: int


def check_interface_words(theme: Path) -> Iterator[Problem]:
    """Yield what is wrong with the words of the interface; paths are relative to the folder `theme` lies in.

    Raises jinja2's TemplateSyntaxError for a template that cannot be read. A catalog that cannot be read is
    reported when it is compiled.
    """
    wanted = _phrases(theme / "templates")
    for language in LANGUAGES:
        yield from _check_catalog(theme, language, wanted)


def _phrases(templates: Path) -> Mapping[_PhraseId, _Place]:
    """Return every phrase of the templates with the first place that says it; one with a plural as a pair."""
    from babel.messages.extract import extract  # noqa: PLC0415 - slow to import, and mostly nothing changed
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415

    found: dict[_PhraseId, _Place] = {}
    for file in sorted(templates.rglob("*.html")):
        with file.open("rb") as opened:
            try:
                extracted = list(
                    extract("jinja2.ext:babel_extract", opened, keywords=_KEYWORDS, options={"silent": "false"})
                )
            except TemplateSyntaxError as error:
                error.filename = str(file)
                raise
        for line, message, _, _ in extracted:
            phrase = tuple(message[:2]) if isinstance(message, tuple) else message
            found.setdefault(phrase, _Place(file, line))
    return found


def _check_catalog(theme: Path, language: str, wanted: Mapping[_PhraseId, _Place]) -> Iterator[Problem]:
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    file = theme / "translations" / language / "LC_MESSAGES/messages.po"
    try:
        with file.open("rb") as opened:
            messages = [message for message in read_po(opened, abort_invalid=True) if message.id]
    except PoFileError:
        return
    held: dict[_PhraseId, _Place] = {}
    for message in messages:
        phrase = tuple(message.id) if isinstance(message.id, (tuple, list)) else message.id
        texts = list(message.string) if isinstance(message.string, (tuple, list)) else [message.string]
        place = _Place(file, message.lineno or 1)
        held[phrase] = place
        if phrase not in wanted:
            yield _fault(theme, place, phrase, language, Phrase("nobody-says-it"))
        elif not all(text and text.strip() for text in texts):
            yield _fault(theme, wanted[phrase], phrase, language, Phrase("no-translation"))
        elif any(_placeholders(text or "") != _placeholders(phrase) for text in texts):
            yield _fault(theme, place, phrase, language, Phrase("other-placeholders"))
        yield from _judged(theme, place, [text for text in texts if text], language)
    for phrase in wanted.keys() - held.keys():
        yield _fault(theme, wanted[phrase], phrase, language, Phrase("no-translation"))


def _placeholders(phrase: _PhraseId) -> set[str]:
    return set(_PLACEHOLDER.findall(phrase if isinstance(phrase, str) else " ".join(phrase)))


def _judged(theme: Path, place: _Place, texts: list[str], language: str) -> Iterator[Problem]:
    for text in texts:
        spoken = _PLACEHOLDER.sub(" ", text)
        passage = Passage(_shown(theme, place), language, Kind.WORDS, spoken, place.line, 1)
        for rule in (foreign_block, foreign_sentence, mixed_script_word):
            for problem in rule.check(passage):
                yield Problem(problem.path, place.line, 1, problem.rule, problem.values)


def _fault(theme: Path, place: _Place, phrase: _PhraseId, language: str, fault: Phrase) -> Problem:
    shown = phrase if isinstance(phrase, str) else phrase[0]
    values = {"phrase": shown, "language": Phrase(f"in-{language}"), "fault": fault}
    return Problem(_shown(theme, place), place.line, 1, "untranslated-interface-word", values)


def _shown(theme: Path, place: _Place) -> str:
    return place.path.relative_to(theme.parent).as_posix()
