"""Nothing invented is published."""

from collections.abc import Iterator

from plugins.checks.marks import marks_left
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every sample that is about to be published."""
    yield from marks_left(site, "sample", "sample-in-publication")
