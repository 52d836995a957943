"""Addresses in Markdown must lead somewhere.

Bad:  [how to join](/faq/how-to-jion/)   ![the house](house.png) with no such file beside the text
Good: [how to join](/faq/how-to-join/)   ![the house](house.svg)

A reader who meets «page not found» stops trusting the rest. Pages are named by their path without the
language; pictures by their file name in the same folder; other sites stand in `sources`, but may be linked.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from plugins.diagnostics import Problem
from plugins.markup import Converted, Link
from plugins.model.fields import PageReference
from plugins.model.items import Body, SiteContent
from plugins.model.references import values_in
from plugins.model.schema_problems import nearest

_ELSEWHERE = re.compile(r"^(https?:|mailto:|tel:|#)")


def check_links(content: SiteContent, converted: Mapping[str, Converted], root: Path) -> Iterator[Problem]:
    """Yield a problem for every link to no page and every picture that is not in its bundle."""
    pages = sorted(content.paths)
    for body in content.all_bodies():
        yield from _check_body(body, converted[body.source].links, pages, root)
    for item in content.all_items():
        for language, text in item.texts.items():
            source = content.sources[item.bodies[language].path]
            for location, value in values_in(text):
                if isinstance(value, PageReference) and value.link not in pages:
                    near = nearest(value.link, pages)
                    yield source.problem_at_value("broken-link", (*location, "link"), link=value.link, nearest=near)


def _check_body(body: Body, links: Iterable[Link], pages: list[str], root: Path) -> Iterator[Problem]:
    files = sorted(entry.name for entry in (root / body.path).parent.iterdir() if entry.is_file())
    seen: Counter[str] = Counter()
    for link in links:
        seen[link.target] += 1
        line, column = _position(body, link, seen[link.target])
        if link.is_picture:
            if link.target not in files:
                values = {"file": link.target, "nearest": nearest(link.target, files)}
                yield Problem(body.path, line, column, "missing-file", values)
        elif not _ELSEWHERE.match(link.target):
            path = re.split(r"[?#]", link.target)[0]
            if path not in pages:
                values = {"link": link.target, "nearest": nearest(path, pages)}
                yield Problem(body.path, line, column, "broken-link", values)


def _position(body: Body, link: Link, occurrence: int) -> tuple[int, int]:
    """Return line and column of the address; of the body's beginning where Markdown wrote it otherwise."""
    found = re.finditer(rf"\(({re.escape(link.target)})[\s)]", body.source)
    match = next(islice(found, occurrence - 1, None), None)
    if match is None:
        return body.first_line, 1
    before = body.source[: match.start(1)]
    return body.first_line + before.count("\n"), len(before) - (before.rfind("\n") + 1) + 1
