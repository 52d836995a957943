"""Payment schedules, annuity and differentiated, exact to the tiyn.

All arithmetic is in whole tiyn and whole-number fractions, so the result does not depend on any precision; each figure
is rounded once, half up, where it becomes money. The last instalment takes up what rounding left.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import TypedDict, Unpack

from plugins.loans.due_dates import DAYS_OF_YEAR, due_dates
from plugins.loans.fees import Fee, FeeTiming
from plugins.loans.money import divide_half_up, to_tenge, to_tiyn

LONGEST_TERM_MONTHS = 600
"""Fifty years; a longer term is a slip of the pen."""
SMALLEST_INSTALMENT = 100
"""Tiyn of principal an instalment at least bears on average; below that rounding would be all there is."""


class DayCount(StrEnum):
    """How long a month is when interest is counted."""

    TWELFTHS = "twelfths"
    """A twelfth of a year (30/360), as the annuity formula of Kazakhstan's banks has it."""
    ACTUAL_365 = "actual/365"
    """Real days of 365; a leap year's day counts one more."""


@dataclass(frozen=True, slots=True)
class RateStep:
    """A nominal yearly rate (0.18 is 18 %) from an instalment on; the first instalment has number 1."""

    from_instalment: int
    annual_rate: Decimal


@dataclass(frozen=True, slots=True)
class Grace:
    """Instalments at the beginning that pay no principal; they are part of the term."""

    months: int = 0
    is_interest_paid: bool = True
    """Otherwise nothing is paid, and the interest is added to the balance."""


NO_GRACE = Grace()


@dataclass(frozen=True, slots=True)
class Instalment:
    """One line of a schedule, in tenge. `principal` is below zero where unpaid interest is added to the balance."""

    number: int
    due: date
    interest: Decimal
    principal: Decimal
    fees: Decimal
    balance: Decimal
    """What is owed after it."""

    @property
    def amount(self) -> Decimal:
        """Interest and principal: what the bank calls the instalment."""
        return self.interest + self.principal

    @property
    def total(self) -> Decimal:
        """All that is paid on the day."""
        return self.interest + self.principal + self.fees


@dataclass(frozen=True, slots=True)
class Schedule:
    """A loan from the day it is given to its last instalment."""

    issued: date
    principal: Decimal
    fees_at_issue: Decimal
    instalments: tuple[Instalment, ...]

    def flows(self) -> list[tuple[date, Decimal]]:
        """Return the dated flows as the borrower sees them: money given is positive, money paid negative."""
        flows = [(self.issued, self.principal)]
        if self.fees_at_issue:
            flows.append((self.issued, -self.fees_at_issue))
        flows += [(instalment.due, -instalment.total) for instalment in self.instalments]
        return flows


NominalRate = Decimal | Sequence[RateStep]
"""A yearly rate for the whole term (0.18 is 18 %), or steps."""


class Options(TypedDict, total=False):
    """What a loan may have beside sum, rate, term and day of issue; a schedule takes each of them by name."""

    fees: Sequence[Fee]
    grace: Grace
    day_count: DayCount
    """Twelfths of a year, where nothing is said."""
    holidays: Collection[date] | None
    """See `due_dates`."""


def annuity_schedule(
    principal: Decimal, annual_rate: NominalRate, term_months: int, issued: date, **options: Unpack[Options]
) -> Schedule:
    """Return the schedule whose instalments are equal; only the last one differs, by what rounding left.

    The instalment is counted anew, on what is owed for the months that are left, after a grace period and wherever the
    rate steps. Raises ValueError for terms no loan can have.

    With one rate i a month: instalment = principal · i / (1 − (1 + i)^−months), in any textbook of finance.
    """
    loan = _Loan.of(principal, annual_rate, term_months, issued, **options)
    level = 0

    def repaid(number: int, balance: int, interest: int) -> int:
        nonlocal level
        if number == loan.grace.months + 1 or loan.steps_at(number):
            level = _level_instalment(balance, loan.periods_from(number))
        return min(level - interest, balance)

    return loan.schedule(repaid)


def differentiated_schedule(
    principal: Decimal, annual_rate: NominalRate, term_months: int, issued: date, **options: Unpack[Options]
) -> Schedule:
    """Return the schedule whose instalments repay equal parts of the principal, so that the interest falls.

    The part is rounded down to the tiyn; the last instalment repays the rest. Raises ValueError for terms no loan can
    have.
    """
    loan = _Loan.of(principal, annual_rate, term_months, issued, **options)
    part = 0

    def repaid(number: int, balance: int, interest: int) -> int:
        nonlocal part
        if number == loan.grace.months + 1:
            part = balance // (term_months - loan.grace.months)
        return part

    return loan.schedule(repaid)


