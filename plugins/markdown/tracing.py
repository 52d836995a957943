"""Finds the place of a piece of the converted tree in the source.

Before the conversion the first character of each word is exchanged for a letter that Markdown has no use for, another one
for each word. Such a letter takes part in the conversion like any other, and wherever it comes out it names the place it
came from. What stands between two of them (punctuation, blanks, the rest of a word) is found by comparing with the source
from the nearest one on.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from html import unescape
from itertools import chain, pairwise

from plugins.markdown.nodes import Span

_LETTERS = tuple(
    map(chr, chain(range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xA000, 0xA48D), range(0xAC00, 0xD7A4)))
)
"""Letters without case from scripts that neither Kazakh nor Russian text uses. A text that has one keeps it."""

_LETTER = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua48c\uac00-\ud7a3]")

_WORD = re.compile(
    r"""^[ \t>*+:-]*(?:\d+[.)][ \t>*+:-]*)+   # the number of a list item
    | </?[A-Za-z!?][\w.+:-]*                 # the name of a tag, the scheme of an address
    | &\#?[A-Za-z0-9]+                       # an entity
    | ([^\W_])[^\W_]*""",
    re.VERBOSE | re.MULTILINE,
)
"""All words; only those with a group, their first character, may be marked: the others mean something to Markdown."""

_STASHED = re.compile("\x02(?:(\\d+)|([^\x03]*))\x03")
"""What the converter has put away: an escaped character by its number, an entity by its index, or an element."""

_TOKEN = re.compile(f"{_STASHED.pattern}|.", re.DOTALL)
_FAR = 2000
"""Characters of markup between two runs of text that are searched for the second."""
_NEAR = 80


class Trace:
    """One source with its marks; `cursor` is the end of the last place found, for nodes are asked for in their order."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.cursor = 0
        self.entities: list[str] = []
        """What the converter has put away of them, such as `&nbsp;`."""
        present = set(_LETTER.findall(source))
        free = _LETTERS if not present else [letter for letter in _LETTERS if letter not in present]
        words = [word.start() for word in _WORD.finditer(source) if word.lastindex]
        self._offsets = dict(zip(free, words, strict=False))  # a text with more words than marks is marked in part
        letters = list(source)
        for mark, offset in self._offsets.items():
            letters[offset] = mark
        self.marked = "".join(letters)

    @cached_property
    def _table(self) -> dict[int, str]:
        return {ord(mark): self.source[offset] for mark, offset in self._offsets.items()}

    def plain(self, text: str) -> str:
        """Return `text` with the letters of the source in place of the marks."""
        if text.isascii():
            return text
        found = _LETTER.search(text)
        if found and (offset := self._offsets.get(found[0])) is not None:
            start = offset - found.start()
            if start >= 0 and self.marked.startswith(text, start):  # most texts stand as they were written
                return self.source[start : start + len(text)]
        return text.translate(self._table)

    def value(self, text: str) -> str:
        """Return what `text` says: without marks, escaped characters and entities as they are shown."""
        return _STASHED.sub(self._unstashed, self.plain(text)) if "\x02" in text else self.plain(text)

    def _unstashed(self, kept: re.Match[str]) -> str:
        if kept[1]:
            return chr(int(kept[1]))
        name, _, number = kept[2].partition(":")
        return unescape(self.entities[int(number)]) if name == "wzxhzdk" and number.isdigit() else kept[0]

    def runs(self, text: str, plain: str) -> list[Span]:
        """Return the parts of the source that a text of the tree was made from, and move the cursor behind them.

        `plain` is the text without its marks.
        """
        found = list(_joined(self._runs(text, plain)))
        if found:
            self.cursor = max(self.cursor, found[-1].end)
        return found

    def span(self, piece: str, before: str = "") -> Span:
        """Return the place of a piece of Markdown, with its markup, as an inline processor was given it.

        `before` is what stood before the piece in the same text.
        """
        anchors = self._anchors(piece)
        source = self.source
        start = -1
        if anchors and "\x02" not in piece[: anchors[0][0]]:
            start = self._back(piece, *anchors[0])
        if start < 0 and (earlier := self._anchors(before)):
            at, offset = earlier[-1]
            if source.startswith(self.plain(before[at:]), offset):
                start = offset + len(before) - at
        if start < 0:
            head = self.plain(_STASHED.split(piece, maxsplit=1)[0])
            limit = anchors[0][1] if anchors else self.cursor + _FAR
            start = max(source.find(head, self.cursor, limit), self.cursor)
        end = -1
        if anchors:
            at, offset = anchors[-1]
            if source.startswith(self.plain(piece[at:]), offset):
                end = offset + len(piece) - at
        if end < start:
            tail = self.plain(piece.rpartition("\x03")[2])
            from_ = max(start, anchors[-1][1] if anchors else 0)
            at_tail = source.find(tail, from_, from_ + len(piece) + _FAR)
            end = at_tail + len(tail) if at_tail >= 0 else start
        return Span(start, end)

    def value_span(self, text: str, inside: Span) -> Span:
        """Return the place of an attribute's value, which most often stands `inside` the markup of its element."""
        plain = self.plain(text)
        if anchors := self._anchors(text):
            start = self._back(text, *anchors[0])
            if start >= 0:
                return Span(start, min(start + len(plain), len(self.source)))
        start = self.source.rfind(plain, *inside) if plain else -1
        return Span(start, start + len(plain)) if start >= 0 else inside

    def _anchors(self, text: str) -> list[tuple[int, int]]:
        """Return index in `text` and offset in the source of every mark."""
        offsets = self._offsets
        return [(found.start(), offsets[found[0]]) for found in _LETTER.finditer(text) if found[0] in offsets]

    def _back(self, text: str, at: int, offset: int) -> int:
        """Return where `text` begins, when its mark at `at` is at `offset`; -1 where the source differs."""
        start = offset - at
        return start if start >= 0 and self.source.startswith(self.plain(text[:at]), start) else -1

    def _runs(self, text: str, plain: str) -> Iterator[Span]:
        if not plain.strip():
            return
        first = _LETTER.search(text)
        if first and first[0] in self._offsets:
            start = self._offsets[first[0]] - first.start()
            if start >= self.cursor and self.source.startswith(plain, start):  # most texts stand as they were written
                yield Span(start, start + len(plain))
                return
        anchors = self._anchors(text)
        if not anchors:
            yield from self._unmarked(text, plain)
            return
        at, offset = anchors[0]
        start = self._back(text, at, offset)
        if start >= 0:
            yield Span(start, offset)
        elif at:
            yield from self._scattered(text[:at], self.cursor, offset)
        for (at, offset), (next_at, limit) in pairwise([*anchors, (len(text), len(self.source))]):
            piece = plain[at:next_at]
            if offset + len(piece) <= limit and self.source.startswith(piece, offset):
                yield Span(offset, offset + len(piece))
            else:
                yield from self._scattered(text[at:next_at], offset, limit)

    def _unmarked(self, text: str, plain: str) -> Iterator[Span]:
        words = plain.strip()
        start = self.source.find(words, self.cursor, self.cursor + len(words) + _FAR)
        if start >= 0:
            yield Span(start, start + len(words))
        else:
            yield from self._scattered(text, self.cursor, len(self.source))

    def _scattered(self, text: str, at: int, limit: int) -> Iterator[Span]:
        """Yield the places of the characters of `text` one by one; those that the source does not have are left out."""
        for token in _TOKEN.finditer(text):
            sign = chr(int(token[1])) if token[1] else self.plain(token[0])
            if len(sign) > 1 or sign in " \n":
                continue
            found = self.source.find(sign, at, min(limit, at + _NEAR))
            if found >= 0:
                yield Span(found, found + 1)
                at = found + 1


def _joined(runs: Iterator[Span]) -> Iterator[Span]:
    last: Span | None = None
    for run in runs:
        if last and last.end == run.start:
            last = Span(last.start, run.end)
        else:
            if last:
                yield last
            last = run
    if last:
        yield last
