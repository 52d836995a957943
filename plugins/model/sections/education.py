"""The open course: lessons in order, no login."""

from typing import Annotated

from pydantic import Field

from plugins.model.fields import Facts, Line, Order, Text
from plugins.model.sections.section import Schema, Section


class LessonFacts(Facts):
    order: Order
    minutes: Order


class LessonText(Text):
    outcomes: Annotated[tuple[Line, ...], Field(min_length=1)]


EDUCATION = Section("education", Schema(LessonFacts, LessonText), order=lambda facts: facts.order)
