"""The queue by years, as municipal housing queues report it: who joined, left, received, and after what wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from plugins.loans.queue import Spread, spread_of
from plugins.model.sections.queue import QueueMonth


@dataclass(frozen=True, slots=True)
class QueueYear:
    """Families of one calendar year; `waiting` is counted after the last month that is known of it."""

    year: int
    months: int
    """How many of its months are known; fewer than 12 where the figures begin or end within the year."""
    joined: int
    left: int
    received: int
    waiting: int
    spread: Spread | None
    """Of the waits that ended in this year; None where nobody received."""


def years_of(months: Sequence[QueueMonth]) -> tuple[QueueYear, ...]:
    """Return the years of `months`, oldest first, as the months are."""
    return tuple(_year(year, tuple(own)) for year, own in groupby(months, key=lambda month: month.month.year))


def _year(year: int, months: tuple[QueueMonth, ...]) -> QueueYear:
    return QueueYear(
        year,
        len(months),
        joined=sum(month.joined for month in months),
        left=sum(month.left for month in months),
        received=sum(month.received for month in months),
        waiting=months[-1].waiting,
        spread=spread_of([waited for month in months for waited in month.waited_months]),
    )
