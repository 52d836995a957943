"""Money: `Decimal` tenge to the tiyn, a hundredth. Inside a schedule it is counted in whole tiyn, which are exact."""

from decimal import ROUND_HALF_UP, Decimal

TIYN = Decimal("0.01")


def round_money(amount: Decimal) -> Decimal:
    """Return the amount in tenge rounded to the tiyn; half a tiyn goes up, away from zero."""
    return amount.quantize(TIYN, ROUND_HALF_UP)


def to_tiyn(amount: Decimal) -> int:
    """Return tenge as a whole number of tiyn. Raises ValueError for an amount with a part of a tiyn, NaN or infinity."""
    if not amount.is_finite() or amount != (rounded := round_money(amount)):
        raise ValueError(f"{amount} is not an amount in tenge and tiyn")
    return int(rounded.scaleb(2))


def to_tenge(tiyn: int) -> Decimal:
    """Return a whole number of tiyn as tenge."""
    return Decimal(tiyn).scaleb(-2)


def divide_half_up(numerator: int, denominator: int) -> int:
    """Return the quotient of two whole numbers, neither below zero, rounded to a whole one; a half goes up."""
    return (2 * numerator + denominator) // (2 * denominator)
