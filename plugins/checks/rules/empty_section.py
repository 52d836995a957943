"""A section in the menu has at least one item.

A visitor who opens an empty list does not come back. In a published build a section may be empty because all of it waits
for consent or for confirmation; the page says so, and the publisher gets a warning.
"""

from collections.abc import Iterator

from plugins.checks.page_index import Overview
from plugins.diagnostics import Problem
from plugins.model.sections import SECTIONS


def check(site: Overview) -> Iterator[Problem]:
    """Yield a problem for every list without an item."""
    lists = {f"/{section.index_path}": section.folder for section in SECTIONS if not section.single_pages}
    filled = {path for path in lists for other in site.paths if other != path and other.startswith(path)}
    for outline in site.outlines:
        if outline.path in lists and outline.path not in filled:
            values = {"title": outline.title, "section": lists[outline.path]}
            yield Problem(outline.file, outline.title_line, outline.title_column, "empty-section", values)
