"""What a family has left to live on while it repays a loan: now, and when things go worse (pure).

The method is that of affordability calculators such as MoneyHelper's: the payment is taken from the income together with the
other debts, and taken again at a higher rate and without the larger income. No line is drawn between «can» and «cannot»:
what is left is set against what the family itself says it lives on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from plugins.loans.schedule import annuity_schedule

_ANY_DAY = date(2000, 1, 1)
"""Months count as twelfths of a year, so an instalment does not depend on the day of issue."""


class Strain(StrEnum):
    """What may go worse."""

    NONE = "none"
    RATE_RISES = "rate-rises"
    INCOME_LOST = "income-lost"
    """The larger of the incomes is gone."""
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Household:
    """What a family earns and pays a month, in tenge."""

    incomes: Sequence[Decimal]
    """What each earner brings home, after taxes."""
    other_debts: Decimal
    living_costs: Decimal
    """Without any debt."""


@dataclass(frozen=True, slots=True)
class Load:
    """A month of a family with a loan, in tenge."""

    income: Decimal
    payment: Decimal
    """Of the new loan."""
    left: Decimal
    """Income less all debts: what there is to live on."""
    spare: Decimal
    """What remains after living costs; below zero where they are not covered."""


def loads_of(
    household: Household, principal: Decimal, annual_rate: Decimal, months: int, rate_rise: Decimal
) -> Mapping[Strain, Load]:
    """Return a month under each strain; the risen rate holds from the first instalment, which is the worst case.

    Rates are fractions a year: 0.03 is three points. Raises ValueError for terms no loan can have.
    """
    least = sum(household.incomes, Decimal(0)) - max(household.incomes, default=Decimal(0))
    whole = sum(household.incomes, Decimal(0))
    usual, risen = (
        annuity_schedule(principal, rate, months, _ANY_DAY).instalments[0].amount
        for rate in (annual_rate, annual_rate + rate_rise)
    )

    def load(income: Decimal, payment: Decimal) -> Load:
        left = income - household.other_debts - payment
        return Load(income, payment, left, left - household.living_costs)

    return MappingProxyType(
        {
            Strain.NONE: load(whole, usual),
            Strain.RATE_RISES: load(whole, risen),
            Strain.INCOME_LOST: load(least, usual),
            Strain.BOTH: load(least, risen),
        }
    )
