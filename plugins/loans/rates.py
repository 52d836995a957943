"""Dated values set by a law or a lender: the value, its unit, its period and its source."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Unit(StrEnum):
    """What the number of a dated value counts."""

    FRACTION_PER_YEAR = "fraction-per-year"


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A value from `valid_from` to `valid_to`, both days counted; without `valid_to` no end is known."""

    value: Decimal
    unit: Unit
    valid_from: date
    valid_to: date | None
    source: str
    """Address of the page that states it."""

    def holds_on(self, day: date) -> bool:
        """Return whether the value is in force on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class NoValueError(LookupError):
    """No value is stated for the day; the nearest one is never taken for it."""


class TwoValuesError(LookupError):
    """More than one value is stated for the day."""


def value_on(values: Iterable[DatedValue], day: date) -> DatedValue:
    """Return the value in force on a day. Raises NoValueError and TwoValuesError."""
    found = [value for value in values if value.holds_on(day)]
    if not found:
        raise NoValueError(f"no value is stated for {day}")
    if len(found) > 1:
        raise TwoValuesError(f"{len(found)} values are stated for {day}")
    return found[0]
