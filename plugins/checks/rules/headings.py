"""Headings of a text begin at the second level and go down one level at a time.

Bad:  # Тақырып · ## Тақырып followed by #### Тақырып
Good: ## Тақырып followed by ### Тақырып

The title is the page's only heading of the first level. A listener moves from heading to heading and takes a gap for a
missing part.
Source: WCAG 2.2, 1.3.1 and 2.4.6.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem

_HEADING = re.compile(r"^(#{1,6})\s", re.MULTILINE)


def check_headings(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every heading that skips a level, the first level included."""
    for body in site.content.all_bodies():
        before = 1
        for match in _HEADING.finditer(body.source):
            level = len(match.group(1))
            if level == 1 or level > before + 1:
                line, column = body.place(match.start())
                values = {"found": "#" * level, "better": "#" * min(before + 1, 6)}
                yield Problem(body.path, line, column, "skipped-heading-level", values)
            before = level
