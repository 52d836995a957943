"""The days of the instalments."""

from datetime import date

import pytest

from plugins.loans.due_dates import add_months, due_dates, next_working_day


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 15), 0, date(2026, 1, 15)),
        (date(2026, 1, 15), 1, date(2026, 2, 15)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 1, 31), 2, date(2026, 3, 31)),
        (date(2026, 1, 31), 3, date(2026, 4, 30)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 11, 30), 300, date(2051, 11, 30)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_one(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


def test_a_short_month_does_not_shorten_the_months_after_it() -> None:
    assert due_dates(date(2026, 1, 31), 3) == [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]


NAURYZ = {date(2026, 3, 23), date(2026, 3, 24), date(2026, 3, 25)}


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        (date(2026, 3, 20), date(2026, 3, 20)),  # Friday
        (date(2026, 3, 21), date(2026, 3, 26)),  # Saturday, then the holidays
        (date(2026, 3, 25), date(2026, 3, 26)),
        (date(2026, 3, 28), date(2026, 3, 30)),  # Saturday
    ],
)
def test_a_day_off_moves_to_the_next_working_day(day: date, moved: date) -> None:
    assert next_working_day(day, NAURYZ) == moved


def test_without_holidays_no_day_moves_and_with_them_only_the_days_off_do() -> None:
    assert due_dates(date(2026, 1, 21), 2) == [date(2026, 2, 21), date(2026, 3, 21)]
    assert due_dates(date(2026, 1, 21), 2, ()) == [date(2026, 2, 23), date(2026, 3, 23)]
    assert due_dates(date(2026, 1, 21), 3, NAURYZ) == [date(2026, 2, 23), date(2026, 3, 26), date(2026, 4, 21)]
