"""Single pages, and the few that have a shape of their own."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from plugins.model.fields import Count, Facts, LawReference, Line, Number, PageReference, Slug, Strict, Text
from plugins.model.sections.affordability import AffordabilityFacts
from plugins.model.sections.offer_sheet import OfferSheetFacts, OfferSheetText
from plugins.model.sections.queue import QueueFacts, QueueText
from plugins.model.sections.section import Schema, Section


class Step(Strict):
    title: Line
    text: Line


class TrustPoint(PageReference):
    text: Line


class HomeText(Text):
    slogan: Line
    lead: Line
    hero_alt: Line
    actions: Annotated[tuple[PageReference, ...], Field(min_length=1)]
    """The buttons of the hero; the first is the main one."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    trust: Annotated[tuple[TrustPoint, ...], Field(min_length=1)]


class PresentationText(Text):
    scenes: Annotated[tuple[Step, ...], Field(min_length=1)]
    actions: Annotated[tuple[PageReference, ...], Field(min_length=1)]


class Direction(Strict):
    """Projects of one direction and their sum in millions of tenge, by period; a gap means none."""

    projects_2023: Count = 0
    million_kzt_2023: Number = Decimal(0)
    projects_2024_2025: Count = 0
    million_kzt_2024_2025: Number = Decimal(0)


class AuylAmanatyFacts(Facts):
    directions: Mapping[Slug, Direction]


class AuylAmanatyText(Text):
    directions: Mapping[Slug, Line]


class Check(Strict):
    laws: tuple[LawReference, ...] = ()


class CheckText(Strict):
    question: Line
    lawful: Line
    warning: Line


class PyramidCheckFacts(Facts):
    checks: Mapping[Slug, Check]


class PyramidCheckText(Text):
    checks: Mapping[Slug, CheckText]


PAGES = Section(
    "pages",
    Schema(template="page"),
    order=lambda _: 0,
    own_schemas={
        "home": Schema(text=HomeText, template="home"),
        "presentation": Schema(text=PresentationText, template="presentation"),
        "queue": Schema(QueueFacts, QueueText, "queue", keyed={"rule": "rule"}),
        "auyl-amanaty": Schema(AuylAmanatyFacts, AuylAmanatyText, "auyl-amanaty", keyed={"directions": "directions"}),
        "affordability": Schema(AffordabilityFacts, template="affordability"),
        "offer-sheet": Schema(
            OfferSheetFacts, OfferSheetText, "offer-sheet", keyed={"parts": "parts"}, keyed_within={"parts": "lines"}
        ),
        "contacts": Schema(template="contacts"),
        "about": Schema(template="about"),
        "glossary": Schema(template="glossary"),
        "not-yet-published": Schema(template="not-yet-published"),
        "search": Schema(template="search"),
        "privacy": Schema(template="privacy"),
        "pyramid-check": Schema(PyramidCheckFacts, PyramidCheckText, "pyramid-check", keyed={"checks": "checks"}),
    },
    single_pages=True,
)
