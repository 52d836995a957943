"""A purchase through the cooperative as dated flows, so that the formula of the loans applies to it.

Money is paid before the home or the car is received: the entry contribution at once, the share and the monthly
contributions while one waits. What is received counts at its price on the day it is received.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plugins.loans.due_dates import add_months
from plugins.loans.money import round_money, to_tenge, to_tiyn


@dataclass(frozen=True, slots=True)
class OwnTerms:
    """Terms of a purchase through the cooperative, in tenge and months."""

    price: Decimal
    entry_fee: Decimal
    share_before: Decimal
    """Part of the price that is paid on joining: 0.5 is a half."""
    waiting_months: int
    repayment_months: int
    """From the month after the home is received."""
    monthly_fee: Decimal = Decimal(0)
    """Membership contribution, each month from joining to the end."""


def purchase_flows(terms: OwnTerms, joined: date) -> list[tuple[date, Decimal]]:
    """Return what the member receives (positive) and pays (negative), from the day of joining.

    The rest of the price is paid in equal parts, rounded down to the tiyn; the last one takes up the rest. Raises
    ValueError for terms that leave nothing to receive or no time to repay.
    """
    if terms.price <= 0 or not 0 <= terms.share_before <= 1 or terms.waiting_months < 0 or terms.repayment_months < 1:
        raise ValueError(f"no purchase has such terms: {terms}")
    before = round_money(terms.price * terms.share_before)
    rest = terms.price - before
    part = to_tenge(to_tiyn(rest) // terms.repayment_months)
    received = add_months(joined, terms.waiting_months)
    flows = [(joined, -terms.entry_fee - before), (received, terms.price)]
    for number in range(1, terms.waiting_months + terms.repayment_months + 1):
        flows.append((add_months(joined, number), -terms.monthly_fee))
        repaid = number - terms.waiting_months
        if repaid >= 1:
            last = repaid == terms.repayment_months
            amount = rest - part * (terms.repayment_months - 1) if last else part
            flows.append((add_months(joined, number), -amount))
    return flows
