"""No sign of markup is left for the reader to see.

What the converter does not take for markup it prints as it is: a link with a blank inside, stars that are not closed, a
bullet from a word processor. The patterns are for words as the page shows them, never for Markdown itself.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.checks.passages import passages_in_yaml
from plugins.checks.site import CheckedSite, MarkdownText
from plugins.diagnostics import Phrase, Problem
from plugins.markdown import BlockKind

_WORDS = r"[^\[\]()\n]{1,200}"
_TARGET = r"(?:/|#|https?:|mailto:|tel:)[^()\[\]\s]{0,300}"
_MOST_IN_WORDS = 60
_LEAST_WORDS_OF_PROSE = 3


@dataclass(frozen=True, slots=True)
class _Sign:
    """A kind of sign: its phrase in the catalogs, how it looks, and what may be there instead."""

    kind: str
    pattern: re.Pattern[str]
    better: str = ""
    """As a replacement for `pattern`; empty where the sense must be known."""
    least: int = 1
    """How many of them make it a sign; one line that begins with a dash is speech."""


_CONFLICT = re.compile(r"^(?:(?:<{7}|>{7}|\|{7}) [^\n]{0,60}|={7}$|<{7}$|>{7}$)", re.MULTILINE)
_SIGNS = (
    _Sign("left-footnote", re.compile(r"\[\^[^\[\]\s]{1,40}\]")),
    _Sign("left-link", re.compile(rf"\[({_WORDS})\] {{1,3}}\(({_TARGET})\)"), r"[\1](\2)"),
    _Sign("left-link", re.compile(rf"\(({_WORDS})\)\[({_TARGET})\]"), r"[\1](\2)"),
    _Sign("left-link", re.compile(rf"\[{_WORDS}\]\s{{0,3}}\(\s{{0,3}}(?:{_TARGET}|\\\S{{0,300}})\)?")),
    _Sign("left-link", re.compile(rf"\[({_WORDS})\(({_TARGET})\)"), r"[\1](\2)"),
    _Sign("left-reference", re.compile(rf"\[{_WORDS}\]\[[^\[\]()\n]{{0,100}}\]")),
    _Sign("left-reference", re.compile(r"\[\[[^\[\]\n]{1,100}\]\]")),
    _Sign("left-path", re.compile(r"(?<![\w/.:@-])/(?:[a-z0-9][a-z0-9-]{0,60}/){1,4}(?![\w/]|\.\w)")),
    _Sign("left-program", re.compile(r"^:::[^\n]{0,60}|(?<![\w:]):[a-z][a-z0-9_]{1,30}:(?![\w:])", re.MULTILINE)),
    _Sign("left-program", re.compile(r"\$[^$\n]{0,40}[\\^_][^$\n]{0,40}\$")),
    _Sign("left-program", re.compile(r"^(?:={3,6}|={8,})[ \t]*$", re.MULTILINE)),
    _Sign("left-task", re.compile(r"(?:\A|(?<=\s)(?:- )?)\[[ xXхХ]\](?=\s)")),
    _Sign("left-bullet", re.compile(r"^[•●◦▪‣·➤➢►▶✔✓☑✅◆■□]\ufe0f?(?=[ \u00a0\t])", re.MULTILINE), "-"),
    _Sign("left-bullet", re.compile(r"^(?:o|о|§)(?=\t| {2,}[^\W\d])", re.MULTILINE), "-"),
    _Sign("left-bullet", re.compile(r"^(?:o|§)(?=[ \u00a0][^\W\d])", re.MULTILINE), "-", least=2),
    _Sign("left-letters", re.compile(r"^[аәбвгғдa-e]\)(?=[ \u00a0\t])", re.MULTILINE), "-", least=2),
    _Sign(
        "left-bullet", re.compile(r"^(?:–(?=[ \u00a0\t])|—(?=[ \u00a0][a-zа-яёәғқңөұүһі]))", re.MULTILINE), "-", least=2
    ),
    _Sign("left-heading", re.compile(r"^(?:#{2,7}|#(?=[ \u00a0]))", re.MULTILINE)),
    _Sign("left-emphasis", re.compile(r"(?<!\*)\*\*(?!\*)|(?<!_)__(?=[^\W_])|(?<=[^\W_])__(?!_)|~~")),
    _Sign("left-emphasis", re.compile(r"(?<![\w*])\*(?= [^*\n\d]{2,80} \*)|(?<![\w_])_(?= [^_\n]{2,80} _)")),
    _Sign("left-emphasis", re.compile(r"(?<=[^\W\d_]{2} )\*(?= [^\W\d_]{2})")),
    _Sign("left-emphasis", re.compile(r"(?<![\w~/])~(?=[^\W\d_][^~\n]{0,80}~(?![\w~]))")),
    _Sign("left-emphasis", re.compile(r"(?<![\w*])\*(?=[^\W\d_])|==(?=[^\s=])[^=\n]{1,120}==")),
    _Sign("left-emphasis", re.compile(r"\[/?(?:b|i|u|s|url|img|quote|color|size|center)(?:=[^\[\]\n]{0,60})?\]", re.I)),
    _Sign("left-attributes", re.compile(r"\{:? ?[#.][\w-]{1,60} ?\}|\{lang=[^{}\n]{0,20}\}")),
    _Sign("left-program", re.compile(r"(?<![\w`])`(?=[^\W_])")),
    _Sign("left-fence", re.compile(r"^(?:`{3,}|~{3,})[^\n]{0,60}", re.MULTILINE)),
    _Sign("left-table", re.compile(r"^(?:\||[^|\n]{1,80}\|[^|\n]{1,80}\|)[^\n]{1,300}", re.MULTILINE)),
    _Sign("left-table", re.compile(r"^[^|\n]{1,80}[^\s|] \| [^\s|][^|\n]{0,80}$", re.MULTILINE), least=2),
    _Sign("left-newline", re.compile(r"(?<=[^\s\\:])\\n(?=\s|$|[А-ЯӘҒҚҢӨҰҮҺІ])")),
    _Sign("left-number", re.compile(r"^(\d{1,2})\)(?=[ \u00a0])", re.MULTILINE), r"\1."),
)
_SIGNS_IN_YAML = (
    _Sign("left-entity", re.compile(r"&(?:nbsp|amp|quot|laquo|raquo|mdash|ndash|lt|gt|shy|#\d{2,5});")),
    _Sign("left-conflict", _CONFLICT),
    *_SIGNS,
)
"""A page shows a value of YAML as it is written; in Markdown an entity is a sign."""
_ANY = re.compile(r"[\[*_~{#•●◦▪‣·|<`–>&§\\➤➢►▶✔✓☑✅◆■□\t$]|==|^\w{1,2}\)|^[—o] |/[a-z0-9-]+/|:[a-z:]", re.MULTILINE)
_FENCE_IN_A_LINE = re.compile(r"`{3,}\s*\Z")
_PROSE = re.compile(r"[а-яёәғқңөұүһі]{2} +[а-яёәғқңөұүһі]{2}", re.IGNORECASE)
"""Words between ``` in a line, which a messenger shows in its own way."""
_PARENTHESIS = re.compile(r"[()]")
_NOT_READ = frozenset({BlockKind.CODE, BlockKind.PREFORMATTED})


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every sign of markup that a page would show, for code made by blanks, and for an id used twice."""
    storyboards = {
        body.path for video in site.content.all_videos() if video.file is None for body in video.bodies.values()
    }
    for passage in passages_in_yaml(site.content):
        for start, values in _signs_in(passage.text, _SIGNS_IN_YAML):
            yield Problem(passage.path, *passage.place(start), "left-over-markup", values)
    for markdown in site.all_markdown():
        yield from _marks_of_a_conflict(markdown)
        if markdown.path not in storyboards:  # they have a grammar of their own
            yield from _signs_in_markdown(markdown)
            yield from _set_in_by_blanks(markdown)
            yield from _ids_used_twice(markdown)


def _marks_of_a_conflict(markdown: MarkdownText) -> Iterator[Problem]:
    """Yield a problem for each; Markdown takes some of them for quotations and headings, so the source is looked at."""
    document = markdown.document
    quoted = [block.span for block in document.blocks if block.kind is BlockKind.PREFORMATTED]
    for found in _CONFLICT.finditer(document.source):
        if not any(span.start <= found.start() < span.end for span in quoted):
            values = {"found": found[0][:_MOST_IN_WORDS], "cure": Phrase("left-conflict")}
            yield markdown.problem("left-over-markup", found.start(), **values)


def _signs_in_markdown(markdown: MarkdownText) -> Iterator[Problem]:
    document = markdown.document
    for block in document.blocks:
        if block.kind is BlockKind.CODE and _FENCE_IN_A_LINE.search(
            document.source, max(0, block.span.start - _MOST_IN_WORDS), block.span.start
        ):
            words = document.words(block).strip()
            if _PROSE.search(words):
                values = {"found": f"```{words[:_MOST_IN_WORDS]}", "cure": Phrase("left-fence")}
                yield markdown.problem("left-over-markup", document.source.rindex("```", 0, block.span.start), **values)
        for start, values in _signs_in(document.words(block)) if block.kind not in _NOT_READ else ():
            place = block.span.start + start
            if document.source[place - 1 : place] != "\\":  # escaped: a sign that is meant
                yield markdown.problem("left-over-markup", place, **values)


