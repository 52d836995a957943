"""Both languages have the same headings, paragraphs, list items, links, pictures and tables, in the same order.

Whoever switches the language looks for the same place, and a missing part is a missing part. A link may lead to the text
of its own language on another site, or to a heading of its own page. What another rule wants gone, or a whole text that is
still to be written, is not asked of the other language as well (`consequences.py`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from plugins.checks.alignment import Measure, left_over
from plugins.checks.consequences import Refused, Span
from plugins.checks.counterparts import differing_entries
from plugins.checks.site import CheckedSite, MarkdownText
from plugins.diagnostics import Phrase, Problem
from plugins.language.figures import stated_numbers
from plugins.language.word_pairs import beginnings, in_russian
from plugins.markdown import Block, BlockKind, Document, Heading, Image, Link, Row
from plugins.model.placeholders import is_of_a_form

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
    refused = Refused(site)
    for bodies in site.pairs():
        pair = _BothTexts(site.markdown(bodies["kk"]), site.markdown(bodies["ru"]), site.content.paths, refused)
        differences = list(pair.differences())
        if differences and not any(is_of_a_form(body.source) for body in bodies.values()):
            yield from differences
    for entry in differing_entries(site):
        values = {"kind": Phrase(entry.kind), "found": entry.found[:_SHOWN_CHARACTERS]}
        values["other"] = entry.other.rpartition("/")[2]
        yield Problem(entry.path, entry.line, entry.column, "different-structure", values)


def _nodes(document: Document) -> Iterator[tuple[str, tuple[_Node, ...]]]:
    yield "headings", document.headings
    yield "links", document.links
    yield "pictures", document.images
    yield _ROWS, document.rows


@dataclass
class _BothTexts:
    """The Markdown of an item in both languages, the addresses of the site, and what other rules want gone."""

    kk: MarkdownText
    ru: MarkdownText
    paths: Set[str]
    refused: Refused

    @cached_property
    def gone(self) -> tuple[Sequence[Span], Sequence[Span]]:
        """The sentences of each language that must go, and personal data."""
        return self.refused.in_markdown(self.kk, "kk"), self.refused.in_markdown(self.ru, "ru")

    def differences(self) -> Iterator[Problem]:
        """Yield the first difference of each kind that remains when what other rules refuse is gone."""
        in_ru = dict(_nodes(self.ru.document))
        for kind, nodes in _nodes(self.kk.document):
            if kind == _ROWS and len(nodes) != len(in_ru[kind]):
                yield from self._row_without_counterpart()
            else:
                yield from self._first_difference(kind, nodes, in_ru[kind])
        sections = [_sections(self.kk.document), _sections(self.ru.document)]
        if len(sections[0]) != len(sections[1]):  # a heading may have to go
            texts = zip((self.kk, self.ru), self.gone, strict=True)
            sections = [_sections(text.document, gone) for text, gone in texts]
        if len(sections[0]) == len(sections[1]):
            yield from self._first_without_counterpart(*sections)

    def _first_difference(self, kind: str, in_kk: Sequence[_Node], in_ru: Sequence[_Node]) -> Iterator[Problem]:
        if (found := self._differing(zip_longest(in_kk, in_ru))) is None:
            return
        lasting = [
            [None if _is_within(node, gone) else node for node in nodes]
            for nodes, gone in zip((in_kk, in_ru), self.gone, strict=True)
        ]
        if any(None in nodes for nodes in lasting):
            both = ((one, other) for one, other in zip(*lasting, strict=False) if one and other)
            if len(in_kk) == len(in_ru) and self._differing(both) is None:
                return  # in place of the refused link the other language has another one
            one_left, other_left = ([node for node in nodes if node] for nodes in lasting)
            found = self._differing(zip_longest(one_left, other_left))
        if found:
            markdown, node, counterpart = found
            document = markdown.document
            is_line = isinstance(node, Heading | Row)
            shown = document.line_of(node.span.start) if is_line else document.source[node.span.start : node.span.end]
            yield _problem(kind, markdown, node.span.start, shown, counterpart)

    def _differing(self, pairs: Iterable[_Pair]) -> tuple[MarkdownText, _Node, MarkdownText] | None:
        """Return the first node without an equal one, its text and that of the other language."""
        for one, other in pairs:
            if _leads_nowhere(one, self.paths) or _leads_nowhere(other, self.paths):
                continue  # reported by the rule of links
            if one is None or other is None or _form(one, self.kk.document) != _form(other, self.ru.document):
                if one is not None:
                    return self.kk, one, self.ru
                assert other is not None
                return self.ru, other, self.kk
        return None

    def _row_without_counterpart(self) -> Iterator[Problem]:
        """Yield a problem for the first row that only one language has; they are compared by their words and numbers."""
        kk, ru = self.kk, self.ru
        has_more = len(kk.document.rows) < len(ru.document.rows)
        for side, place in left_over(_rows(kk.document, "kk"), _rows(ru.document, "ru")):
            markdown, other = (ru, kk) if has_more else (kk, ru)
            if side == has_more and not _is_within(row := markdown.document.rows[place], self.gone[side]):
                yield _problem(_ROWS, markdown, row.span.start, markdown.document.line_of(row.span.start), other)
                return

    def _first_without_counterpart(
        self, all_in_kk: Sequence[Sequence[Block]], all_in_ru: Sequence[Sequence[Block]]
    ) -> Iterator[Problem]:
        kk, ru = self.kk, self.ru
        for in_kk, in_ru in zip(all_in_kk, all_in_ru, strict=True):
            if [block.kind for block in in_kk] == [block.kind for block in in_ru]:
                continue
            if any(_has_items(one) and not _has_items(other) for one, other in ((in_kk, in_ru), (in_ru, in_kk))):
                continue  # a list in one language may be a sentence in the other
            measures = [_measures(in_kk, kk.document, "kk"), _measures(in_ru, ru.document, "ru")]
            for side, place in left_over(*measures):
                markdown, other, block = (kk, ru, in_kk[place]) if side == 0 else (ru, kk, in_ru[place])
                if _is_all_within(block, markdown.document, self.gone[side]):
                    continue
                kind = "list-items" if block.kind is BlockKind.LIST_ITEM else "paragraphs"
                yield _problem(kind, markdown, block.span.start, markdown.document.line_of(block.span.start), other)
                return


def _is_within(node: _Node, gone: Sequence[Span]) -> bool:
    """Return whether a node has a part in what must go."""
    return any(node.span.start < end and start < node.span.end for start, end in gone)


def _is_all_within(block: Block, document: Document, gone: Sequence[Span]) -> bool:
    """Return whether nothing is left of a block when that goes which must."""
    words = list(document.words(block))
    for start, end in gone:
        first, last = max(start - block.span.start, 0), min(end - block.span.start, len(words))
        words[first:last] = " " * max(last - first, 0)
    return not any(map(str.isalnum, words))


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


def _rows(document: Document, language: str) -> list[Measure]:
    measures, table = [], -1
    for row in document.rows:
        kind = f"{row.cells} cells" if row.table == table else f"{row.cells} headings"
        measures.append(_measure(document.line_of(row.span.start), language, {kind}, is_item=True))
        table = row.table
    return measures


def _sections(document: Document, gone: Sequence[Span] = ()) -> list[list[Block]]:
    """Return the paragraphs and list items between headings, without headings that must go."""
    sections: list[list[Block]] = [[]]
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and not _is_all_within(block, document, gone):
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
