"""No month is missing between the monthly figures of the queue.

Each month goes on from the one before; over a gap nobody can check whether the figures add up.
"""

from collections.abc import Iterator

from plugins.checks.queue import out_of_order, shown
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every month before which one is missing."""
    for month, expected, place, source in out_of_order(site):
        if month > expected:
            yield source.problem_at_value("missing-month", place, found=shown(month), expected=shown(expected))
