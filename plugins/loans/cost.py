"""The total cost of a loan: in tenge, per month, and in the money of the day it was given."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext

from plugins.loans.due_dates import DAYS_OF_YEAR
from plugins.loans.money import round_money
from plugins.loans.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Cost:
    """Sums of a schedule in tenge."""

    interest: Decimal
    fees: Decimal
    paid: Decimal
    """All that is paid: principal, interest and fees."""
    overpayment: Decimal
    """What is paid beyond the principal: interest and fees."""
    overpayment_a_month: Decimal
    """The overpayment by the months of the term, rounded half up to the tiyn."""
    first_payment: Decimal
    """All that is paid with the first instalment."""
    largest_payment: Decimal


def cost_of(schedule: Schedule) -> Cost:
    """Return what a loan costs."""
    interest = sum((line.interest for line in schedule.instalments), Decimal(0))
    fees = sum((line.fees for line in schedule.instalments), schedule.fees_at_issue)
    payments = [line.total for line in schedule.instalments]
    return Cost(
        interest=interest,
        fees=fees,
        paid=schedule.principal + interest + fees,
        overpayment=interest + fees,
        overpayment_a_month=round_money((interest + fees) / len(schedule.instalments)),
        first_payment=payments[0],
        largest_payment=max(payments),
    )


def paid_in_money_of(day: date, schedule: Schedule, inflation: Decimal) -> Decimal:
    """Return all payments in the money of `day`, rounded to the tiyn, for a stated yearly inflation (0.1 is 10 %).

    A payment after t days counts payment / (1 + inflation)^(t / 365). Raises ValueError for an inflation of −100 % and
    less.
    """
    if not inflation.is_finite() or inflation <= -1:
        raise ValueError(f"prices cannot change by {inflation} a year")
    with localcontext(prec=28):
        daily = (-(1 + inflation).ln() / DAYS_OF_YEAR).exp()
        payments = [(schedule.issued, schedule.fees_at_issue)]
        payments += [(line.due, line.total) for line in schedule.instalments]
        return round_money(sum((amount * daily ** (due - day).days for due, amount in payments), Decimal(0)))
