"""History: chapters in order, each with the years of its timeline."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from plugins.model.fields import Facts, Line, Order, Slug, Strict, Text, Year, in_order
from plugins.model.sections.section import Schema, Section


class TimelineYear(Strict):
    year: Year
    until: Year | None = None

    _in_order = in_order("year", "until")


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
