"""Alt text says what a picture shows, and the caption why it is there; the two must differ.

A screen reader would read the same words twice, and the listener would still not learn what the picture shows.
Source: WCAG 2.2, 1.1.1.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem

_WORD = re.compile(r"\w+")


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every picture whose caption has the same words as its alternative."""
    for markdown in site.all_markdown():
        for image in markdown.document.images:
            if _words(image.alt) and _words(image.alt) == _words(image.title):
                yield markdown.problem("alt-repeats-caption", image.span.start + len("!["), found=image.alt)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
