"""One Markdown text to HTML (pure).

Addresses of pages and pictures are left as marks, because the HTML is kept for many builds while an address
depends on the whole site: `rendering.py` puts them in.
"""

from dataclasses import dataclass
from html import unescape
from typing import TypedDict
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify_unicode
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

ADDRESS_MARK = "\u0001{}\u0001"
"""What stands for an address in converted HTML; the text between the marks is what the editor wrote."""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address as the editor wrote it, and whether a picture or a page is meant."""

    target: str
    is_picture: bool


class ConvertedParts(TypedDict):
    """`Converted` as plain data, for the cache."""

    html: str
    headings: list[tuple[int, str, str]]
    links: list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Converted:
    """HTML with marked addresses, the headings in order, the links and pictures in order."""

    html: str
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]

    def to_parts(self) -> ConvertedParts:
        """Return the conversion as plain data."""
        return {
            "html": self.html,
            "headings": [(h.level, h.id, h.text) for h in self.headings],
            "links": [(link.target, link.is_picture) for link in self.links],
        }

    @classmethod
    def from_parts(cls, parts: ConvertedParts) -> "Converted":
        """Return the conversion that `to_parts` gave. Raises KeyError or TypeError for other data."""
        return cls(
            str(parts["html"]),
            tuple(Heading(*heading) for heading in parts["headings"]),
            tuple(Link(*link) for link in parts["links"]),
        )


class MarkdownConverter:
    """A Markdown parser that is set up once and used for many texts: setting up costs as much as a short text."""

    def __init__(self) -> None:
        self._addresses = _Addresses()
        self._markdown = Markdown(
            extensions=["tables", "attr_list", "sane_lists", "toc", "def_list", _LanguageSpans(), self._addresses],
            extension_configs={"toc": {"slugify": slugify_unicode}},
            output_format="html",
        )

    def convert(self, source: str) -> Converted:
        """Return `source` as HTML, its headings and its links."""
        self._markdown.reset()
        self._addresses.links = []
        html = self._markdown.convert(source.replace(ADDRESS_MARK[0], ""))
        tokens = getattr(self._markdown, "toc_tokens")  # noqa: B009 - set by the toc extension
        return Converted(html, tuple(_headings(tokens)), tuple(self._addresses.links))


def convert(source: str) -> Converted:
    """Return one text converted, with a parser of its own."""
    return MarkdownConverter().convert(source)


class _TocToken(TypedDict):
    level: int
    id: str
    name: str
    children: list["_TocToken"]


def _headings(tokens: list[_TocToken]) -> list[Heading]:
    found: list[Heading] = []
    for token in tokens:
        found.append(Heading(token["level"], token["id"], token["name"]))
        found += _headings(token["children"])
    return found


class _Addresses(Extension):
    """Marks every address, and lets a wide table scroll by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[Link] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - name of the library
        md.treeprocessors.register(_AddressMarker(md, self), "addresses", 0)


class _AddressMarker(Treeprocessor):
    def __init__(self, md: Markdown, owner: _Addresses) -> None:
        super().__init__(md)
        self.owner = owner

    def run(self, root: Element) -> None:
        for element in root.iter():
            name = {"a": "href", "img": "src"}.get(element.tag)
            if name and (target := element.get(name)) is not None:
                if AMP_SUBSTITUTE in target:  # `<name@example.kz>`, which Markdown hides from collectors of addresses
                    target = unescape(target.replace(AMP_SUBSTITUTE, "&"))
                self.owner.links.append(Link(target, is_picture=element.tag == "img"))
                element.set(name, ADDRESS_MARK.format(target))
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag == "table":
                    frame = Element("div", {"class": "table-frame", "tabindex": "0"})
                    frame.tail, child.tail = child.tail, None
                    frame.append(child)
                    parent[index] = frame


class _LanguageSpans(Extension):
    """`[passage]{lang=ru}`: a passage in another language, as Pandoc writes it."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - name of the library
        md.inlinePatterns.register(_LanguageSpan(r"\[([^\]]+)\]\{lang=([a-z]{2,3})\}", md), "language-span", 165)


class _LanguageSpan(InlineProcessor):
    def handleMatch(self, m, data):  # type: ignore[no-untyped-def,override]  # noqa: N802 - name of the library
        span = Element("span", {"lang": m.group(2)})
        span.text = m.group(1)
        return span, m.start(0), m.end(0)
