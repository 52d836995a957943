"""Laws: acts explained in plain words; their state is in `acts.yaml`."""

from plugins.model.fields import Facts, Line, Order
from plugins.model.sections.section import Schema, Section


class LawFacts(Facts):
    order: Order
    act: Line
    """Id of the act in `acts.yaml`."""


LAWS = Section("laws", Schema(LawFacts), order=lambda facts: facts.order)
