"""An address leads straight to its page.

A redirect of a search engine, a social network or a shortener shows a reader neither where it leads nor that it is safe;
its owner learns who followed it, and may lead elsewhere tomorrow.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.checks.written_addresses import refused_addresses
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every address that leads through another site."""
    yield from refused_addresses(site, "redirected-link")
