"""The nodes of the converted tree with their places (pure). Takes the marks of `tracing.py` out of the tree on the way."""

from dataclasses import dataclass, field
from html import unescape
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE, AtomicString

from plugins.markdown.allowed import plain_address
from plugins.markdown.nodes import Block, BlockKind, Html, Image, Link, Removed, Row, Span
from plugins.markdown.syntax import HTML_TAG, TAG, Written

_INLINE = frozenset({"a", "img", "em", "strong", "code", "br", "span", HTML_TAG})
_KINDS = {
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
    **dict.fromkeys(("td", "th"), BlockKind.CELL),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    "pre": BlockKind.PREFORMATTED,
}
_NESTING = frozenset({"li", "blockquote"})
_NOWHERE = Span(0, 0)


@dataclass(slots=True)
class Nodes:
    """What was found, in the order of the text."""

    blocks: list[Block] = field(default_factory=list)
    headings: list[tuple[Span, str | None]] = field(default_factory=list)
    """Place and given id; words and id are known when the table of contents is."""
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    raw_html: list[Html] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)


def collect(root: Element, written: Written, cells: dict[Element, int]) -> Nodes:
    """Return the nodes below `root`; `cells` counts those written in each row of a table."""
    walk = _Walk(written, cells)
    for child in root:
        walk.block(child, BlockKind.PARAGRAPH)
        walk.text(child, "tail")
    walk.flush(BlockKind.PARAGRAPH)
    return walk.nodes


