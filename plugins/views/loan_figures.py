"""The computed figures of the loan pages: age, effective rate, standard cases, and the data of the calculator."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plugins.loans import (
    AmbiguousRateError,
    EffectiveRateError,
    RateStep,
    Schedule,
    annuity_schedule,
    effective_annual_rate,
    rounded_rate,
)
from plugins.loans.cost import Cost, cost_of
from plugins.loans.due_dates import add_months
from plugins.loans.money import round_money
from plugins.loans.own_row import OwnTerms, purchase_flows
from plugins.model.ages import Age, dated
from plugins.model.loan_terms import (
    REFERENCE_DAY,
    EffectiveRange,
    costs_are_complete,
    effective_by_formula,
    fees_of,
    steps_of,
)
from plugins.model.sections.loans import Limit, LoanFacts, NominalStep, OwnRow, Purpose
from plugins.views.loan_chart import Chart, yearly_chart


@dataclass(frozen=True, slots=True)
class Standard:
    """What a standard case asks for: prices in tenge, the term, the part of the price one has."""

    prices: tuple[int, ...]
    months: int
    own_share: Decimal


STANDARDS = {
    Purpose.HOME: Standard((10_000_000, 20_000_000), 180, Decimal("0.2")),
    Purpose.CAR: Standard((5_000_000,), 60, Decimal("0.2")),
    Purpose.CASH: Standard((1_000_000,), 36, Decimal(0)),
}


@dataclass(frozen=True, slots=True)
class Year:
    """What is paid in a year of a loan, and what is owed after it."""

    number: int
    principal: Decimal
    interest: Decimal
    fees: Decimal
    balance: Decimal


@dataclass(frozen=True, slots=True)
class StandardCase:
    """A programme under a standard case; the costs are None where the programme does not lend such a sum."""

    price: int
    own_share: Decimal
    loan: Decimal
    months: int
    low: Cost | None
    high: Cost | None
    """At the upper end of the nominal rate; None where that is open or there is no range."""
    years: tuple[Year, ...] = ()
    """At the upper end of the rate, or the only one."""


@dataclass(frozen=True, slots=True)
class OwnFigures:
    """The cooperative's row by the same formula."""

    paid_before: Decimal
    """Before the home or the car is received."""
    paid: Decimal
    received: date
    rates: tuple[Decimal, ...]
    """Every answer of the formula: none, one, or several."""


@dataclass(frozen=True, slots=True)
class LoanFigures:
    """All that is counted from the facts of one loan."""

    day: date | None
    age: Age
    counted: EffectiveRange | None
    """The effective rate by the formula, to a tenth of a per cent."""
    is_complete: bool
    """Whether all costs are known, so that the formula gives the whole rate and not the least it can be."""
    standard: Standard
    cases: tuple[StandardCase, ...]
    chart: Chart | None
    """What is paid in each year of the first case."""
    own: OwnFigures | None
    script: str
    """The terms as the calculator in the browser reads them: JSON."""


def figures_of(facts: LoanFacts, today: date) -> LoanFigures:
    """Return what is counted from the facts of a loan."""
    age = dated(facts.sources, today)
    counted = effective_by_formula(facts)
    standard = STANDARDS[facts.purpose]
    cases = tuple(_case(facts, standard, price) for price in standard.prices) if _is_counted(facts) else ()
    years = cases[0].years if cases else ()
    return LoanFigures(
        day=age.day,
        age=age.age,
        counted=counted and _rounded(counted),
        is_complete=costs_are_complete(facts),
        standard=standard,
        cases=cases,
        chart=yearly_chart([(year.principal, year.interest + year.fees) for year in years]) if years else None,
        own=_own(facts.own) if facts.own else None,
        script=_script(facts),
    )


def borrowed(price: Decimal, own_share: Decimal) -> Decimal:
    """Return what is lent when a part of the price is one's own; the own money is rounded half up to the tiyn."""
    return price - round_money(price * own_share)


def highest(limit: Limit | None) -> int | None:
    """Return the upper limit of the town that has the highest one."""
    if limit is None:
        return None
    limits = [limit.to, *(town.to for town in limit.by_town)]
    return max((value for value in limits if value is not None), default=None)


def _outside_the_highest_towns(limit: Limit | None) -> int | None:
    """Return the upper limit that holds where no town has its own, if some town has a higher one."""
    most = highest(limit)
    return limit.to if limit and limit.to and most and limit.to < most else None


def _rounded(counted: EffectiveRange) -> EffectiveRange:
    return EffectiveRange(rounded_rate(counted.low), None if counted.high is None else rounded_rate(counted.high))


