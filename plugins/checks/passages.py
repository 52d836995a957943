"""The passages of the content, each with the language it must be in and the place of each of its characters."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

import yaml

from plugins.checks.split_numbers import split_over_cells
from plugins.diagnostics.places import place_in
from plugins.markdown import BlockKind, Document
from plugins.model.cooperative import Cooperative
from plugins.model.items import LANGUAGES, Body, Language, SiteContent
from plugins.model.scalars import as_written
from plugins.model.synced import IN_STEP_FILE
from plugins.model.yaml_source import YamlSource, scalar_nodes


class Kind(StrEnum):
    """What a passage is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    CELL = "cell"
    ALT = "alt"
    QUOTED = "quoted"
    """Marked with `[…]{lang=…}`: to be judged by that language."""
    WORDS = "words"
    """A value of front matter, or of `{kk: …, ru: …}` in a YAML file."""
    CAPTION = "caption"
    CODE = "code"
    """Between two `` ` `` in a line; only rules that read code are asked of it."""
    SIGNS = "signs"
    """A value of YAML that is no prose, or the words of a drawing, whose language is not known; few rules read them."""


_KINDS = {
    BlockKind.HEADING: Kind.HEADING,
    BlockKind.PARAGRAPH: Kind.PARAGRAPH,
    BlockKind.LIST_ITEM: Kind.LIST_ITEM,
    BlockKind.CELL: Kind.CELL,
    BlockKind.ALT: Kind.ALT,
    BlockKind.QUOTED: Kind.QUOTED,
    BlockKind.TITLE: Kind.ALT,
    BlockKind.PREFORMATTED: Kind.PARAGRAPH,
    BlockKind.CODE: Kind.CODE,
}

_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"/|https?:")
_WEB_ADDRESS = re.compile(r"https?://\S+")
_CALLING = re.compile(
    r"(?:tel:|sms:|mailto:|viber:|whatsapp:|(?:https?:)?//(?:[\w-]+\.)*(?:wa\.me|whatsapp\.com|viber\.click|t\.me)/)",
    re.IGNORECASE,
)
_IDENTITY_NUMBER = re.compile(r"(?<!\d)(?:\d{12}|\d{16})(?!\d)|KZ\d\d[A-Z0-9]{16}|\+7\d{10}(?!\d)")
_NINE_DIGITS = re.compile(r"(?:\d[^\d\n]{0,4}){8}\d")
_NO_SIGNS = re.compile(r"[0-9a-f]{32,64}|[^\s/]+\.\w{2,5}")
"""Check sums; and names of files, which have a rule of their own."""
_NO_NEWLINE = re.compile(r"[^\n]")


