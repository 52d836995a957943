"""One Markdown text to a Document (pure): the only module that knows the converter.

Addresses of pages and pictures are left as marks, because the HTML is kept for many builds while an address
depends on the whole site: `html.py` puts them in.
"""

from collections.abc import Sequence
from typing import Any, TypedDict
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension, TableProcessor
from markdown.extensions.toc import TocExtension, TocTreeprocessor, slugify_unicode
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from plugins.markdown import syntax
from plugins.markdown.allowed import filter_tree
from plugins.markdown.blocks import bound_and_quicken
from plugins.markdown.collect import Nodes, collect
from plugins.markdown.html import ADDRESS_MARK
from plugins.markdown.inline import guard
from plugins.markdown.layout import laid_out
from plugins.markdown.nodes import Document, Heading
from plugins.markdown.text import plain
from plugins.markdown.tracing import Trace


class MarkdownParser:
    """A parser that is set up once and used for many texts: setting up costs as much as a short text."""

    def __init__(self) -> None:
        self._written = syntax.Written()
        self._references = syntax.References()
        self._markdown = Markdown(
            extensions=[
                TableExtension(),
                AttrListExtension(),
                SaneListExtension(),
                _Ids(slugify=slugify_unicode, marker=""),
                DefListExtension(),
            ],
            output_format="html",
        )
        self._markdown.references = self._references
        syntax.register(self._markdown, self._written)
        guard(self._markdown)
        self._markdown.preprocessors.register(_Layout(self._markdown), "layout", 25)  # after white space is made even
        self._rows = _Tables(self._markdown)
        self._markdown.parser.blockprocessors.register(self._rows, "table", 75)
        bound_and_quicken(self._markdown.parser)
        self._collector = _Collector(self._markdown, self._written, self._rows)
        self._addresses = _Addresses(self._markdown)
        self._markdown.treeprocessors.register(self._collector, "collect", 6)  # after the attributes, before the ids
        self._markdown.treeprocessors.register(self._addresses, "addresses", 0)

    def parse(self, source: str) -> Document:
        """Return the document of a text."""
        if not source.strip():
            return Document(source, "", "", frozenset())
        trace = Trace(source.replace(ADDRESS_MARK[0], " "))
        self._markdown.reset()
        self._references.trace = trace
        self._written.begin(trace)
        self._rows.cells = {}
        html = self._markdown.convert(trace.marked)
        nodes = self._collector.nodes
        tokens = _flat(getattr(self._markdown, "toc_tokens"))  # noqa: B009 - set by the toc extension
        headings = [
            Heading(token["level"], token["id"], token["name"], span, given)
            for token, (span, given) in zip(tokens, nodes.headings, strict=True)
        ]
        return Document(
            source,
            html,
            plain(html),
            frozenset(self._addresses.ids),
            tuple(nodes.blocks),
            tuple(headings),
            tuple(nodes.links),
            tuple(nodes.images),
            tuple(nodes.rows),
            tuple(nodes.raw_html),
            tuple(nodes.removed),
        )


def parse(source: str) -> Document:
    """Return the document of one text, with a parser of its own."""
    return MarkdownParser().parse(source)


class _IdsOfHeadings(TocTreeprocessor):
    def build_toc_div(self, toc_list: list[Any]) -> Element:
        return Element("div")  # no page shows the table of contents that the library makes


class _Ids(TocExtension):
    """Ids for headings, and the list of them."""

    TreeProcessorClass = _IdsOfHeadings


class _TocToken(TypedDict):
    level: int
    id: str
    name: str
    children: list["_TocToken"]


def _flat(tokens: list[_TocToken]) -> list[_TocToken]:
    found: list[_TocToken] = []
    for token in tokens:
        found += (token, *_flat(token["children"]))
    return found


class _Layout(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return list(laid_out(lines))


class _Tables(TableProcessor):
    """Tables, with the number of cells that were written in each row: the library gives all rows as many as the first."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md.parser, {"use_align_attribute": True})  # the policy of the site refuses styles
        self.cells: dict[Element, int] = {}

    def test(self, parent: Element, block: str) -> bool:
        first = block.find("\n")
        second = block[first + 1 :].partition("\n")[0] if first >= 0 else ""
        return bool(second) and not second.strip("|:- ") and bool(super().test(parent, block))

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        super()._build_row(row, parent, align)  # type: ignore[misc]
        self.cells[parent[-1]] = len(self._split_row(row))  # type: ignore[attr-defined]


class _Collector(Treeprocessor):
    """Takes the marks out of the tree, and the nodes with their places from it."""

    def __init__(self, md: Markdown, written: syntax.Written, tables: _Tables) -> None:
        super().__init__(md)
        self.written, self.tables = written, tables
        self.nodes = Nodes()

    def run(self, root: Element) -> None:
        trace, stash = self.written.trace, self.md.htmlStash
        trace.entities = [trace.plain(str(kept)) for kept in stash.rawHtmlBlocks]
        stash.rawHtmlBlocks = list(trace.entities)
        self.nodes = collect(root, self.written, self.tables.cells)


_ADDRESS_OF = {"a": "href", "img": "src"}


class _Addresses(Treeprocessor):
    """Marks every address, and lets a wide table scroll by itself."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.ids: set[str] = set()

    def run(self, root: Element) -> None:
        filter_tree(root)
        self.ids = set()
        has_table = False
        for element in root.iter():
            has_table = has_table or element.tag == "table"
            if value := element.get("id"):
                self.ids.add(value)
            name = _ADDRESS_OF.get(element.tag)
            if name and (target := element.get(name)) is not None:
                element.set(name, ADDRESS_MARK.format(target.replace("&", "&amp;")))  # which is read back as it was
        for parent in list(root.iter()) if has_table else ():
            for index, child in enumerate(list(parent)):
                if child.tag == "table":
                    frame = Element("div", {"class": "table-frame", "tabindex": "0"})
                    frame.tail, child.tail = child.tail, None
                    frame.append(child)
                    parent[index] = frame
