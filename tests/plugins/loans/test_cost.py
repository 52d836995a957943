"""What a loan costs."""

from datetime import date
from decimal import Decimal

import pytest

from plugins.loans import Fee, FeeBase, FeeTiming, annuity_schedule, differentiated_schedule
from plugins.loans.cost import cost_of, paid_in_money_of
from tests.plugins.loans.cases import random_cases

ISSUED = date(2026, 1, 15)


def test_a_cost_worked_by_hand() -> None:
    """1 000 ₸ at 12 % for 3 months: interest 10 + 6.67 + 3.33; a fee of 5 up front and of 1 a month."""
    fees = [
        Fee(FeeTiming.AT_ISSUE, FeeBase.FIXED, Decimal(5)),
        Fee(FeeTiming.MONTHLY, FeeBase.FIXED, Decimal(1)),
    ]
    cost = cost_of(differentiated_schedule(Decimal(1000), Decimal("0.12"), 3, ISSUED, fees=fees))
    assert (cost.interest, cost.fees, cost.paid) == (Decimal(20), Decimal(8), Decimal(1028))
    assert (cost.overpayment, cost.overpayment_a_month) == (Decimal(28), Decimal("9.33"))
    assert (cost.first_payment, cost.largest_payment) == (Decimal("344.33"), Decimal("344.33"))


def test_the_largest_payment_may_come_later() -> None:
    fees = [Fee(FeeTiming.YEARLY, FeeBase.FIXED, Decimal(500))]
    cost = cost_of(annuity_schedule(Decimal(2400), Decimal(0), 24, ISSUED, fees=fees))
    assert (cost.first_payment, cost.largest_payment, cost.fees) == (Decimal(100), Decimal(600), Decimal(1000))


def test_a_payment_after_a_year_is_worth_less_by_the_inflation() -> None:
    """1 100 ₸ after 365 days at 10 % a year are 1 000 ₸ of today."""
    schedule = differentiated_schedule(Decimal(1100), Decimal(0), 12, date(2025, 1, 1))
    only_last = schedule.__class__(schedule.issued, schedule.principal, Decimal(0), schedule.instalments[-1:])
    assert only_last.instalments[0].due == date(2026, 1, 1)
    assert only_last.instalments[0].total == Decimal("91.74")
    assert paid_in_money_of(date(2025, 1, 1), only_last, Decimal("0.1")) == Decimal("83.40")  # 91.74 / 1.1


def test_without_inflation_money_keeps_its_worth_and_more_inflation_makes_it_less() -> None:
    for case in random_cases(60, seed=12):
        schedule = case.schedule()
        worths = [paid_in_money_of(case.issued, schedule, Decimal(rate)) for rate in ("-0.1", "0", "0.05", "0.2")]
        assert worths[1] == cost_of(schedule).paid
        assert worths == sorted(worths, reverse=True)
        assert len(set(worths)) == 4


@pytest.mark.parametrize("inflation", ["-1", "-1.5", "NaN"])
def test_prices_cannot_fall_to_nothing(inflation: str) -> None:
    schedule = annuity_schedule(Decimal(1000), Decimal(0), 2, ISSUED)
    with pytest.raises(ValueError, match="prices"):
        paid_in_money_of(ISSUED, schedule, Decimal(inflation))
