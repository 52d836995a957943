"""The due dates of a loan: once a month, on the day of the month on which it was given."""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta

DAYS_OF_YEAR = 365
"""Of every year that interest and rates are counted by, leap years too."""
_SATURDAY = 5


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later, or earlier if negative; the last day of a month that is too short.

    Counted from `day` each time, the 31st stays the 31st: 31 January, 28 February, 31 March.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def next_working_day(day: date, holidays: Collection[date]) -> date:
    """Return the day itself, or the first day after it that is neither at a weekend nor a holiday."""
    while day.weekday() >= _SATURDAY or day in holidays:
        day += timedelta(days=1)
    return day


def due_dates(issued: date, term_months: int, holidays: Collection[date] | None = None) -> list[date]:
    """Return the day of each instalment.

    Without `holidays` a day stays where the calendar puts it, as in the regulator's examples. With them (an empty
    collection is enough for the weekends) an instalment due on a day off moves to the next working day, as Civil Code
    of Kazakhstan, General Part, moves the end of any term; the instalments after it do not move with it.
    """
    days = [add_months(issued, number) for number in range(1, term_months + 1)]
    return days if holidays is None else [next_working_day(day, holidays) for day in days]
