"""Marks that may not be left in what is about to be published, for the two rules of withheld facts.

`plugins/model/publication.py` leaves such items and values out before anything is rendered. These rules check that it
did: a new kind of item with a mark of its own somewhere inside cannot slip through.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.items import FACTS_FILE
from plugins.model.references import values_in


def marks_left(site: CheckedSite, key: str, rule: str) -> Iterator[Problem]:
    """Yield a problem of `rule` for every `key: true` in a published site."""
    for item in site.content.all_items() if site.published else ():
        source = site.content.sources[f"{item.folder}/{FACTS_FILE}"]
        for location, value in values_in(item.facts):
            if value is True and location and location[-1] == key:
                yield source.problem_at_value(rule, location)
