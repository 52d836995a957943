"""`content/rate-ceilings.yaml`: the legal ceilings of effective rates, by kind of loan and time."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, RootModel, model_validator
from pydantic_core import PydanticCustomError

from plugins.loans.rates import DatedValue, Unit
from plugins.model.fields import Day, Rate, Source, Strict, Words, in_order
from plugins.model.sections.loans import Purpose


class LoanKind(StrEnum):
    """Kinds of loans the regulator sets a ceiling for."""

    MORTGAGE = "mortgage"
    SECURED = "secured"
    UNSECURED = "unsecured"
    MICROCREDIT = "microcredit"
    SHORT_MICROCREDIT = "short-microcredit"


KIND_OF_PURPOSE: Mapping[Purpose, LoanKind] = {
    Purpose.HOME: LoanKind.MORTGAGE,
    Purpose.CAR: LoanKind.SECURED,
    Purpose.CASH: LoanKind.UNSECURED,
}
"""The home is mortgaged and the car is pledged; a cash loan has no security."""


class Ceiling(Strict):
    """The highest effective rate a year from one day to another, both counted."""

    value: Rate
    valid_from: Day
    valid_to: Day | None = None
    """Left out where no end is set."""
    act: Words
    source: Source

    _in_order = in_order("valid_from", "valid_to")


def _refuse_overlaps(ceilings: tuple[Ceiling, ...]) -> None:
    for left, right in pairwise(ceilings):
        if left.valid_to is None or right.valid_from <= left.valid_to:
            raise PydanticCustomError("dated_order", "the periods follow each other and do not overlap")


class Ceilings(RootModel[Mapping[LoanKind, Annotated[tuple[Ceiling, ...], Field(min_length=1)]]]):
    """The ceilings of each kind, the earliest first."""

    @model_validator(mode="after")
    def _one_a_day(self) -> Self:
        for ceilings in self.root.values():
            _refuse_overlaps(ceilings)
        return self

    def ends(self) -> Iterator[tuple[LoanKind, int, date]]:
        """Yield every kind whose last period has an end: the kind, the place of the period, its last day."""
        for kind, ceilings in self.root.items():
            if (end := ceilings[-1].valid_to) is not None:
                yield kind, len(ceilings) - 1, end

    def dated(self, kind: LoanKind) -> Sequence[DatedValue]:
        """Return the ceilings of a kind as dated values; an empty sequence where none is stated."""
        return [
            DatedValue(
                ceiling.value, Unit.FRACTION_PER_YEAR, ceiling.valid_from, ceiling.valid_to, ceiling.source.url or ""
            )
            for ceiling in self.root.get(kind, ())
        ]
