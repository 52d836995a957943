"""The monthly figures of the queue are in order, each month once.

Each month goes on from the one before.
"""

from collections.abc import Iterator

from plugins.checks.queue import out_of_order, shown
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every month that is earlier than expected."""
    for month, expected, place, source in out_of_order(site):
        if month < expected:
            yield source.problem_at_value("month-out-of-order", place, found=shown(month), expected=shown(expected))
