"""History: chapters in order, each with the years of its timeline."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from plugins.model.fields import Facts, Line, Order, Slug, Strict, Text, Year
from plugins.model.sections.section import Schema, Section


class TimelineYear(Strict):
    year: Year
    until: Year | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.until is not None and self.until < self.year:
            raise PydanticCustomError("range", "`until` is not before `year`")
        return self


class HistoryFacts(Facts):
    order: Order
    timeline: Annotated[Mapping[Slug, TimelineYear], Field(min_length=1)]


class HistoryText(Text):
    timeline: Mapping[Slug, Line]


HISTORY = Section(
    "history",
    Schema(HistoryFacts, HistoryText, keyed={"timeline": "timeline"}),
    order=lambda facts: facts.order,
)
