"""Links use the secured protocol.

Anybody between the reader and the page can change what is sent over a plain connection, a bank's address for example.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.checks.written_addresses import PREVIEWS
from plugins.diagnostics import Problem
from plugins.model.other_sites import host_and_path


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every link of a text to a plain `http:` address."""
    for markdown in site.all_markdown():
        for link in markdown.document.links:
            if link.target.casefold().startswith("http:") and not _is_preview(link.target):
                yield markdown.problem("insecure-link", link.target_span.start, link=link.target)


def _is_preview(address: str) -> bool:
    """Return whether an address is of the site on the editor's own machine, which the rules of own addresses report."""
    place = host_and_path(address)
    return place is not None and place[0] in PREVIEWS
