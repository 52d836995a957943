"""A link leads to a page of the site.

A reader who meets «page not found» stops trusting the rest. Pages are named by their path without the language; other
sites stand in `sources`, but may be linked.
"""

import re
from collections.abc import Iterator

from plugins.checks.page_index import Overview
from plugins.checks.rules.cross_language_link import LANGUAGE_PATH
from plugins.diagnostics import Problem
from plugins.model.schema_problems import nearest

_FRAGMENT_OR_QUERY = re.compile("[?#]")
_ELSEWHERE = re.compile(r"^(https?:|mailto:|tel:|#)")


def check(site: Overview) -> Iterator[Problem]:
    """Yield a problem for every link to no page."""
    there = site.paths | site.content.withheld
    for outline in site.outlines:
        for link in outline.links:
            path = path_of(link.target)
            if not _ELSEWHERE.match(link.target) and path not in there and not LANGUAGE_PATH.match(path):
                values = {"link": link.target, "nearest": nearest(path, sorted(site.paths))}
                yield Problem(link.file, link.line, link.column, "broken-link", values)


def path_of(target: str) -> str:
    """Return the path of an address, without what stands behind `?` or `#`."""
    return _FRAGMENT_OR_QUERY.split(target)[0]
