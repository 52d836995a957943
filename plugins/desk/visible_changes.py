"""What a visitor reads differently: the words of a page before and after, block by block (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser
from itertools import zip_longest

_UNREAD = frozenset({"button", "script", "style", "svg", "template", "nav", "noscript"})
_INLINE = frozenset({"a", "abbr", "b", "bdi", "code", "dfn", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "wbr"})  # fmt: skip
_MOST_BLOCKS = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are the same in both, or are in one only."""

    words: str
    is_changed: bool


@dataclass(frozen=True, slots=True)
class ChangedBlock:
    """A paragraph, heading or cell as it was and as it is; empty where there is none."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


def changed_blocks(before: str | None, after: str | None) -> tuple[ChangedBlock, ...]:
    """Return what differs between two HTML pages, at most sixty blocks; a page that is None has no words."""
    old, new = (_blocks(page) if page else [] for page in (before, after))
    found = list(_pairs(old, new))[:_MOST_BLOCKS]
    return tuple(_compared(one, other) for one, other in found)


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    for kind, start, end, other_start, other_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from zip_longest(old[start:end], new[other_start:other_end], fillvalue="")


def _compared(before: str, after: str) -> ChangedBlock:
    old, new = before.split(), after.split()
    pieces: tuple[list[Piece], list[Piece]] = ([], [])
    for kind, start, end, other_start, other_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for own, words in ((pieces[0], old[start:end]), (pieces[1], new[other_start:other_end])):
            if words:
                own.append(Piece(" ".join(words), kind != "equal"))
    return ChangedBlock(tuple(pieces[0]), tuple(pieces[1]))


def _blocks(page: str) -> list[str]:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    reader.end_block()
    return reader.blocks


class _Reader(HTMLParser):
    """Collects the words inside `main`, a block at a time; pictures are read by their text alternatives."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._words: list[str] = []
        self._unread = 0
        self._is_main = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, or read a picture."""
        self._is_main = self._is_main or tag == "main"
        self._unread += tag in _UNREAD
        if tag not in _INLINE:
            self.end_block()
        if tag == "img" and (alt := dict(attrs).get("alt")):
            self.handle_data(alt)
            self.end_block()

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        self._unread = max(0, self._unread - (tag in _UNREAD))
        if tag not in _INLINE:
            self.end_block()
        self._is_main = self._is_main and tag != "main"

    def handle_data(self, data: str) -> None:
        """Read words."""
        if self._is_main and not self._unread:
            self._words.append(data)

    def end_block(self) -> None:
        """Keep the words since the last block."""
        block = " ".join("".join(self._words).split())
        self._words.clear()
        if block:
            self.blocks.append(block)
