"""The monthly figures of the queue stand in order, and no month is missing between them.

Bad:  2026-03, 2026-06, 2026-05
Good: 2026-03, 2026-04, 2026-05, 2026-06

Each month goes on from the one before; over a gap nobody can check whether the figures add up. Two ids:
`missing-month`, `month-out-of-order`.
"""

from collections.abc import Iterator
from itertools import pairwise

from plugins.checks.queue import MONTHS, month_after, queue_figures, shown
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check_queue_months(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every month that does not follow the one above it."""
    for figures, source in queue_figures(site):
        for row, (before, after) in enumerate(pairwise(figures.months), start=1):
            expected = month_after(before.month)
            if after.month != expected:
                rule = "missing-month" if after.month > expected else "month-out-of-order"
                values = {"found": shown(after.month), "expected": shown(expected)}
                yield source.problem_at_value(rule, (*MONTHS, row, "month"), **values)
