"""Both languages have the same headings, links, pictures and tables, in the same order.

Whoever switches the language looks for the same place, and a missing part is a missing part.
"""

import re
from collections.abc import Iterable, Iterator, Set
from itertools import zip_longest

from plugins.checks.site import CheckedSite, MarkdownText
from plugins.diagnostics import Phrase, Problem
from plugins.markdown import Document, Heading, Image, Link, Row

_FRAGMENT_OR_QUERY = re.compile("[?#]")
_SHOWN_CHARACTERS = 60

_Node = Heading | Link | Image | Row
_Pair = tuple[_Node | None, _Node | None]


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for the first heading, link, picture and table row that differs."""
    for bodies in site.pairs():
        kk, ru = site.markdown(bodies["kk"]), site.markdown(bodies["ru"])
        in_ru = dict(_nodes(ru.document))
        for kind, nodes in _nodes(kk.document):
            yield from _first_difference(kind, kk, ru, zip_longest(nodes, in_ru[kind]), site.content.paths)


def _nodes(document: Document) -> Iterator[tuple[str, tuple[_Node, ...]]]:
    yield "headings", document.headings
    yield "links", document.links
    yield "pictures", document.images
    yield "table-rows", document.rows


def _first_difference(
    kind: str, kk: MarkdownText, ru: MarkdownText, pairs: Iterable[_Pair], paths: Set[str]
) -> Iterator[Problem]:
    for one, other in pairs:
        if _leads_nowhere(one, paths) or _leads_nowhere(other, paths):
            continue  # a fault of its own, told by the rule of links
        if one is None or other is None or _form(one) != _form(other):
            markdown, node, counterpart = (kk, one, ru) if one is not None else (ru, other, kk)
            assert node is not None
            document = markdown.document
            shown = document.line_of(node.span.start) if isinstance(node, Heading | Row) else ""
            found = (shown or document.source[node.span.start : node.span.end]).strip()[:_SHOWN_CHARACTERS]
            values = {"kind": Phrase(kind), "found": found, "other": counterpart.path.rpartition("/")[2]}
            yield markdown.problem("different-structure", node.span.start, **values)
            return


def _leads_nowhere(node: _Node | None, paths: Set[str]) -> bool:
    if not isinstance(node, Link) or not node.target.startswith("/"):
        return False
    return _FRAGMENT_OR_QUERY.split(node.target)[0] not in paths


def _form(node: _Node) -> object:
    """Return what must be equal in both languages."""
    if isinstance(node, Heading):
        return node.level, node.given_id
    return node.cells if isinstance(node, Row) else node.target
