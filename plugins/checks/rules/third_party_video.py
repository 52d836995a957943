"""A film plays on the site itself.

The review of 2021 said it: a film that opens elsewhere takes the reader away, and many do not trust it. The other site
also learns who watched, and takes the film down when it likes. An address that is no link is copied by hand all the same.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.checks.written_addresses import refused_addresses
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every address in texts, YAML files and captions that leads to a film elsewhere."""
    yield from refused_addresses(site, "third-party-video")
