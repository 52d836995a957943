"""The part of a faulty content that the preview can show: all but the items whose files or references are missing."""

from collections.abc import Iterable
from dataclasses import replace

from plugins.checks.registry import RULES
from plugins.checks.rule import Group, Rule
from plugins.diagnostics import Problem, Severity
from plugins.model import SiteContent

_NOT_SHOWN = frozenset(
    {"missing-file", "unknown-law", "unknown-article", "unfilled-placeholder"}
    | {rule.id for rule in RULES if rule.group is Group.MEDIA and type(rule) is Rule}
)
"""References that lead nowhere, pictures and videos that cannot be read, what is still to be filled in: rules whose problems leave a page
without something that its template needs."""


def without_unshowable(content: SiteContent, problems: Iterable[Problem]) -> SiteContent:
    """Return the content without items that no page can be made of; their addresses stay, so that links to them hold."""
    faulty = {
        problem.path.rpartition("/")[0]
        for problem in problems
        if problem.severity is Severity.ERROR and problem.rule in _NOT_SHOWN
    }
    items = {
        section: tuple(item for item in group if item.folder not in faulty) for section, group in content.items.items()
    }
    return replace(content, items=items)
