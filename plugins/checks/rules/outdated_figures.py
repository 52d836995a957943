"""The last month of the queue's figures ended not long ago.

One who joins today asks about the queue of today.
"""

from collections.abc import Iterator

from plugins.checks.queue import MONTHS, last_day, queue_figures, shown
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem

MOST_DAYS = 100
"""A quarter, and ten days to write its report."""


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem where the last month ended too long ago."""
    for figures, source in queue_figures(site):
        row = len(figures.months) - 1
        month = figures.months[row].month
        days = (site.today - last_day(month)).days
        if days > MOST_DAYS:
            values = {"month": shown(month), "days": str(days), "most": str(MOST_DAYS)}
            yield source.problem_at_value("outdated-figures", (*MONTHS, row, "month"), **values)
