"""A page loads nothing from another site.

A frame of another site lets its owner watch the reader, and can break at any time.
Source: the review of 2021 (films of other sites).
"""

from collections.abc import Iterator

from plugins.checks.html_in_text import html_problems
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every tag and every picture that loads from another site."""
    yield from html_problems(site, "third-party-embed")
