"""The honor board: a life and the reason for honor beside each portrait."""

from plugins.model.fields import Line, Picture, Text, Year
from plugins.model.sections.people import PersonFacts
from plugins.model.sections.section import Schema, Section


class HonorFacts(PersonFacts):
    portrait: Picture
    member_since: Year


class HonorText(Text):
    reason: Line
    portrait_alt: Line


HONOR_BOARD = Section(
    "honor-board",
    Schema(HonorFacts, HonorText, described={"portrait": "portrait_alt"}),
    order=lambda facts: facts.member_since,
)