class _Walk:
    def __init__(self, written: Written, cells: dict[Element, int]) -> None:
        self.written, self.cells = written, cells
        self.trace = written.trace
        self.nodes = Nodes()
        self.runs: list[Span] = []
        self.inlines: list[Span] = []
        """Places of the elements inside the block, which belong to it also where their words are apart."""
        self.number = self.depth = self.table = 0
        self.code = BlockKind.CODE

    def block(self, element: Element, kind: BlockKind) -> None:
        """Visit an element that stands for itself; `kind` is what its words are unless its name says more."""
        self.number += 1
        self.depth += element.tag in _NESTING
        self.table = self.number if element.tag == "table" else self.table
        kind = _KINDS.get(element.tag, kind)
        begin, is_heading = self.trace.cursor, kind is BlockKind.HEADING
        row, first_block = len(self.nodes.rows), len(self.nodes.blocks)
        if element in self.cells:
            self.nodes.rows.append(Row(self.cells[element], _NOWHERE, self.table))
        self.code = BlockKind.PREFORMATTED if element.tag == "pre" else BlockKind.CODE
        self.attributes(element)
        self.text(element, "text")
        inner = BlockKind.LIST_ITEM if element.tag in ("li", "dd") else BlockKind.PARAGRAPH
        first = True
        for child in list(element):
            if child.tag in _INLINE:
                self.inline(child)
            else:
                self.flush(kind)
                self.block(child, inner if first else BlockKind.PARAGRAPH)
            first = False
            self.text(child, "tail")
        span = self.flush(kind)
        if is_heading:
            self.nodes.headings.append((self._heading(span, begin), element.get("id")))
        if element in self.cells:
            inside = self.nodes.blocks[first_block].span.start if first_block < len(self.nodes.blocks) else begin
            self.nodes.rows[row] = Row(self.cells[element], self._line(inside), self.table)
        self.depth -= element.tag in _NESTING

    def inline(self, element: Element) -> None:
        """Visit an element inside a line."""
        piece = self.written.pieces.get(element)
        span = self.trace.span(*piece) if piece else None
        if element.tag == "a" and span:
            self._link(element, span)
        elif element.tag == "img" and span:
            self._image(element, span)
        elif element.tag == "span":
            self._set_apart(element, BlockKind.QUOTED, element.get("lang") or "")
        elif element.tag == "code":
            self._set_apart(element, self.code)
        elif element.tag == HTML_TAG:
            self._raw_html(element, span or _NOWHERE)
        else:
            self._children(element)
        self.attributes(element)
        if span:
            self.trace.cursor = max(self.trace.cursor, span.end)
            self.inlines.append(span)

    def text(self, element: Element, name: str) -> None:
        """Note where a text of the tree is, and take the marks from it."""
        marked: str | None = getattr(element, name)
        if not marked:
            return
        text = self.trace.plain(marked)
        self.runs += self.trace.runs(marked, text)
        setattr(element, name, AtomicString(text) if isinstance(marked, AtomicString) else text)

    def attributes(self, element: Element) -> None:
        """Take the marks from the names and values of attributes, and note those that were refused."""
        for name, value in list(element.items()):
            plain_name, plain_value = self.trace.plain(name), None if value is None else self.trace.plain(value)
            if plain_name != name:
                del element.attrib[name]
            element.attrib[plain_name] = plain_value
        for name, value in self.written.removed.pop(element, ()):
            place = self.trace.value_span(
                value if name == "." else name, Span(self.trace.cursor, len(self.trace.source))
            )
            brace = max(self.trace.source.rfind("{", 0, place.end), 0)
            shown = "class" if name == "." else self.trace.plain(name)
            self.nodes.removed.append(Removed(shown, self.trace.value(value), Span(brace, place.end)))

    def flush(self, kind: BlockKind, language: str = "") -> Span | None:
        """End the block that was gathered, and return its place; None where it has no words."""
        found, self.runs, inlines, self.inlines = self.runs, [], self.inlines, []
        if not found:
            return None
        runs = [shrunk for run in sorted(found) if (shrunk := self._shrunk(run))]
        if not runs:
            return None
        span = Span(min(run.start for run in (*runs, *inlines)), max(run.end for run in (*runs, *inlines)))
        self.nodes.blocks.append(Block(kind, span, tuple(runs), language, self.depth))
        return span

    def _shrunk(self, run: Span) -> Span | None:
        """Return a run without the blanks around it; None where nothing else is in it."""
        text = self.trace.source[run.start : run.end]
        start = run.start + len(text) - len(text.lstrip(" \n\t"))
        return Span(start, start + len(text.strip(" \n\t"))) if start < run.end else None

    def _children(self, element: Element) -> None:
        self.text(element, "text")
        for child in list(element):
            self.inline(child)
            self.text(child, "tail")

    def _set_apart(self, element: Element, kind: BlockKind, language: str = "") -> None:
        runs, self.runs, inlines, self.inlines = self.runs, [], self.inlines, []
        self._children(element)
        self.flush(kind, language)
        self.runs, self.inlines = runs, inlines

    def _value(self, value: str, kind: BlockKind) -> None:
        runs, self.runs, inlines, self.inlines = (
            self.runs,
            self.trace.runs(value, self.trace.plain(value)),
            self.inlines,
            [],
        )
        self.flush(kind)
        self.runs, self.inlines = runs, inlines

    def _link(self, element: Element, span: Span) -> None:
        number = len(self.nodes.links)
        self.nodes.links.append(Link("", "", span, span))  # before those inside it
        is_address = isinstance(element.text, AtomicString)  # `<https://…>`: its words are no words
        target_span = self.trace.value_span(element.get("href") or "", span)
        if is_address:
            outer = list(self.runs)
            self._children(element)
            self.runs = outer
        else:
            self._children(element)
        if title := element.get("title"):
            self._value(title, BlockKind.TITLE)
        self.attributes(element)
        target = plain_address(self.trace.value(element.get("href") or ""))
        element.set("href", target)
        if AMP_SUBSTITUTE in target:  # `<name@example.kz>`, which Markdown hides from collectors of addresses
            target = unescape(target.replace(AMP_SUBSTITUTE, "&"))
            element.set("href", target)
        words = "".join(element.itertext()) + "".join(image.get("alt") or "" for image in element.iter("img"))
        words = unescape(words.replace(AMP_SUBSTITUTE, "&")) if AMP_SUBSTITUTE in words else words
        self.nodes.links[number] = Link(target, self.trace.value(words), span, target_span)

    def _image(self, element: Element, span: Span) -> None:
        target_span = self.trace.value_span(element.get("src") or "", span)
        self._value(element.get("alt") or "", BlockKind.ALT)
        self._value(element.get("title") or "", BlockKind.TITLE)
        self.attributes(element)
        target, alt, title = (self.trace.value(element.get(name) or "") for name in ("src", "alt", "title"))
        target = plain_address(target)
        element.set("src", target)
        self.nodes.images.append(Image(target, alt, title, span, target_span))

    def _raw_html(self, element: Element, span: Span) -> None:
        source = self.trace.plain(element.text or "")
        tags = list(TAG.finditer(source))
        for tag in tags:
            place = span if len(tags) == 1 else Span(span.start + tag.start(), span.start + tag.end())
            self.nodes.raw_html.append(Html(tag[2], bool(tag[1]), tag[0], place, self.number))
        element.text = AtomicString(source)
        element.attrib.clear()
        element.tag = None  # type: ignore[assignment]  # written without a tag: its text only

    def _heading(self, span: Span | None, begin: int) -> Span:
        """Return the place of a heading with its number signs."""
        source = self.trace.source
        if span is None:
            signs = source.find("#", begin)
            return Span(signs, signs + 1) if signs >= 0 else Span(begin, begin)
        start = span.start
        while start and source[start - 1] not in "#\n":
            start -= 1
        if not start or source[start - 1] == "\n":
            return span  # underlined
        while start and source[start - 1] == "#":
            start -= 1
        return Span(start, span.end)

    def _line(self, inside: int) -> Span:
        """Return the place of a line from its first sign on."""
        source = self.trace.source
        start = source.rfind("\n", 0, inside) + 1
        end = source.find("\n", inside)
        line = source[start : None if end < 0 else end]
        return Span(start + len(line) - len(line.lstrip()), start + len(line))
