"""News: what happened, on which day, and who says so."""

from plugins.model.fields import Day, Facts
from plugins.model.sections.section import Schema, Section


class NewsFacts(Facts):
    date: Day
    """Day of the event."""


NEWS = Section("news", Schema(NewsFacts), order=lambda facts: facts.date, newest_first=True, own_lists=r"page|\d{4}")
