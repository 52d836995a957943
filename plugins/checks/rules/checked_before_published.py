"""A source is checked after it was published.

A page that was read in March cannot be one that came out in May: one of the two days is wrong.
"""

from collections.abc import Iterator
from datetime import date

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.fields import Source
from plugins.model.references import values_in


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every source that was published after it was checked."""
    for item in site.content.all_items():
        for location, value in values_in(item.facts):
            if isinstance(value, Source) and _is_later(value.published, value.checked, site.today):
                source = site.content.sources[f"{item.folder}/facts.yaml"]
                values = {"published": str(value.published), "checked": str(value.checked)}
                yield source.problem_at_value("checked-before-published", (*location, "published"), **values)


def _is_later(published: date | int | None, checked: date, today: date) -> bool:
    """Return whether one day contradicts the other; a day to come has a rule of its own."""
    if published is None:
        return False
    if isinstance(published, int):
        return checked.year < published <= today.year
    return checked < published <= today
