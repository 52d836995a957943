"""Links use the secured protocol.

Bad:  [бет](http://example.kz/)
Good: [бет](https://example.kz/)

On a plain connection anybody between the reader and the page may change it, a bank's address for example.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem

_PLAIN = re.compile(r"\]\((http://[^)\s]+)")


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every link of a text to a plain `http:` address."""
    for body in site.content.all_bodies():
        for match in _PLAIN.finditer(body.source):
            line, column = body.place(match.start(1))
            yield Problem(body.path, line, column, "insecure-link", {"link": match.group(1)})
