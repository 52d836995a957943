"""One cause, one problem: what is only the consequence of another fault of the same item is not reported beside it.

| cause | what is not reported beside it |
|---|---|
| personal data, which must go | what is wrong with its own characters |
| a placeholder | another language in the same passage; anything else at the very place; numbers that the other language lacks there |
| a word of a form, which stands for a whole text | that this text is thin, names no law, or has another structure and other numbers |
| any placeholder in an item, an item in the wrong section | that nobody has compared its languages |
| a promise or a link that must go, in one language | its numbers and parts, which the other language lacks |

An editor who mends the cause mends the consequence too. What would remain is reported at once. The rules that compare
languages ask this module only where they have found a difference, so a good text costs nothing.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from plugins.checks.passages import Kind, Passage
from plugins.checks.promises import promises
from plugins.checks.rules import cloud_drive_link, messenger_link, third_party_embed, third_party_video
from plugins.checks.rules.personal_data_in_text import spans_in
from plugins.checks.site import CheckedSite, MarkdownText
from plugins.diagnostics import Problem
from plugins.markdown import Image, Link
from plugins.model.placeholders import is_of_a_form, placeholder_spans

Span = tuple[int, int]
"""Start and end in a text."""

_PLACEHOLDER, _MISPLACED, _PERSONAL = "unfilled-placeholder", "misplaced-item", "personal-data-in-text"
_OF_FOREIGN_WORDS = frozenset({"foreign-block", "foreign-sentence"})
_OF_AN_UNWRITTEN_TEXT = frozenset({"thin-item", "answer-without-law"})
_OF_COMPARED_LANGUAGES = frozenset({"undeclared-translation", "stale-translation"})
_OF_REFUSED_ADDRESSES = (messenger_link, cloud_drive_link, third_party_video, third_party_embed)
"""Rules whose cure takes the link away, with the sentence that speaks of it."""
_SENTENCE_BREAK = re.compile(r"[.!?…]+[»\")]*(?=\s)|\n[ \t]*(?=\n)")


def without_consequences(passage: Passage, problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield what was found in a passage without the consequences of its personal data and placeholders."""
    gone: list[tuple[tuple[int, int], tuple[int, int]]] = []
    rules = {problem.rule for problem in problems}
    if _PERSONAL in rules and len(rules) > 1:
        gone = [(passage.place(start), passage.place(end)) for _, start, end in spans_in(passage)]
    is_unfilled = not rules.isdisjoint(_OF_FOREIGN_WORDS) and any(placeholder_spans(passage.text))
    for problem in problems:
        place = (problem.line, problem.column)
        is_in_data = problem.rule != _PERSONAL and any(start <= place < end for start, end in gone)
        if not is_in_data and not (is_unfilled and problem.rule in _OF_FOREIGN_WORDS):
            yield problem


def without_echoes(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems of a site without the consequences of placeholders and of items in the wrong section."""
    problems = list(problems)
    unfilled = [problem for problem in problems if problem.rule == _PLACEHOLDER]
    places = {(problem.path, problem.line, problem.column) for problem in unfilled}
    unwritten = {problem.path for problem in unfilled if is_of_a_form(problem.values["found"])}
    changing = [*unfilled, *(problem for problem in problems if problem.rule == _MISPLACED)]
    folders = {problem.path.rpartition("/")[0] for problem in changing}
    for problem in problems:
        is_echo = changing and (
            (problem.path, problem.line, problem.column) in places
            or (problem.rule in _OF_AN_UNWRITTEN_TEXT and problem.path in unwritten)
            or (problem.rule in _OF_COMPARED_LANGUAGES and problem.path.rpartition("/")[0] in folders)
        )
        if problem.rule == _PLACEHOLDER or not is_echo:
            yield problem


@dataclass(slots=True)
class Refused:
    """The sentences of a site that other rules want gone, looked for when a comparison has found a difference."""

    site: CheckedSite
    _places: dict[str, list[tuple[int, int]]] | None = field(default=None, init=False)

    def in_passage(self, passage: Passage) -> list[Span]:
        """Return the sentences of a passage with a promise or a link that must go."""
        found = list(promises(passage.text, passage.language))
        for line, column in self._addresses().get(passage.path, ()):
            offset = _offset(passage, line, column)
            if offset is not None:
                found.append((offset, offset + 1))
        return _sentences(passage.text, found)

    def in_markdown(self, markdown: MarkdownText, language: str) -> list[Span]:
        """Return these sentences of a text, those with personal data and the links themselves, in characters of its Markdown."""
        found: list[Span] = []
        for block in markdown.document.blocks:
            words = markdown.document.words(block)
            place = markdown.place(block.span.start)
            passage = Passage(markdown.path, block.language or language, Kind.PARAGRAPH, words, *place)
            personal = _sentences(words, [(start, end) for _, start, end in spans_in(passage)])
            sentences = (*self.in_passage(passage), *personal)
            found += ((start + block.span.start, end + block.span.start) for start, end in sentences)
        refused = self._addresses().get(markdown.path, ())
        nodes: tuple[Link | Image, ...] = (*markdown.document.links, *markdown.document.images)
        for node in nodes if refused else ():
            if markdown.place(node.target_span.start) in refused:
                found.append((node.span.start, node.span.end))
        return found

    def _addresses(self) -> dict[str, list[tuple[int, int]]]:
        if self._places is None:
            self._places = {}
            for rule in _OF_REFUSED_ADDRESSES:
                for problem in rule.check(self.site):
                    self._places.setdefault(problem.path, []).append((problem.line, problem.column))
        return self._places


def _sentences(text: str, parts: Sequence[Span]) -> list[Span]:
    """Return the sentence around each part of a text."""
    breaks = [0, *(found.end() for found in _SENTENCE_BREAK.finditer(text)), len(text)] if parts else []
    return [(breaks[bisect_right(breaks, start) - 1], breaks[bisect_left(breaks, end)]) for start, end in parts]


def _offset(passage: Passage, line: int, column: int) -> int | None:
    """Return the character of a passage at a place of its file; None where it is outside of it."""
    lines = passage.text.split("\n")
    number = line - passage.line
    if not 0 <= number < len(lines):
        return None
    inside = column - (1 if number else passage.column)
    if not 0 <= inside <= len(lines[number]):
        return None
    return sum(len(one) + 1 for one in lines[:number]) + inside
