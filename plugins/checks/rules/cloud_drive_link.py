"""A page's files are in its folder, and no text leads to a form on another site.

A file in a cloud drive is withdrawn or exchanged without a trace, often asks for an account, and nobody checked it for
personal data.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.checks.written_addresses import refused_addresses
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every address of a cloud drive, or of a form kept by one."""
    yield from refused_addresses(site, "cloud-drive-link")
