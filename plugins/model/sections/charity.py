"""Charity: who may get help, and how to ask."""

from plugins.model.fields import Facts, Line, Order, Text
from plugins.model.sections.section import Schema, Section


class CharityFacts(Facts):
    order: Order


class CharityText(Text):
    who: Line
    how: Line


CHARITY = Section("charity", Schema(CharityFacts, CharityText), order=lambda facts: facts.order)
