"""A Markdown text as the converter understood it: its HTML, and every node with its place in the source.

Places are offsets of characters in the source, from 0. They describe the tree the HTML was made from, so what a rule judges
is what a visitor gets.
"""

from bisect import bisect_right
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import Any, NamedTuple


class Span(NamedTuple):
    """A part of the source: from `start` up to, and without, `end`."""

    start: int
    end: int


class BlockKind(StrEnum):
    """What a run of words is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    CELL = "cell"
    QUOTED = "quoted"
    """Words marked with `[…]{lang=…}`."""
    ALT = "alt"
    TITLE = "title"
    """The title of a link or of an image."""
    CODE = "code"
    PREFORMATTED = "preformatted"
    """Lines that are set in, which the page shows as code."""


@dataclass(frozen=True, slots=True)
class Block:
    """Words that belong together. `runs` are the parts of the source that are words and not markup."""

    kind: BlockKind
    span: Span
    runs: tuple[Span, ...]
    language: str = ""
    """Of a marked span, such as `ru`; empty for the language of the text."""
    depth: int = 0
    """Number of list items and quotations around it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `id` is its anchor and `text` its words as HTML without tags."""

    level: int
    id: str
    text: str
    span: Span
    given_id: str | None = None
    """The id an editor gave it with `{#id}`."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of any form: inline, by reference or an address in angle brackets."""

    target: str
    """As the editor wrote it."""
    text: str
    span: Span
    target_span: Span
    """Of the address; of a link by reference, where the reference is defined."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the text."""

    target: str
    alt: str
    title: str
    span: Span
    target_span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `cells` counts those that were written."""

    cells: int
    span: Span
    table: int
    """Number of its table among the block elements."""


@dataclass(frozen=True, slots=True)
class Html:
    """A tag an editor wrote. It is shown as text: the converter passes no HTML."""

    tag: str
    """In the spelling of the source: `iframe`, `!--`."""
    is_end: bool
    source: str
    span: Span
    block: int
    """Number of the block element it is in."""


@dataclass(frozen=True, slots=True)
class Removed:
    """An attribute, or an address, that was written and is not passed on to the page."""

    name: str
    value: str
    span: Span


@dataclass(frozen=True)
class Document:
    """One text converted. The addresses in `html` are marked, see `plugins/markdown/html.py`."""

    source: str
    html: str
    text: str
    """All words, each run of white space as one blank."""
    ids: frozenset[str]
    """Every anchor of the HTML."""
    blocks: tuple[Block, ...] = ()
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    rows: tuple[Row, ...] = ()
    raw_html: tuple[Html, ...] = ()
    removed: tuple[Removed, ...] = ()

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column in the source, from 1, of the character at `offset`."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def words(self, block: Block) -> str:
        """Return the source of a block, of the same length, with all that is markup made blank."""
        if block.runs == (block.span,):
            return self.source[slice(*block.span)]
        parts: list[str] = []
        at = block.span.start
        for start, end in block.runs:
            if end > at:  # what Markdown writes twice is read once
                parts += (_blank(self.source[at:start]), self.source[max(start, at) : end])
                at = end
        return "".join(parts) + _blank(self.source[at : block.span.end])

    @cached_property
    def prose(self) -> str:
        """The source, of the same length, with all that is no word of any block made blank."""
        runs = sorted({run for block in self.blocks for run in block.runs})
        return self.words(Block(BlockKind.PARAGRAPH, Span(0, len(self.source)), tuple(runs)))

    def line_of(self, offset: int) -> str:
        """Return the line of the source that holds the character at `offset`."""
        start = self.source.rfind("\n", 0, offset) + 1
        end = self.source.find("\n", offset)
        return self.source[start : end if end >= 0 else None]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.source.split("\n")[:-1])]

    def to_parts(self) -> dict[str, Any]:
        """Return the document as plain data, for the cache."""
        nodes = {name: [_PARTS_OF[name](node) for node in getattr(self, name)] for name in _NODES}
        return {"source": self.source, "html": self.html, "text": self.text, "ids": sorted(self.ids), **nodes}

    @classmethod
    def from_parts(cls, parts: dict[str, Any]) -> "Document":
        """Return the document that `to_parts` gave. Raises KeyError, TypeError or ValueError for other data."""
        nodes = {name: tuple(make(*fields) for fields in parts[name]) for name, make in _NODES.items()}
        return cls(str(parts["source"]), str(parts["html"]), str(parts["text"]), frozenset(parts["ids"]), **nodes)


def _blank(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n")) if "\n" in text else " " * len(text)


def _block(kind: str, span: list[int], runs: list[list[int]], language: str, depth: int) -> Block:
    return Block(BlockKind(kind), Span(*span), tuple(Span(*run) for run in runs), language, depth)


def _heading(level: int, id_: str, text: str, span: list[int], given_id: str | None) -> Heading:
    return Heading(level, id_, text, Span(*span), given_id)


def _link(target: str, text: str, span: list[int], target_span: list[int]) -> Link:
    return Link(target, text, Span(*span), Span(*target_span))


def _image(target: str, alt: str, title: str, span: list[int], target_span: list[int]) -> Image:
    return Image(target, alt, title, Span(*span), Span(*target_span))


def _row(cells: int, span: list[int], table: int) -> Row:
    return Row(cells, Span(*span), table)


def _html(tag: str, is_end: bool, source: str, span: list[int], block: int) -> Html:
    return Html(tag, is_end, source, Span(*span), block)


def _removed(name: str, value: str, span: list[int]) -> Removed:
    return Removed(name, value, Span(*span))


_NODES: dict[str, Any] = {
    "blocks": _block,
    "headings": _heading,
    "links": _link,
    "images": _image,
    "rows": _row,
    "raw_html": _html,
    "removed": _removed,
}
"""How each kind of node is made again from plain data."""

_PARTS_OF = {
    name: attrgetter(*(field.name for field in fields(kind)))
    for name, kind in zip(_NODES, (Block, Heading, Link, Image, Row, Html, Removed), strict=True)
}
"""What takes a node of each kind apart, in the order in which it is made again."""
