"""Links within the site are written as paths.

A spelled-out address leads from a draft, and from a copy of the site, to what is published; whether there is such a page
no check can tell.
"""

from collections.abc import Iterator

from plugins.checks.rules.cross_language_link import LANGUAGE_PATH
from plugins.checks.site import CheckedSite
from plugins.checks.written_addresses import own_addresses
from plugins.diagnostics import Problem
from plugins.model.other_sites import shortened


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every address of this site that is spelled out and names no language."""
    for written, path in own_addresses(site):
        if not LANGUAGE_PATH.match(path):
            yield written.problem("own-domain-link", link=shortened(written.address), better=path)
