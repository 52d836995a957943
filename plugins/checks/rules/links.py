"""Addresses in Markdown must lead somewhere.

Bad:  [how to join](/faq/how-to-jion/)   ![the house](house.png) with no such file beside the text
Good: [how to join](/faq/how-to-join/)   ![the house](house.svg)

A reader who meets «page not found» stops trusting the rest. Pages are named by their path without the
language; pictures by their file name in the same folder; other sites stand in `sources`, but may be linked.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.checks.rules.cross_language_link import LANGUAGE_PATH
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.markup import Link
from plugins.model.fields import PageReference
from plugins.model.items import Body
from plugins.model.references import values_in
from plugins.model.schema_problems import nearest

_ELSEWHERE = re.compile(r"^(https?:|mailto:|tel:|#)")


def check_links(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every link to no page and every picture that is not in its bundle."""
    content, pages = site.content, sorted(site.content.paths)
    for body in content.all_bodies():
        yield from _check_body(body, site.converted[body.source].links, pages, site.root)
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
            if link.target not in files and "//" not in link.target:  # raw_html.py judges pictures from elsewhere
                values = {"file": link.target, "nearest": nearest(link.target, files)}
                yield Problem(body.path, line, column, "missing-file", values)
        elif not _ELSEWHERE.match(link.target):
            path = re.split(r"[?#]", link.target)[0]
            if path not in pages and not LANGUAGE_PATH.match(path):
                values = {"link": link.target, "nearest": nearest(path, pages)}
                yield Problem(body.path, line, column, "broken-link", values)


def _position(body: Body, link: Link, occurrence: int) -> tuple[int, int]:
    """Return line and column of the address; of the body's beginning where Markdown wrote it otherwise."""
    start = -1
    for _ in range(occurrence):
        start = body.source.find(f"({link.target}", start + 1)
    return (body.first_line, 1) if start < 0 else body.place(start + 1)
