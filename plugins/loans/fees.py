"""The costs of a loan beside interest: the bank's commissions and insurance."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from plugins.loans.money import divide_half_up, to_tiyn


class FeeTiming(StrEnum):
    """When a fee falls due."""

    AT_ISSUE = "at-issue"
    MONTHLY = "monthly"
    """With every instalment."""
    YEARLY = "yearly"
    """In advance, as insurance is: at issue, then with every twelfth instalment except the last one of the loan."""


class FeeBase(StrEnum):
    """What a fee's value is."""

    FIXED = "fixed"
    """Tenge."""
    PRINCIPAL = "principal"
    """A fraction of the sum lent."""
    BALANCE = "balance"
    """A fraction of what is still owed: before a monthly fee's instalment, after a yearly fee's."""


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee; `value` is tenge for a fixed one, otherwise a fraction: `Decimal("0.01")` is 1 %."""

    timing: FeeTiming
    base: FeeBase
    value: Decimal

    def __post_init__(self) -> None:
        """Raise ValueError for a fee below zero or of part of a tiyn."""
        if not self.value.is_finite() or self.value < 0:
            raise ValueError(f"a fee is not {self.value}")
        if self.base is FeeBase.FIXED:
            to_tiyn(self.value)

    def tiyn(self, principal: int, balance: int) -> int:
        """Return the fee in tiyn, rounded half up, for a principal and a balance in tiyn."""
        if self.base is FeeBase.FIXED:
            return to_tiyn(self.value)
        numerator, denominator = self.value.as_integer_ratio()
        return divide_half_up((principal if self.base is FeeBase.PRINCIPAL else balance) * numerator, denominator)
