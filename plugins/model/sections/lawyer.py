"""The lawyer's answers: a question, an answer, the law and article relied on, the day of the answer."""

from enum import StrEnum
from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from plugins.model.fields import Day, Facts, Line, Order, Text
from plugins.model.sections.section import Schema, Section


class LawyerTopic(StrEnum):
    JOINING = "joining"
    MONEY = "money"
    LEAVING = "leaving"
    GOVERNANCE = "governance"
    RISK = "risk"
    BUILDING = "building"


class LawyerFacts(Facts):
    order: Order
    answered: Day
    topic: LawyerTopic

    @model_validator(mode="after")
    def _rely_on_a_law(self) -> Self:
        if not any(law.articles for law in self.laws):
            raise PydanticCustomError("law_and_article", "an answer names the law and the article it relies on")
        return self


class LawyerText(Text):
    question: Line


LAWYER = Section("lawyer", Schema(LawyerFacts, LawyerText), order=lambda facts: facts.order)
