"""The open course: lessons in order, no login, each with questions to oneself."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from plugins.model.fields import Facts, Line, Order, Slug, Strict, Text
from plugins.model.sections.section import Schema, Section


class Question(Strict):
    """Names of the answers one may choose from, and which of them is right; their words are the text's."""

    options: Annotated[tuple[Slug, ...], Field(min_length=2)]
    right: Slug

    @model_validator(mode="after")
    def _right_is_an_option(self) -> Self:
        if self.right not in self.options:
            raise PydanticCustomError("right_option", "`right` is one of the options")
        return self


class QuestionText(Strict):
    ask: Line
    options: Mapping[Slug, Line]
    why: Line


class LessonFacts(Facts):
    order: Order
    minutes: Order
    questions: Annotated[Mapping[Slug, Question], Field(min_length=1)]


class LessonText(Text):
    outcomes: Annotated[tuple[Line, ...], Field(min_length=1)]
    questions: Mapping[Slug, QuestionText]


EDUCATION = Section(
    "education",
    Schema(LessonFacts, LessonText, keyed={"questions": "questions"}, keyed_within={"questions": "options"}),
    order=lambda facts: facts.order,
)
