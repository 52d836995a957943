"""The tags of HTML with their places, for those who change a text between or inside them and leave the rest as it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

Attribute = tuple[str, str | None]
"""Name and value; the value is None where only the name is written."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag or an end tag; `start` and `end` are offsets in the HTML, values are unescaped."""

    name: str
    start: int
    end: int
    is_end: bool
    attributes: tuple[Attribute, ...] = ()


def tags(html: str) -> list[Tag]:
    """Return every tag of `html` in its order; what looks like a tag inside a comment, a script or a style is none."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    return reader.tags


def attributes_as_html(attributes: Iterable[Attribute]) -> str:
    """Return attributes as a start tag has them."""
    return " ".join(
        name if value is None else '{}="{}"'.format(name, escape(value, quote=False).replace('"', "&quot;"))
        for name, value in attributes
    )


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self._html = html
        self._line, self._line_start = 1, 0

    def handle_starttag(self, tag: str, attrs: list[Attribute]) -> None:
        start = self._start()
        self.tags.append(Tag(tag, start, start + len(self.get_starttag_text() or ""), False, tuple(attrs)))

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        start = self._start()
        self.tags.append(Tag(tag, start, self._html.find(">", start) + 1, True))

    def _start(self) -> int:
        line, column = self.getpos()
        while self._line < line:
            self._line_start = self._html.index("\n", self._line_start) + 1
            self._line += 1
        return self._line_start + column