class Passage(NamedTuple):
    """Words of one language. `text` has the length of the source: what is no prose is blanked out by spaces."""

    path: str
    language: str
    kind: Kind
    text: str
    line: int
    column: int
    """Place of the first character, from 1."""
    declared: frozenset[str] = frozenset()
    """Numbers and addresses the cooperative states of itself, in their bare form."""
    signs: tuple[tuple[str, int, int], ...] = ()
    """With the first passage of a text: what its links' addresses and two cells of its tables hold of somebody, with line and
    column."""

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of the character at `offset`."""
        return place_in(self.text, offset, self.line, self.column)


def passages(content: SiteContent, documents: Mapping[str, Document]) -> Iterator[Passage]:
    """Yield every passage of the content: bodies, front matter, and words of both languages in YAML files.

    Proper names that are the same in both languages are blanked out.
    """
    names = content.cooperative.names_in_both_languages
    pattern = re.compile("|".join(map(re.escape, names)))
    declared = declared_by(content.cooperative)
    for passage in _all_passages(content, documents):
        text = passage.text
        if any(name in text for name in names):  # the pattern would be tried at every character
            text = pattern.sub(_blank, text)
        yield passage._replace(text=text, declared=declared)


def bare(text: str) -> str:
    """Return a number or an address without what groups it, a phone number as if dialled with 8."""
    letters = re.sub(r"[^\w@]", "", text).casefold()
    return f"8{letters[-10:]}" if re.fullmatch(r"(?:00)?7\d{10}", letters) else letters


def declared_by(cooperative: Cooperative) -> frozenset[str]:
    """Return the numbers and addresses the cooperative states of itself, in bare form."""
    stated = (cooperative.bin.value, cooperative.email.value, *(cooperative.phones.value or ()))
    return frozenset(bare(value) for value in stated if value)


def _all_passages(content: SiteContent, documents: Mapping[str, Document]) -> Iterator[Passage]:
    yield from passages_in_yaml(content)
    yield from signs_in_yaml(content)
    for part in content.written():
        for language, body in part.bodies.items():
            yield from body_passages(body, documents[body.source], language)
    for video in content.all_videos():
        for language, captions in video.captions.items():
            for cue in captions.cues:
                yield Passage(captions.path, language, Kind.CAPTION, cue.text, cue.line + 1, 1)


# YAML


def passages_in_yaml(content: SiteContent) -> Iterator[Passage]:
    """Yield the passages of front matter, and the words of both languages in YAML files.

    The file of fingerprints has none: twelve digits in a row in one of them looked like an IIN.
    """
    languages = {body.path: language for part in content.written() for language, body in part.bodies.items()}
    for path, source in content.sources.items():
        if not path.endswith(f"/{IN_STEP_FILE}"):
            yield from _prose_of(source, languages.get(path))


def _prose_of(source: YamlSource, language: Language | None) -> Iterator[Passage]:
    yield from _front_matter(source, language) if language else _words(source, source.root)


def signs_in_yaml(content: SiteContent) -> Iterator[Passage]:
    """Yield the values with many digits that are no prose: names, numbers and addresses."""
    for path, source in content.sources.items():
        if path.endswith(f"/{IN_STEP_FILE}") or not _NINE_DIGITS.search(source.text):
            continue
        languages = {body.path: language for part in content.written() for language, body in part.bodies.items()}
        read = {(passage.line, passage.column) for passage in _prose_of(source, languages.get(path))}
        for node in scalar_nodes(source.root):
            if not _NINE_DIGITS.search(node.value) or _NO_SIGNS.fullmatch(node.value):
                continue
            passage = _scalar(source, node, "kk")._replace(kind=Kind.SIGNS)
            is_address = _ADDRESS.match(node.value) and not _CALLING.match(node.value)
            if (passage.line, passage.column) not in read and (not is_address or _IDENTITY_NUMBER.search(node.value)):
                yield passage


def _front_matter(source: YamlSource, language: str) -> Iterator[Passage]:
    yield from (_scalar(source, node, language) for node in scalar_nodes(source.root) if _is_prose(node.value))


def _words(source: YamlSource, node: yaml.Node) -> Iterator[Passage]:
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _words(source, child)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value in LANGUAGES and isinstance(value, yaml.ScalarNode):
                if _is_prose(value.value):
                    yield _scalar(source, value, key.value)
            else:
                yield from _words(source, value)


def _is_prose(value: str) -> bool:
    return bool(_LETTER.search(value)) and not _ADDRESS.match(value)


def _scalar(source: YamlSource, node: yaml.ScalarNode, language: str) -> Passage:
    text, line, column = as_written(node, source.text)
    return Passage(source.path, language, Kind.WORDS, text, line + source.first_line, column + 1)


# Markdown


def body_passages(body: Body, document: Document, language: str) -> Iterator[Passage]:
    """Yield the passages of a Markdown text: its blocks, the alternatives of its pictures, its quoted passages."""
    signs = tuple(_signs(body, document))
    for block in document.blocks:
        if (kind := _KINDS.get(block.kind)) is None:
            continue
        text = document.words(block)
        if "://" in text:
            text = _WEB_ADDRESS.sub(_blank, text)
        if text.strip():
            line, column = document.place(block.span.start)
            first_line = body.first_line + line - 1
            yield Passage(body.path, block.language or language, kind, text, first_line, column, signs=signs)
            signs = ()


def _signs(body: Body, document: Document) -> Iterator[tuple[str, int, int]]:
    """Yield what may be somebody's number and stands in no words: in addresses, and over two cells of a table."""
    for row in document.rows:
        for text, offset in split_over_cells(document.source[slice(*row.span)]):
            line, column = document.place(row.span.start + offset)
            yield text, body.first_line + line - 1, column
    for link in document.links:
        line, column = document.place(link.target_span.start)
        if _CALLING.match(link.target):
            yield link.target, body.first_line + line - 1, column
        else:
            for number in _IDENTITY_NUMBER.finditer(link.target):
                yield number[0], body.first_line + line - 1, column


def _blank(match: re.Match[str]) -> str:
    return _NO_NEWLINE.sub(" ", match.group(0))
