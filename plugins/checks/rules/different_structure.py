"""Both languages have the same headings, paragraphs, list items, links, pictures and tables, in the same order.

Whoever switches the language looks for the same place, and a missing part is a missing part. A link may lead to the text
of its own language on another site, or to a heading of its own page.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import zip_longest

from plugins.checks.alignment import Measure, left_over
from plugins.checks.counterparts import differing_entries
from plugins.checks.site import CheckedSite, MarkdownText
from plugins.diagnostics import Phrase, Problem
from plugins.language.figures import stated_numbers
from plugins.language.word_pairs import beginnings, in_russian
from plugins.markdown import Block, BlockKind, Document, Heading, Image, Link, Row

_FRAGMENT_OR_QUERY = re.compile("[?#]")
_LANGUAGE_OF_SITE = re.compile(
    r"(?<=/)(?:kk|kaz|kz|ru|rus)(?=[/?#]|$)|(?<=://)(?:kk|kaz|ru|rus)(?=\.)|(?<=lang=)(?:kk|kz|ru)\b"
)
_SENTENCE_END = re.compile(r"[.!?…:;](?=\s|$)")
_SHOWN_CHARACTERS = 60
_ROWS = "table-rows"

_Node = Heading | Link | Image | Row
_Pair = tuple[_Node | None, _Node | None]
_Form = tuple[object, ...]


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for the first heading, link, picture, table row, paragraph and list item that differs."""
    for bodies in site.pairs():
        kk, ru = site.markdown(bodies["kk"]), site.markdown(bodies["ru"])
        in_ru = dict(_nodes(ru.document))
        differences: list[Problem] = []
        for kind, nodes in _nodes(kk.document):
            if kind == _ROWS and len(nodes) != len(in_ru[kind]):
                differences += _row_without_counterpart(kk, ru)
            else:
                differences += _first_difference(kind, kk, ru, zip_longest(nodes, in_ru[kind]), site.content.paths)
        yield from differences
        if len(kk.document.headings) == len(ru.document.headings):
            yield from _first_without_counterpart(kk, ru)
    for entry in differing_entries(site):
        values = {"kind": Phrase(entry.kind), "found": entry.found[:_SHOWN_CHARACTERS]}
        values["other"] = entry.other.rpartition("/")[2]
        yield Problem(entry.path, entry.line, entry.column, "different-structure", values)


def _nodes(document: Document) -> Iterator[tuple[str, tuple[_Node, ...]]]:
    yield "headings", document.headings
    yield "links", document.links
    yield "pictures", document.images
    yield _ROWS, document.rows


def _first_difference(
    kind: str, kk: MarkdownText, ru: MarkdownText, pairs: Iterable[_Pair], paths: Set[str]
) -> Iterator[Problem]:
    for one, other in pairs:
        if _leads_nowhere(one, paths) or _leads_nowhere(other, paths):
            continue  # reported by the rule of links
        if one is None or other is None or _form(one, kk.document) != _form(other, ru.document):
            markdown, node, counterpart = (kk, one, ru) if one is not None else (ru, other, kk)
            assert node is not None
            document = markdown.document
            is_line = isinstance(node, Heading | Row)
            found = document.line_of(node.span.start) if is_line else document.source[node.span.start : node.span.end]
            yield _problem(kind, markdown, node.span.start, found, counterpart)
            return


def _problem(kind: str, markdown: MarkdownText, offset: int, found: str, other: MarkdownText) -> Problem:
    shown = found.strip()[:_SHOWN_CHARACTERS]
    values = {"kind": Phrase(kind), "found": shown, "other": other.path.rpartition("/")[2]}
    return markdown.problem("different-structure", offset, **values)


def _leads_nowhere(node: _Node | None, paths: Set[str]) -> bool:
    if not isinstance(node, Link) or not node.target.startswith("/"):
        return False
    return _FRAGMENT_OR_QUERY.split(node.target)[0] not in paths


def _form(node: _Node, document: Document) -> _Form:
    """Return what must be equal in both languages."""
    if isinstance(node, Heading):
        is_linked = any(link.target == f"#{node.id}" for link in document.links)
        return node.level, None if is_linked and node.given_id is None else is_linked or node.given_id
    if isinstance(node, Row):
        return (node.cells,)
    if node.target.startswith("#"):
        return ("#", *(place for place, heading in enumerate(document.headings) if f"#{heading.id}" == node.target))
    return (_LANGUAGE_OF_SITE.sub("*", node.target) if "://" in node.target else node.target,)


# Table rows, paragraphs and list items


def _row_without_counterpart(kk: MarkdownText, ru: MarkdownText) -> Iterator[Problem]:
    """Yield a problem for the first row that only one language has; they are compared by their words and numbers."""
    has_more = len(kk.document.rows) < len(ru.document.rows)
    for side, place in left_over(_rows(kk.document, "kk"), _rows(ru.document, "ru")):
        if side == has_more:
            markdown, other = (ru, kk) if has_more else (kk, ru)
            row = markdown.document.rows[place]
            yield _problem(_ROWS, markdown, row.span.start, markdown.document.line_of(row.span.start), other)
            return


def _rows(document: Document, language: str) -> list[Measure]:
    measures, table = [], -1
    for row in document.rows:
        kind = f"{row.cells} cells" if row.table == table else f"{row.cells} headings"
        measures.append(_measure(document.line_of(row.span.start), language, {kind}, is_item=True))
        table = row.table
    return measures


def _first_without_counterpart(kk: MarkdownText, ru: MarkdownText) -> Iterator[Problem]:
    for in_kk, in_ru in zip(_sections(kk.document), _sections(ru.document), strict=True):
        if [block.kind for block in in_kk] == [block.kind for block in in_ru]:
            continue
        if any(_has_items(one) and not _has_items(other) for one, other in ((in_kk, in_ru), (in_ru, in_kk))):
            continue  # a list in one language may be a sentence in the other
        measures = [_measures(in_kk, kk.document, "kk"), _measures(in_ru, ru.document, "ru")]
        for side, place in left_over(*measures):
            markdown, other, block = (kk, ru, in_kk[place]) if side == 0 else (ru, kk, in_ru[place])
            kind = "list-items" if block.kind is BlockKind.LIST_ITEM else "paragraphs"
            yield _problem(kind, markdown, block.span.start, markdown.document.line_of(block.span.start), other)
            return


def _sections(document: Document) -> list[list[Block]]:
    """Return the paragraphs and list items between headings."""
    sections: list[list[Block]] = [[]]
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            sections.append([])
        elif block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and document.words(block).strip():
            sections[-1].append(block)
    return sections


def _has_items(blocks: Sequence[Block]) -> bool:
    return any(block.kind is BlockKind.LIST_ITEM for block in blocks)


def _measures(blocks: Sequence[Block], document: Document, language: str) -> list[Measure]:
    measures = []
    for block in blocks:
        inside = (link.target for link in document.links if block.span.start <= link.span.start < block.span.end)
        targets = {_LANGUAGE_OF_SITE.sub("*", target) for target in inside if not target.startswith("#")}
        is_item = block.kind is BlockKind.LIST_ITEM
        measures.append(_measure(document.words(block), language, targets, is_item=is_item))
    return measures


def _measure(words: str, language: str, other_marks: Set[str], *, is_item: bool) -> Measure:
    text = " ".join(words.split())
    marks = frozenset(number.value for number in stated_numbers(text, language) if number.is_certain) | other_marks
    sentences = len(_SENTENCE_END.findall(text))
    own = beginnings(text)
    return Measure(len(text), sentences, own | in_russian(own) if language == "kk" else own, marks, is_item)
