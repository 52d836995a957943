"""Tenge and tiyn."""

from decimal import Decimal

import pytest

from plugins.loans.money import divide_half_up, round_money, to_tenge, to_tiyn


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        ("0", "0.00"), ("0.004", "0.00"), ("0.005", "0.01"), ("0.015", "0.02"), ("0.025", "0.03"),
        ("193255.6749", "193255.67"), ("193255.675", "193255.68"), ("-0.005", "-0.01"),
    ],
)  # fmt: skip
def test_half_a_tiyn_goes_up(amount: str, rounded: str) -> None:
    assert round_money(Decimal(amount)) == Decimal(rounded)


@pytest.mark.parametrize(("amount", "tiyn"), [("0", 0), ("0.01", 1), ("12", 1200), ("1E+7", 10**9), ("-3.50", -350)])
def test_tenge_and_tiyn_are_the_same_money(amount: str, tiyn: int) -> None:
    assert to_tiyn(Decimal(amount)) == tiyn
    assert to_tenge(tiyn) == Decimal(amount)


@pytest.mark.parametrize("amount", ["0.001", "12.345", "NaN", "Infinity"])
def test_no_amount_is_a_part_of_a_tiyn_or_no_number(amount: str) -> None:
    with pytest.raises(ValueError, match="tenge and tiyn"):
        to_tiyn(Decimal(amount))


@pytest.mark.parametrize(
    ("numerator", "denominator", "quotient"),
    [(0, 3, 0), (1, 3, 0), (1, 2, 1), (2, 3, 1), (3, 2, 2), (5, 2, 3), (10**40 + 1, 2, 5 * 10**39 + 1)],
)
def test_a_half_of_a_whole_goes_up(numerator: int, denominator: int, quotient: int) -> None:
    assert divide_half_up(numerator, denominator) == quotient
