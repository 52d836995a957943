"""Links use the secured protocol.

Anybody between the reader and the page can change what is sent over a plain connection, a bank's address for example.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every link of a text to a plain `http:` address."""
    for markdown in site.all_markdown():
        for link in markdown.document.links:
            if link.target.casefold().startswith("http:"):
                yield markdown.problem("insecure-link", link.target_span.start, link=link.target)
