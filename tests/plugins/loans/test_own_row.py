"""A purchase through the cooperative, by the same formula."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from plugins.loans import AmbiguousRateError, NoRateError, effective_annual_rate
from plugins.loans.own_row import OwnTerms, purchase_flows

JOINED = date(2026, 1, 15)
TERMS = OwnTerms(
    price=Decimal(1000), entry_fee=Decimal(50), share_before=Decimal("0.5"), waiting_months=2, repayment_months=3,
    monthly_fee=Decimal(1),
)  # fmt: skip


def test_money_is_paid_before_the_home_is_received() -> None:
    assert purchase_flows(TERMS, JOINED) == [
        (date(2026, 1, 15), Decimal(-550)),
        (date(2026, 3, 15), Decimal(1000)),
        (date(2026, 2, 15), Decimal(-1)),
        (date(2026, 3, 15), Decimal(-1)),
        (date(2026, 4, 15), Decimal(-1)), (date(2026, 4, 15), Decimal("-166.66")),
        (date(2026, 5, 15), Decimal(-1)), (date(2026, 5, 15), Decimal("-166.66")),
        (date(2026, 6, 15), Decimal(-1)), (date(2026, 6, 15), Decimal("-166.68")),
    ]  # fmt: skip


def test_all_that_is_paid_is_the_price_and_the_fees() -> None:
    for months in (1, 7, 120):
        terms = replace(TERMS, repayment_months=months)
        paid = -sum(amount for _, amount in purchase_flows(terms, JOINED) if amount < 0)
        assert paid == 1000 + 50 + 2 + months


def test_received_at_once_without_a_share_it_is_a_loan_with_one_rate() -> None:
    """Case G of the vectors: 10 000 000 ₸, 350 000 ₸ up front, 120 months."""
    terms = OwnTerms(Decimal(10_000_000), Decimal(350_000), Decimal(0), 0, 120)
    assert effective_annual_rate(purchase_flows(terms, JOINED)).quantize(Decimal("0.0001")) == Decimal("0.0071")


def test_with_waiting_the_formula_has_two_answers_or_none_and_says_so() -> None:
    with pytest.raises((AmbiguousRateError, NoRateError)):
        effective_annual_rate(purchase_flows(TERMS, JOINED))
    slow = OwnTerms(Decimal(10_000_000), Decimal(350_000), Decimal("0.3"), 12, 120)
    with pytest.raises(AmbiguousRateError) as raised:
        effective_annual_rate(purchase_flows(slow, JOINED))
    assert len(raised.value.rates) == 2


@pytest.mark.parametrize(
    "changed",
    [{"price": Decimal(0)}, {"share_before": Decimal("1.1")}, {"waiting_months": -1}, {"repayment_months": 0}],
)
def test_terms_no_purchase_can_have_are_refused(changed: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="purchase"):
        purchase_flows(replace(TERMS, **changed), JOINED)  # type: ignore[arg-type]