def _signs_in(words: str, signs: Sequence[_Sign] = _SIGNS) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield index and values of each sign; what belongs to one is not reported as another."""
    taken = bytearray(len(words))
    for sign in signs if _ANY.search(words) else ():
        if sign.kind == "left-number":  # the last: `(пункт\n5)` is no item of a list
            _take_what_is_in_parentheses(words, taken)
        several = list(sign.pattern.finditer(words))
        for found in several if len(several) >= sign.least else ():
            start, end = found.span()
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            values: dict[str, str] = {"found": found[0][:_MOST_IN_WORDS], "cure": Phrase(sign.kind)}
            if sign.better:
                values |= {"found": found[0], "better": found.expand(sign.better)}
            yield start, values


def _take_what_is_in_parentheses(words: str, taken: bytearray) -> None:
    """Mark each part between parentheses, with them."""
    depth = since = 0
    for found in _PARENTHESIS.finditer(words):
        if found[0] == "(":
            depth += 1
            since = since if depth > 1 else found.start()
        elif depth:
            depth -= 1
            if not depth:
                taken[since : found.end()] = b"\1" * (found.end() - since)


def _set_in_by_blanks(markdown: MarkdownText) -> Iterator[Problem]:
    document = markdown.document
    for block in document.blocks:
        words = document.words(block).split() if block.kind is BlockKind.PREFORMATTED else []
        if sum(word[0].isalpha() for word in words) >= _LEAST_WORDS_OF_PROSE:
            values = {"found": " ".join(words)[:_MOST_IN_WORDS], "cure": Phrase("left-code")}
            yield markdown.problem("left-over-markup", block.span.start, **values)


def _ids_used_twice(markdown: MarkdownText) -> Iterator[Problem]:
    seen: set[str] = set()
    for heading in markdown.document.headings:
        if heading.given_id in seen:
            values: Mapping[str, str] = {"found": f"{{#{heading.given_id}}}", "cure": Phrase("left-id")}
            yield markdown.problem("left-over-markup", heading.span.start, **values)
        elif heading.given_id:
            seen.add(heading.given_id)
