"""Every picture of a text has alt text.

Readers who cannot see the picture, and those whose network is too slow for it, learn what it shows.
Source: WCAG 2.2, 1.1.1.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every picture without words."""
    for markdown in site.all_markdown():
        for image in markdown.document.images:
            if not image.alt.strip():
                yield markdown.problem("missing-alt", image.span.start, file=image.target)
