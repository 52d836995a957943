"""A link leads to a page of the site.

A reader who meets «page not found» stops trusting the rest. Pages are named by their path without the language; other
sites are in `sources`, but may be linked.
"""

import re
from collections.abc import Iterator

from plugins.checks.page_index import Overview
from plugins.checks.rules.cross_language_link import LANGUAGE_PATH
from plugins.diagnostics import Problem
from plugins.model.other_sites import host_and_path, refusal
from plugins.model.schema_problems import nearest

_FRAGMENT_OR_QUERY = re.compile("[?#]")
_ELSEWHERE = re.compile(r"^(https?://[^/]|mailto:|tel:|#)")


def check(site: Overview) -> Iterator[Problem]:
    """Yield a problem for every link to no page."""
    there = site.paths | site.content.withheld
    own = host_and_path(site.content.cooperative.site_address)
    for outline in site.outlines:
        for link in outline.links:
            path = path_of(link.target)
            if _ELSEWHERE.match(link.target) or path in there or LANGUAGE_PATH.match(path):
                continue
            elsewhere = host_and_path(link.target)
            if refusal(link.target) or (elsewhere and own and elsewhere[0] == own[0]):
                continue  # reported by the rule for such a site
            near = f"https://{link.target.lstrip('/')}" if elsewhere else nearest(path, sorted(site.paths))
            yield Problem(link.file, link.line, link.column, "broken-link", {"link": link.target, "nearest": near})


def path_of(target: str) -> str:
    """Return the path of an address, without what is behind `?` or `#`."""
    return _FRAGMENT_OR_QUERY.split(target)[0]
