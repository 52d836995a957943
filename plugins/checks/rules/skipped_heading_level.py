"""Headings of a text begin at the second level and go down one level at a time.

Bad:  # Тақырып · ## Тақырып → #### Тақырып
Good: ## Тақырып → ### Тақырып

The title is the page's only heading of the first level. A listener moves from heading to heading and takes a gap for a
missing part. What is a heading, Markdown says: `#Тақырып` without a space and a line above `===` are headings too.
Source: WCAG 2.2, 1.3.1 and 2.4.6.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem

_MARK = re.compile(
    r"^(?:[ \t]*(?:>|[-*+][ \t]|\d+[.)][ \t]))*[ \t]*(?P<signs>#{1,6})|^(?P<words>[^\n]+)\n(?P<rule>=+|-+)[ \t]*$",
    re.MULTILINE,
)


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every heading that skips a level, the first level included."""
    for body in site.content.all_bodies():
        before, marks = 1, _marks(body.source)
        for heading in site.converted[body.source].headings:
            level = heading.level
            offset = next((offset for found, offset in marks if found == level), 0)
            if level == 1 or level > before + 1:
                line, column = body.place(offset)
                values = {"found": "#" * level, "better": "#" * min(before + 1, 6)}
                yield Problem(body.path, line, column, "skipped-heading-level", values)
            before = level


def _marks(source: str) -> Iterator[tuple[int, int]]:
    """Yield level and place of everything that may be a heading."""
    for match in _MARK.finditer(source):
        if match["signs"]:
            yield len(match["signs"]), match.start("signs")
        else:
            yield (1 if match["rule"].startswith("=") else 2), match.start("words")
