"""Testimonials: a case told by its facts, papers with data hidden, a place for the film."""

from collections.abc import Mapping
from enum import StrEnum

from plugins.model.fields import Count, Line, Picture, Slug, Text, Words, Year
from plugins.model.sections.people import PersonFacts
from plugins.model.sections.section import Schema, Section


class CaseKind(StrEnum):
    HOME = "home"
    CAR = "car"


class TestimonialFacts(PersonFacts):
    kind: CaseKind
    town: Words
    year: Year
    months_waited: Count
    pictures: Mapping[Slug, Picture]


class TestimonialText(Text):
    alt: Mapping[Slug, Line]
    film_note: Line


TESTIMONIALS = Section(
    "testimonials",
    Schema(TestimonialFacts, TestimonialText, keyed={"pictures": "alt"}),
    order=lambda facts: facts.year,
    newest_first=True,
)
