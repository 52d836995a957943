"""Questions and answers by topic: the title is the question, the body answers it."""

from enum import StrEnum

from plugins.model.fields import Facts, Order
from plugins.model.sections.section import Schema, Section


class FaqTopic(StrEnum):
    JOINING = "joining"
    MONEY = "money"
    WAITING = "waiting"
    RISK = "risk"
    GOVERNANCE = "governance"
    LEAVING = "leaving"
    CHECKING = "checking"


class FaqFacts(Facts):
    order: Order
    topic: FaqTopic


FAQ = Section("faq", Schema(FaqFacts), order=lambda facts: facts.order)
