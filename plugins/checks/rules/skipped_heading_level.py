"""Headings of a text begin at the second level and go down one level at a time.

The title is the page's only heading of the first level. A listener moves from heading to heading and takes a gap for a
missing part. What is a heading, Markdown says: `#Тақырып` without a space and a line above `===` are headings too.
Source: WCAG 2.2, 1.3.1 and 2.4.6.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every heading that skips a level, the first level included."""
    for markdown in site.all_markdown():
        before = 1
        for heading in markdown.document.headings:
            level = heading.level
            if level == 1 or level > before + 1:
                values = {"found": "#" * level, "better": "#" * min(before + 1, 6)}
                yield markdown.problem("skipped-heading-level", heading.span.start, **values)
            before = level
