"""The monthly figures of the queue follow from each other.

Waiting is what it was, plus who joined, minus who left, minus who received; the fund holds what it held, plus what came
in, minus what went out; each family that received has its waiting time.
"""

from collections.abc import Iterator
from itertools import pairwise

from plugins.checks.queue import MONTHS, queue_figures
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Phrase, Problem
from plugins.loans.due_dates import add_months
from plugins.model.sections.queue import QueueMonth
from plugins.model.yaml_source import Location, YamlSource


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every figure that contradicts another."""
    for figures, source in queue_figures(site):
        for row, month in enumerate(figures.months):
            yield from _compared(
                "waiting-times", len(month.waited_months), month.received, (row, "waited_months"), source
            )
        for row, (before, after) in enumerate(pairwise(figures.months), start=1):
            if after.month == add_months(before.month, 1):  # over a gap nothing follows
                yield from _compared("waiting", after.waiting, _waiting(before, after), (row, "waiting"), source)
                held, place = after.fund_kzt.held, (row, "fund_kzt", "held")
                yield from _compared("held", held, _held(before, after), place, source)


def _waiting(before: QueueMonth, month: QueueMonth) -> int:
    return before.waiting + month.joined - month.left - month.received


def _held(before: QueueMonth, month: QueueMonth) -> int:
    fund = month.fund_kzt
    return before.fund_kzt.held + fund.joining + fund.payments - fund.purchases - fund.returned


def _compared(what: str, found: int, expected: int, place: Location, source: YamlSource) -> Iterator[Problem]:
    if found != expected:
        values = {"figure": Phrase(what), "found": str(found), "expected": str(expected)}
        yield source.problem_at_value("figures-do-not-add-up", (*MONTHS, *place), **values)
