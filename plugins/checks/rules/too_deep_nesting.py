"""Lists and quotations nest a few levels deep.

A few levels help a reader, more hide the text from the reader of a phone.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem

DEEPEST = 10
"""Levels that a text may have; real ones have three."""


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem in every text at the first words that are too deep."""
    for markdown in site.all_markdown():
        for block in markdown.document.blocks:
            if block.depth > DEEPEST:
                yield markdown.problem("too-deep-nesting", block.span.start, most=str(DEEPEST))
                break
