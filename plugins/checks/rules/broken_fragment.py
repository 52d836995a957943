"""The place a link names on a page is there.

The browser opens the page at its top and says nothing; the reader believes to have read the right article.
"""

from collections.abc import Iterator
from urllib.parse import unquote

from plugins.checks.page_index import Overview
from plugins.diagnostics import Problem
from plugins.model.schema_problems import nearest


def check(site: Overview) -> Iterator[Problem]:
    """Yield a problem for every `#place` that the page it leads to does not have."""
    places = {(outline.language, outline.path): outline.anchors for outline in site.outlines}
    for outline in site.outlines:
        for link in outline.links:
            path, mark, fragment = link.target.partition("#")
            anchors = places.get((outline.language, path or outline.path))
            place = unquote(fragment)
            if mark and anchors is not None and place not in anchors:
                values = {"place": place, "nearest": nearest(place, sorted(anchors))}
                yield Problem(link.file, link.line, link.column + len(path) + 1, "broken-fragment", values)
