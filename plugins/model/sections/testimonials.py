"""Testimonials: a case described by its facts, papers with data hidden, a place for the film."""

from collections.abc import Mapping
from enum import StrEnum

from plugins.model.fields import Count, Line, Paper, Picture, Slug, Text, Words, Year
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
    papers: Mapping[Slug, Paper] = {}


class TestimonialText(Text):
    alt: Mapping[Slug, Line]
    papers: Mapping[Slug, Line] = {}
    """What each paper is and what can be read on it."""
    film_note: Line


TESTIMONIALS = Section(
    "testimonials",
    Schema(TestimonialFacts, TestimonialText, keyed={"pictures": "alt", "papers": "papers"}),
    order=lambda facts: facts.year,
    newest_first=True,
)
