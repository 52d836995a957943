"""Whoever received had joined the queue: in a month of the figures, or earlier, but not before the cooperative.

A waiting time is the month of receiving minus the month of joining. So not more families that received can have joined in
a month than that month's `joined` says.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from plugins.checks.queue import MONTHS, queue_figures, shown
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.loans.due_dates import add_months


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every wait that begins in a month in which nobody, or nobody more, joined."""
    founded = site.content.cooperative.founded_on.value
    earliest = founded.replace(day=1) if founded else date.min
    for figures, source in queue_figures(site):
        left_over = Counter({month.month: month.joined for month in figures.months})
        for row, month in enumerate(figures.months):
            for place, waited in enumerate(month.waited_months):
                joined = add_months(month.month, -waited)
                left_over[joined] -= 1
                if joined < earliest or (joined >= figures.months[0].month and left_over[joined] < 0):
                    location = (*MONTHS, row, "waited_months", place)
                    values = {"waited": str(waited), "month": shown(joined)}
                    yield source.problem_at_value("impossible-waiting-time", location, **values)
