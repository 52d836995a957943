"""A summary fits the card and the preview.

What is longer is cut off by search engines and messengers in the middle of a word.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem

MOST_CHARACTERS = 200


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every summary that is too long."""
    for path, text in site.texts():
        length = len(text.summary)
        if length > MOST_CHARACTERS:
            values = {"length": str(length), "most": str(MOST_CHARACTERS)}
            yield site.content.sources[path].problem_at_value("too-long-summary", ("summary",), **values)
