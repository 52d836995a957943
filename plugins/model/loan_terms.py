"""Converts the facts of a loan to the terms that `plugins/loans` takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plugins.loans import EffectiveRateError, Fee, RateStep, annuity_schedule, effective_annual_rate
from plugins.model.sections.loans import LoanFacts, NominalStep

REFERENCE_DAY = date(2026, 1, 15)
"""The day on which every loan of the reference is taken to be given; a rate depends on it by some thousandths."""
REFERENCE_MONTHS = 120
"""Term of a loan whose source names none; without fees the effective rate hardly depends on it."""
REFERENCE_PRINCIPAL = Decimal(10_000_000)
LEAST_PRINCIPAL = 100_000


@dataclass(frozen=True, slots=True)
class EffectiveRange:
    """The effective rate by the formula at the lower and the upper end of the nominal rate; None where it is open."""

    low: Decimal
    high: Decimal | None


def fees_of(facts: LoanFacts) -> tuple[Fee, ...]:
    """Return the known fees and the known insurance."""
    return tuple(Fee(fee.timing, fee.base, fee.value) for fee in (*(facts.fees or ()), *(facts.insurance or ())))


def steps_of(steps: Sequence[NominalStep]) -> list[RateStep]:
    """Return nominal rates as a schedule takes them."""
    return [RateStep(step.from_instalment, step.rate) for step in steps]


def costs_are_complete(facts: LoanFacts) -> bool:
    """Return whether the source states all costs beside interest, so that the formula gives the whole rate."""
    return facts.fees is not None and facts.insurance is not None


def effective_by_formula(facts: LoanFacts) -> EffectiveRange | None:
    """Return the effective rate of the known terms, unrounded; None where no nominal rate is known, or none fits.

    Where costs are not complete it is the least the rate can be.
    """
    if facts.nominal is None:
        return None
    high = facts.nominal.highest
    try:
        low = _effective(facts, facts.nominal.lowest)
        return EffectiveRange(low, None if high is None else _effective(facts, high))
    except EffectiveRateError:  # the fees eat up the loan
        return None


def _effective(facts: LoanFacts, steps: Sequence[NominalStep]) -> Decimal:
    months = facts.term_months.to if facts.term_months else REFERENCE_MONTHS
    rates = [step for step in steps_of(steps) if step.from_instalment <= months]
    schedule = annuity_schedule(_principal(facts), rates, months, REFERENCE_DAY, fees=fees_of(facts))
    return effective_annual_rate(schedule.flows())


def _principal(facts: LoanFacts) -> Decimal:
    """Return the sum of the reference, or the most the programme lends, as far as that is a sum one borrows."""
    most = facts.amount_kzt.to if facts.amount_kzt else None
    return Decimal(most) if most and LEAST_PRINCIPAL <= most < REFERENCE_PRINCIPAL else REFERENCE_PRINCIPAL