def _case(facts: LoanFacts, standard: Standard, price: int) -> StandardCase:
    assert facts.nominal is not None
    asked = facts.down_payment.from_ if facts.down_payment else Decimal(0)
    own_share = max(standard.own_share, asked)
    loan = borrowed(Decimal(price), own_share)
    terms = facts.term_months
    months = min(max(standard.months, terms.from_ or 1), terms.to) if terms else standard.months
    if not _is_lent(facts, loan, price):
        return StandardCase(price, own_share, loan, months, None, None)
    low = _schedule(facts, facts.nominal.lowest, loan, months)
    ends = facts.nominal.highest
    if ends is None or ends == facts.nominal.lowest:
        return StandardCase(price, own_share, loan, months, cost_of(low), None, _years(low))
    high = _schedule(facts, ends, loan, months)
    return StandardCase(price, own_share, loan, months, cost_of(low), cost_of(high), _years(high))


def _is_counted(facts: LoanFacts) -> bool:
    """Return whether the sum lent follows from the price: of money on a deposit the source does not say."""
    return facts.nominal is not None and facts.deposit is None


def _is_lent(facts: LoanFacts, loan: Decimal, price: int) -> bool:
    most_lent, most_price = highest(facts.amount_kzt), highest(facts.price_kzt)
    least = facts.amount_kzt.from_ if facts.amount_kzt and facts.amount_kzt.from_ else 1
    return least <= loan and (most_lent is None or loan <= most_lent) and (most_price is None or price <= most_price)


def _schedule(facts: LoanFacts, steps: Sequence[NominalStep], loan: Decimal, months: int) -> Schedule:
    rates: list[RateStep] = [step for step in steps_of(steps) if step.from_instalment <= months]
    return annuity_schedule(loan, rates, months, REFERENCE_DAY, fees=fees_of(facts))


def _years(schedule: Schedule) -> tuple[Year, ...]:
    years = []
    for first in range(0, len(schedule.instalments), 12):
        lines = schedule.instalments[first : first + 12]
        fees = sum((line.fees for line in lines), schedule.fees_at_issue if first == 0 else Decimal(0))
        principal = sum((line.principal for line in lines), Decimal(0))
        interest = sum((line.interest for line in lines), Decimal(0))
        years.append(Year(first // 12 + 1, principal, interest, fees, lines[-1].balance))
    return tuple(years)


def _own(row: OwnRow) -> OwnFigures:
    terms = OwnTerms(
        price=Decimal(row.price_kzt),
        entry_fee=Decimal(row.entry_fee_kzt),
        share_before=row.share_before,
        waiting_months=row.waiting_months,
        repayment_months=row.repayment_months,
        monthly_fee=Decimal(row.monthly_fee_kzt),
    )
    flows = purchase_flows(terms, REFERENCE_DAY)
    received = add_months(REFERENCE_DAY, row.waiting_months)
    payments = [(day, -amount) for day, amount in flows if amount < 0]
    try:
        rates: tuple[Decimal, ...] = (rounded_rate(effective_annual_rate(flows)),)
    except AmbiguousRateError as several:
        rates = tuple(rounded_rate(rate) for rate in several.rates)
    except EffectiveRateError:
        rates = ()
    # who waits for nothing still pays first, on the same day
    before = sum((amount for day, amount in payments if day < received or day == REFERENCE_DAY), Decimal(0))
    return OwnFigures(before, sum((amount for _, amount in payments), Decimal(0)), received, rates)


def _script(facts: LoanFacts) -> str:
    """Return the terms for `loan-calculator.js`; decimals stay text, so that the script reads them exactly."""

    def steps(ends: Sequence[NominalStep] | None) -> list[list[object]] | None:
        return None if ends is None else [[step.from_instalment, str(step.rate)] for step in ends]

    nominal = facts.nominal if _is_counted(facts) else None
    terms = {
        "low": steps(nominal.lowest) if nominal else None,
        "high": steps(nominal.highest) if nominal else None,
        "fees": [[fee.timing.value, fee.base.value, str(fee.value)] for fee in fees_of(facts)],
        "own": str(facts.down_payment.from_) if facts.down_payment else None,
        "deposit": str(facts.deposit.from_) if facts.deposit else None,
        "term": [facts.term_months.from_ or 1, facts.term_months.to] if facts.term_months else None,
        "least": facts.amount_kzt.from_ if facts.amount_kzt else None,
        "most": highest(facts.amount_kzt),
        "price": highest(facts.price_kzt),
        "usualMost": _outside_the_highest_towns(facts.amount_kzt),
        "usualPrice": _outside_the_highest_towns(facts.price_kzt),
    }
    return json.dumps({key: value for key, value in terms.items() if value is not None}, separators=(",", ":"))
