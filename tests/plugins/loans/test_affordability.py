"""What is left to live on, against figures worked out from annuity tables."""

from decimal import Decimal

import pytest

from plugins.loans.affordability import Household, Load, Strain, loads_of

FAMILY = Household((Decimal(300_000), Decimal(200_000)), Decimal(40_000), Decimal(250_000))
USUAL, RISEN = Decimal("144020.17"), Decimal("167950.45")
"""12 000 000 ₸ for 180 months: factors 0.012001681 at 12 %, 0.013995871 at 15 %, of any annuity table."""


def load(income: int, payment: Decimal) -> Load:
    left = income - Decimal(40_000) - payment
    return Load(Decimal(income), payment, left, left - Decimal(250_000))


def test_four_months_of_a_family() -> None:
    found = loads_of(FAMILY, Decimal(12_000_000), Decimal("0.12"), 180, Decimal("0.03"))
    assert dict(found) == {
        Strain.NONE: load(500_000, USUAL),
        Strain.RATE_RISES: load(500_000, RISEN),
        Strain.INCOME_LOST: load(200_000, USUAL),
        Strain.BOTH: load(200_000, RISEN),
    }
    assert found[Strain.NONE].spare > 0 > found[Strain.INCOME_LOST].spare


def test_a_family_with_one_earner_loses_all_income() -> None:
    alone = Household((Decimal(300_000),), Decimal(0), Decimal(100_000))
    lost = loads_of(alone, Decimal(1_200_000), Decimal(0), 12, Decimal(0))[Strain.INCOME_LOST]
    assert lost == Load(Decimal(0), Decimal(100_000), Decimal(-100_000), Decimal(-200_000))


def test_terms_no_loan_can_have_are_refused() -> None:
    with pytest.raises(ValueError, match="not 0"):
        loads_of(FAMILY, Decimal(1_000_000), Decimal("0.1"), 0, Decimal("0.03"))
