"""The page of the queue: its rule, and the cooperative's monthly figures."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from plugins.model.fields import (
    MOST_TENGE,
    WRITTEN_AS_INTEGER,
    Count,
    Day,
    Facts,
    Flag,
    Line,
    Slug,
    Strict,
    Tenge,
    Text,
    Words,
)

_MONTH = r"20\d{2}-(0[1-9]|1[0-2])"


def _first_day(value: object) -> object:
    if not isinstance(value, str) or not re.fullmatch(_MONTH, value):
        raise PydanticCustomError("month", "a month such as 2026-10")
    return date.fromisoformat(f"{value}-01")


Month = Annotated[date, BeforeValidator(_first_day), WithJsonSchema({"type": "string", "pattern": f"^{_MONTH}$"})]
"""A calendar month, written `2026-10`; held as its first day."""

Waited = Annotated[int, Field(ge=0, le=600), WRITTEN_AS_INTEGER]
"""Months, at most fifty years."""


class Fund(Strict):
    """The common fund in one month, in whole tenge."""

    joining: Tenge
    """Came in from those who joined."""
    payments: Tenge
    """Came in from all other members."""
    purchases: Tenge
    """Spent on what families received."""
    returned: Tenge
    """Paid out to those who left."""
    held: Annotated[int, Field(ge=-MOST_TENGE, le=MOST_TENGE), WRITTEN_AS_INTEGER]
    """What the fund held at the end of the month; below zero where it owed."""


class QueueMonth(Strict):
    """Families that came, went and received in one month, and what that did to the fund."""

    month: Month
    joined: Count
    left: Count
    """Left the queue before their turn."""
    received: Count
    waited_months: tuple[Waited, ...]
    """How long each family that received had waited: the month it received in minus the month it joined in."""
    waiting: Count
    """In the queue at the end of the month."""
    fund_kzt: Fund


class QueueFigures(Strict):
    """The monthly figures, oldest first."""

    sample: Flag = False
    """Invented figures: marked on the page, never in a published build."""
    source: Words
    as_of: Day
    """The day the figures were drawn up."""
    months: Annotated[tuple[QueueMonth, ...], Field(min_length=1)]


class RulePoint(Strict):
    """One point of the queue's rule: confirmed by a paper with its date, or waiting for one."""

    to_confirm: Flag = False
    source: Words | None = None
    as_of: Day | None = None

    @model_validator(mode="after")
    def _confirmed_by_something(self) -> Self:
        if not self.to_confirm and (self.source is None or self.as_of is None):
            raise PydanticCustomError("source_or_to_confirm", "`source` and `as_of`, or `to_confirm: true`")
        return self


class QueueFacts(Facts):
    rule: Mapping[Slug, RulePoint]
    """What the estimate takes for granted; its words are in the front matter by the same keys."""
    figures: QueueFigures | None = None


class QueueText(Text):
    rule: Mapping[Slug, Line]
