"""The monthly figures of the queue are those of months that were over on the day they were drawn up.

Half a month looks like a bad month, and what is yet to come in it is a guess.
"""

from collections.abc import Iterator

from plugins.checks.queue import MONTHS, last_day, queue_figures, shown
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every month that was not over on the day of the figures, or is not over today."""
    for figures, source in queue_figures(site):
        known = min(figures.as_of, site.today)
        for row, month in enumerate(figures.months):
            if last_day(month.month) > known:
                values = {"month": shown(month.month), "day": str(known)}
                yield source.problem_at_value("unfinished-month", (*MONTHS, row, "month"), **values)
