"""Every picture of a text has words for who cannot see it.

Bad:  ![](car.jpg)
Good: ![қызыл көлік, бүйірінен](car.jpg)

Readers who cannot see the picture, and those whose network is too slow for it, learn what it shows.
Source: WCAG 2.2, 1.1.1.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem

_WITHOUT_WORDS = re.compile(r"!\[\s*\](?:\(\s*<?([^)\s>]*)|\[([^\]\n]*)\])")


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every picture without words."""
    for body in site.content.all_bodies():
        for match in _WITHOUT_WORDS.finditer(body.source):
            line, column = body.place(match.start())
            yield Problem(body.path, line, column, "missing-alt", {"file": match.group(1) or match.group(2) or ""})
