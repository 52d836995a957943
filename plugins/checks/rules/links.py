"""Addresses in Markdown must lead somewhere.

Bad:  [мүше болу](/faq/how-to-jion/) · ![үй](house.png)
Good: [мүше болу](/faq/how-to-join/) · ![үй](house.svg)

A reader who meets «page not found» stops trusting the rest. Pages are named by their path without the
language; pictures by their file name in the same folder; other sites stand in `sources`, but may be linked.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from itertools import islice
from pathlib import Path

from plugins.checks.rules.cross_language_link import LANGUAGE_PATH
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.markup import Link
from plugins.model.fields import PageReference
from plugins.model.items import Body
from plugins.model.references import values_in
from plugins.model.schema_problems import nearest

_FRAGMENT_OR_QUERY = re.compile("[?#]")
_ELSEWHERE = re.compile(r"^(https?:|mailto:|tel:|#)")


def check_links(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every link to no page and every picture that is not in its bundle."""
    content, paths = site.content, site.content.paths
    for body in content.all_bodies():
        yield from _check_body(body, site.converted[body.source].links, paths, site.root)
    for item in content.all_items():
        for language, text in item.texts.items():
            source = content.sources[item.bodies[language].path]
            for location, value in values_in(text):
                if isinstance(value, PageReference) and value.link not in paths:
                    near = nearest(value.link, sorted(paths))
                    yield source.problem_at_value("broken-link", (*location, "link"), link=value.link, nearest=near)


def _check_body(body: Body, links: Iterable[Link], paths: Set[str], root: Path) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for link in links:
        seen[link.target] += 1
        if link.is_picture:
            folder = (root / body.path).parent
            # pictures from elsewhere have a rule of their own
            is_beside = "/" not in link.target and (folder / link.target).is_file()
            if "//" not in link.target and not is_beside:
                files = sorted(entry.name for entry in folder.iterdir() if entry.is_file())
                values = {"file": link.target, "nearest": nearest(link.target, files)}
                yield Problem(body.path, *_position(body, link, seen[link.target]), "missing-file", values)
        elif not _ELSEWHERE.match(link.target):
            path = _FRAGMENT_OR_QUERY.split(link.target)[0]
            if path not in paths and not LANGUAGE_PATH.match(path):
                values = {"link": link.target, "nearest": nearest(path, sorted(paths))}
                yield Problem(body.path, *_position(body, link, seen[link.target]), "broken-link", values)


def _position(body: Body, link: Link, occurrence: int) -> tuple[int, int]:
    """Return line and column of the address; of the body's beginning where Markdown wrote it otherwise."""
    found = re.finditer(rf"\(({re.escape(link.target)})[\s)]", body.source)
    match = next(islice(found, occurrence - 1, None), None)
    return body.place(match.start(1)) if match else (body.first_line, 1)
