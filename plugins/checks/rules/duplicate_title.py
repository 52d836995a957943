"""Two pages of a language do not bear the same title.

In a list, in a search result and in a browser's tabs nobody can tell them apart.
Source: WCAG 2.2, 2.4.2.
"""

from collections.abc import Iterator

from plugins.checks.page_index import Overview
from plugins.diagnostics import Problem


def check(site: Overview) -> Iterator[Problem]:
    """Yield a problem for the second and every further page with a title."""
    first: dict[tuple[str, str], str] = {}
    for outline in sorted(site.outlines, key=lambda outline: outline.file):
        key = (outline.language, outline.title.casefold())
        if key in first:
            place = (outline.title_line, outline.title_column)
            yield Problem(outline.file, *place, "duplicate-title", {"other": first[key]})
        else:
            first[key] = outline.file
