"""Dated values: the one that holds on a day, and never another."""

from datetime import date
from decimal import Decimal

import pytest

from plugins.loans.rates import DatedValue, NoValueError, TwoValuesError, Unit, value_on


def value(number: str, valid_from: date, valid_to: date | None) -> DatedValue:
    return DatedValue(Decimal(number), Unit.FRACTION_PER_YEAR, valid_from, valid_to, "https://example.kz/")


FIRST = value("0.25", date(2025, 1, 1), date(2025, 6, 15))
SECOND = value("0.20", date(2025, 7, 1), None)


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2025, 1, 1), "0.25"), (date(2025, 3, 1), "0.25"), (date(2025, 6, 15), "0.25"),
        (date(2025, 7, 1), "0.20"), (date(2090, 1, 1), "0.20"),
    ],
)  # fmt: skip
def test_a_value_holds_from_its_first_to_its_last_day(day: date, number: str) -> None:
    assert value_on([SECOND, FIRST], day).value == Decimal(number)


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2025, 6, 16), date(2025, 6, 30)])
def test_a_day_without_a_value_is_reported_and_not_filled_by_the_nearest(day: date) -> None:
    with pytest.raises(NoValueError, match=str(day)):
        value_on([FIRST, SECOND], day)
    with pytest.raises(NoValueError):
        value_on([], day)


def test_two_values_for_one_day_are_reported() -> None:
    with pytest.raises(TwoValuesError):
        value_on([FIRST, value("0.3", date(2025, 6, 1), None)], date(2025, 6, 10))