Fraction = tuple[int, int]
"""Numerator and denominator."""


def _level_instalment(balance: int, periods: Sequence[Fraction]) -> int:
    """Return the instalment that brings the balance to nothing over periods of such rates, rounded half up.

    With g_k = 1 + rate_k it is balance · g_1 … g_n / Σ_k g_(k+1) … g_n. Numerator and denominator are kept apart,
    so nothing is lost before the one rounding.
    """
    growth, annuity, power = 1, 0, 1
    for numerator, denominator in periods:
        growth *= denominator + numerator
        power *= denominator
        annuity = annuity * (denominator + numerator) + power
    return divide_half_up(balance * growth, annuity)


@dataclass(frozen=True, slots=True)
class _Loan:
    principal: int
    issued: date
    dues: Sequence[date]
    steps: Sequence[RateStep]
    days: Sequence[int]
    grace: Grace
    day_count: DayCount
    fees: Sequence[Fee]

    @classmethod
    def of(
        cls,
        principal: Decimal,
        annual_rate: NominalRate,
        term_months: int,
        issued: date,
        *,
        fees: Sequence[Fee] = (),
        grace: Grace = NO_GRACE,
        day_count: DayCount = DayCount.TWELFTHS,
        holidays: Collection[date] | None = None,
    ) -> "_Loan":
        steps = [RateStep(1, annual_rate)] if isinstance(annual_rate, Decimal) else list(annual_rate)
        numbers = [step.from_instalment for step in steps]
        if not numbers or numbers[0] != 1 or any(right <= left for left, right in pairwise(numbers)):
            raise ValueError(f"rates begin with instalment 1 and go on in order, not {numbers}")
        for step in steps:
            if not step.annual_rate.is_finite() or step.annual_rate < 0:
                raise ValueError(f"a nominal rate is not {step.annual_rate}")
        if not 1 <= term_months <= LONGEST_TERM_MONTHS:
            raise ValueError(f"a term is 1 to {LONGEST_TERM_MONTHS} months, not {term_months}")
        if not 0 <= grace.months < term_months:
            raise ValueError(f"{grace.months} months of grace do not fit into {term_months}")
        tiyn = to_tiyn(principal)
        if tiyn < term_months * SMALLEST_INSTALMENT:
            raise ValueError(f"{principal} is too little to be repaid in {term_months} instalments")
        dues = due_dates(issued, term_months, holidays)
        days = [(right - left).days for left, right in pairwise([issued, *dues])]
        return cls(tiyn, issued, dues, steps, days, grace, day_count, fees)

    def steps_at(self, number: int) -> bool:
        return any(step.from_instalment == number for step in self.steps)

    def periods_from(self, number: int) -> list[Fraction]:
        """Return the rate of every period from an instalment on, as long as today's rate stays."""
        rate = [step.annual_rate for step in self.steps if step.from_instalment <= number][-1]
        numerator, denominator = rate.as_integer_ratio()
        if self.day_count is DayCount.TWELFTHS:
            return [(numerator, 12 * denominator)] * (len(self.dues) - number + 1)
        return [(numerator * days, DAYS_OF_YEAR * denominator) for days in self.days[number - 1 :]]

    def schedule(self, repaid: Callable[[int, int, int], int]) -> Schedule:
        """Return the schedule; `repaid` returns the principal of an instalment from its number, the balance, the interest."""
        monthly = [fee for fee in self.fees if fee.timing is FeeTiming.MONTHLY]
        yearly = [fee for fee in self.fees if fee.timing is FeeTiming.YEARLY]
        at_start = [fee for fee in self.fees if fee.timing is not FeeTiming.MONTHLY]
        at_issue = sum(fee.tiyn(self.principal, self.principal) for fee in at_start)
        last, balance, lines = len(self.dues), self.principal, []
        periods: list[Fraction] = []
        for number, due in enumerate(self.dues, start=1):
            if self.steps_at(number):
                periods = self.periods_from(number)
                first = number
            numerator, denominator = periods[number - first]
            interest = divide_half_up(balance * numerator, denominator)
            charged = sum(fee.tiyn(self.principal, balance) for fee in monthly)
            if number == last:
                part = balance
            elif number <= self.grace.months:
                part = 0 if self.grace.is_interest_paid else -interest
            else:
                part = repaid(number, balance, interest)
            balance -= part
            if number % 12 == 0 and number != last:
                charged += sum(fee.tiyn(self.principal, balance) for fee in yearly)
            money = (to_tenge(interest), to_tenge(part), to_tenge(charged), to_tenge(balance))
            lines.append(Instalment(number, due, *money))
        return Schedule(self.issued, to_tenge(self.principal), to_tenge(at_issue), tuple(lines))
