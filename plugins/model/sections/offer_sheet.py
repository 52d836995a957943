"""The sheet a visitor takes to a bank: which lines it has, and which of them the reference of loans can fill."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from plugins.model.fields import Facts, Line, Slug, Strict, Text


class Filled(StrEnum):
    """What the script writes beside a line for a chosen programme."""

    LENDER = "lender"
    PROGRAMME = "programme"
    PRICE = "price"
    OWN = "own"
    LOAN = "loan"
    MONTHS = "months"
    NOMINAL = "nominal"
    EFFECTIVE = "effective"
    COUNTED = "counted"
    PAYMENT = "payment"
    OVER = "over"
    PAID = "paid"


class SheetLine(Strict):
    """A line of the sheet; without `filled` only the bank can answer it."""

    filled: Filled | None = None


class SheetPart(Strict):
    """Lines of one kind; their words are in the front matter by the same keys."""

    lines: Annotated[Mapping[Slug, SheetLine], Field(min_length=1)]


class OfferSheetFacts(Facts):
    parts: Annotated[Mapping[Slug, SheetPart], Field(min_length=1)]


class SheetPartText(Strict):
    title: Line
    lines: Mapping[Slug, Line]


class OfferSheetText(Text):
    parts: Mapping[Slug, SheetPartText]
