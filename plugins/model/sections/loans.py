"""Loan terms of lenders: a neutral reference, each row with its source and date.

The law on advertising (508-II, art. 7) forbids comparing one's own services with those of others. So the cooperative's
own row is in the table only with a lawyer's written approval of that very row.
"""

from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from plugins.loans.fees import FeeBase, FeeTiming
from plugins.model.fields import (
    MOST_TENGE,
    WRITTEN_AS_INTEGER,
    Approval,
    Facts,
    Line,
    MonthRange,
    Months,
    NotNegative,
    Order,
    Rate,
    RateRange,
    Share,
    ShareRange,
    Strict,
    Tenge,
    Text,
    Words,
    in_order,
)
from plugins.model.sections.section import Schema, Section


class Purpose(StrEnum):
    HOME = "home"
    CAR = "car"
    CASH = "cash"


class Town(StrEnum):
    """Towns for which a lender has a limit of its own."""

    ASTANA = "astana"
    ALMATY = "almaty"
    SHYMKENT = "shymkent"
    AKTAU = "aktau"
    ATYRAU = "atyrau"
    KARAGANDA = "karaganda"
    OSKEMEN = "oskemen"


class NominalStep(Strict):
    """A nominal rate from an instalment on; the first instalment has number 1."""

    from_instalment: Order
    rate: Rate


class NominalRate(Strict):
    """The nominal yearly rate in one of three forms: constant (`rate`), a range (`from`, `to`), or `steps`."""

    rate: Rate | None = None
    from_: Annotated[Rate | None, Field(alias="from")] = None
    to: Rate | None = None
    steps: tuple[NominalStep, ...] = ()

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        forms = (self.rate is not None, self.from_ is not None, bool(self.steps))
        if sum(forms) != 1 or (self.to is not None and self.from_ is None):
            raise PydanticCustomError("nominal_form", "one of `rate`, `from` and `to`, `steps`")
        numbers = [step.from_instalment for step in self.steps]
        if numbers and (numbers[0] != 1 or any(right <= left for left, right in pairwise(numbers))):
            raise PydanticCustomError("steps_order", "steps begin with instalment 1 and go on in order")
        return self

    _in_order = in_order("from_", "to")

    @property
    def lowest(self) -> tuple[NominalStep, ...]:
        """The rate as steps; of a range its lower end."""
        return self.steps or (NominalStep(from_instalment=1, rate=self.rate if self.from_ is None else self.from_),)

    @property
    def highest(self) -> tuple[NominalStep, ...] | None:
        """The rate as steps; of a range its upper end, and None where only «from» is known."""
        if self.from_ is None:
            return self.lowest
        return None if self.to is None else (NominalStep(from_instalment=1, rate=self.to),)


class LoanFee(Strict):
    """A fee: `value` is tenge for a fixed one, otherwise a fraction of the principal or of what is owed."""

    timing: FeeTiming
    base: FeeBase
    value: NotNegative

    @model_validator(mode="after")
    def _in_its_unit(self) -> Self:
        if self.base is not FeeBase.FIXED and self.value > 1:
            raise PydanticCustomError("fee_unit", "a fraction: 0.01 is 1 %")
        if self.base is FeeBase.FIXED and (self.value > MOST_TENGE or self.value != round(self.value, 2)):
            raise PydanticCustomError("fee_unit", "tenge and tiyn")
        return self


class TownLimit(Strict):
    """Another upper limit in some towns."""

    towns: Annotated[tuple[Town, ...], Field(min_length=1)]
    to: Order


class Limit(Strict):
    """The least and the most in tenge; `to` is that of the towns not named."""

    from_: Annotated[Order | None, Field(alias="from")] = None
    to: Order | None = None
    by_town: tuple[TownLimit, ...] = ()

    _in_order = in_order("from_", "to")


class OwnRow(Strict):
    """The cooperative's own terms, laid under the same formula: what is paid before the home is received counts too."""

    price_kzt: Annotated[int, Field(ge=1, le=MOST_TENGE), WRITTEN_AS_INTEGER]
    entry_fee_kzt: Tenge
    share_before: Share
    waiting_months: Annotated[int, Field(ge=0, le=600), WRITTEN_AS_INTEGER]
    repayment_months: Months
    monthly_fee_kzt: Tenge = 0
    approval: Approval | None = None
    """A lawyer's approval of this row in this table; without it the row is shown nowhere."""


class LoanFacts(Facts):
    order: Order
    lender: Words
    purpose: Purpose
    only_in: tuple[Town, ...] = ()
    """Towns the programme is confined to."""
    nominal: NominalRate | None = None
    effective: RateRange | None = None
    """The effective rate as the source declares it."""
    effective_remark: Words | None = None
    """Why the declared rate differs from the one the formula gives; shown beside it."""
    down_payment: ShareRange | None = None
    deposit: ShareRange | None = None
    """What must lie on a deposit, pledged or saved. It is not paid to the seller, so no example is counted from it."""
    term_months: MonthRange | None = None
    amount_kzt: Limit | None = None
    """What is lent."""
    price_kzt: Limit | None = None
    """What may be bought."""
    fees: tuple[LoanFee, ...] | None = None
    """The lender's fees: an empty list where the source says there are none; left out where it says nothing."""
    insurance: tuple[LoanFee, ...] | None = None
    """Insurance the borrower must pay: as for fees."""
    own: OwnRow | None = None
    """Only for the cooperative itself, which is no lender."""


class LoanText(Text):
    conditions: Line
    questions: tuple[Line, ...] = ()
    """Who qualifies, as questions to be answered with yes; what the facts say (own money, term, sums) is asked without them."""


LOANS = Section("loans", Schema(LoanFacts, LoanText), order=lambda facts: facts.order)
