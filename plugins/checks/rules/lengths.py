"""A title fits a search result, a summary fits the card and the preview.

Bad:  title: 120 × «а»
Good: title: 80 × «а» · summary: 200 × «а»

What is longer is cut off by search engines and messengers in the middle of a word.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem

MOST_CHARACTERS = {"title": ("too-long-title", 80), "summary": ("too-long-summary", 200)}


def check_lengths(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every title and summary that is too long."""
    for path, text in site.texts():
        for field, (rule, most) in MOST_CHARACTERS.items():
            length = len(getattr(text, field))
            if length > most:
                values = {"length": str(length), "most": str(most)}
                yield site.content.sources[path].problem_at_value(rule, (field,), **values)
