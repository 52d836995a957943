"""Loan terms of lenders: a neutral reference, each row with its source and date.

The law on advertising (508-II, art. 7) forbids comparing one's own services with those of others,
so the cooperative has no row here.
"""

from enum import StrEnum

from plugins.model.fields import Facts, Line, MonthRange, Order, RateRange, ShareRange, Text, Words
from plugins.model.sections.section import Schema, Section


class Purpose(StrEnum):
    HOME = "home"
    CAR = "car"
    CASH = "cash"


class LoanFacts(Facts):
    order: Order
    lender: Words
    purpose: Purpose
    nominal: RateRange | None = None
    effective: RateRange | None = None
    down_payment: ShareRange | None = None
    term_months: MonthRange | None = None
    amount_max_kzt: Order | None = None
    no_fee: bool = False


class LoanText(Text):
    conditions: Line


LOANS = Section("loans", Schema(LoanFacts, LoanText), order=lambda facts: facts.order)
