"""Every passage an editor wrote, with the language it must be in and the place of each of its characters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import yaml

from plugins.model.items import LANGUAGES, Body, SiteContent
from plugins.model.scalars import as_written
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


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one language. `text` has the length of the source: what is no prose is blanked out by spaces."""

    path: str
    language: str
    kind: Kind
    text: str
    line: int
    column: int
    """Place of the first character, from 1."""

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of the character at `offset`."""
        before = self.text[:offset]
        newlines = before.count("\n")
        column = self.column + offset if newlines == 0 else offset - before.rfind("\n")
        return self.line + newlines, column


def passages(content: SiteContent) -> Iterator[Passage]:
    """Yield every passage of the content: bodies, front matter, and words of both languages in YAML files.

    Proper names that stand in both languages are blanked out.
    """
    names = content.cooperative.names_in_both_languages
    pattern = re.compile("|".join(map(re.escape, names)))
    for passage in _all_passages(content):
        text = pattern.sub(_blank, passage.text)
        yield passage if text == passage.text else replace(passage, text=text)


def _all_passages(content: SiteContent) -> Iterator[Passage]:
    languages = {body.path: language for part in content.written() for language, body in part.bodies.items()}
    for path, source in content.sources.items():
        yield from _front_matter(source, languages[path]) if path in languages else _words(source, source.root)
    for part in content.written():
        for language, body in part.bodies.items():
            yield from body_passages(body, language)
    for language, body in content.unfinished:
        yield from body_passages(body, language)
    for film in content.all_films():
        for language, captions in film.captions.items():
            for cue in captions.cues:
                yield Passage(captions.path, language, Kind.CAPTION, cue.text, cue.line + 1, 1)


# YAML


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

_FENCE = re.compile(r"^(```|~~~)")
_HEADING = re.compile(r"^(#{1,6}\s+)(.*?)\s*$")
_LIST_ITEM = re.compile(r"^(\s*(?:[-*+]|\d+[.)])\s+)")
_TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
_NOT_PROSE = re.compile(
    r"`[^`]*`"  # code
    r"|\{[#.:][^}]*\}"  # attributes
    r"|</?[a-zA-Z!][^>]*>"  # HTML
    r"|https?://\S+"
    r"|(?<=\])\([^)\s]*(?:\s+\"[^\"]*\")?\)"  # where a link leads
)
_EMPHASIS_OR_BRACKET = re.compile(r"[*_]{1,3}|[\[\]]")
_NO_NEWLINE = re.compile(r"[^\n]")
_CELL = re.compile(r"[^|]+")
_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"/|https?:")
_IMAGE = re.compile(r"!\[([^\]]*)\](\([^)]*\))?")
_QUOTED = re.compile(r"\[([^\]]+)\]\{lang=([a-z]{2,3})\}")


def body_passages(body: Body, language: str) -> Iterator[Passage]:
    """Yield the passages of a Markdown text: its blocks, the alternatives of its pictures, its quoted passages."""
    line = body.first_line
    for kind, text, first, column in _blocks(body.source.split("\n")):
        whole = Passage(body.path, language, kind, text, line + first, column)
        for match in _IMAGE.finditer(text):
            if match.group(1).strip():
                yield _part(whole, match.start(1), match.group(1), Kind.ALT, language)
        for match in _QUOTED.finditer(text):
            yield _part(whole, match.start(1), match.group(1), Kind.QUOTED, match.group(2))
        prose = text
        for pattern in (_IMAGE, _QUOTED, _NOT_PROSE):
            prose = pattern.sub(_blank, prose)
        prose = _EMPHASIS_OR_BRACKET.sub(_blank, prose)
        if prose.strip():
            yield Passage(body.path, language, kind, prose, line + first, column)


def _part(whole: Passage, offset: int, text: str, kind: Kind, language: str) -> Passage:
    line, column = whole.place(offset)
    return Passage(whole.path, language, kind, text, line, column)


def _blank(match: re.Match[str]) -> str:
    return _NO_NEWLINE.sub(" ", match.group(0))


def _blocks(lines: list[str]) -> Iterator[tuple[Kind, str, int, int]]:
    """Yield kind, text, index of the first line and column of every block."""
    index = 0
    while index < len(lines):
        line = lines[index]
        if not line.strip() or _FENCE.match(line):
            pass  # our Markdown knows no fences: what stands between them is published as text
        elif heading := _HEADING.match(line):
            yield Kind.HEADING, heading.group(2), index, len(heading.group(1)) + 1
        elif line.lstrip().startswith("|"):
            if not _TABLE_RULE.match(line):
                yield from ((Kind.CELL, cell, index, column) for cell, column in _cells(line))
        else:
            start = index
            item = _LIST_ITEM.match(line)
            while index + 1 < len(lines) and _goes_on(lines[index + 1]):
                index += 1
            column = len(item.group(1)) if item else 0
            text = "\n".join([line[column:], *lines[start + 1 : index + 1]])
            yield Kind.LIST_ITEM if item else Kind.PARAGRAPH, text, start, column + 1
        index += 1


def _goes_on(line: str) -> bool:
    """Whether a line belongs to the block of the line before it."""
    starts_block = _HEADING.match(line) or _LIST_ITEM.match(line) or _FENCE.match(line)
    return bool(line.strip()) and not starts_block and not line.lstrip().startswith("|")


def _cells(line: str) -> Iterator[tuple[str, int]]:
    for match in _CELL.finditer(line):
        cell = match.group(0)
        if cell.strip():
            yield cell.strip(), match.start() + len(cell) - len(cell.lstrip()) + 1
