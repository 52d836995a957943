"""The monthly figures of the queue, for the rules about them."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from plugins.checks.site import CheckedSite
from plugins.loans.due_dates import add_months
from plugins.model.items import FACTS_FILE
from plugins.model.sections.queue import QueueFacts, QueueFigures
from plugins.model.yaml_source import Location, YamlSource

MONTHS: Location = ("figures", "months")
"""Where the rows are in `facts.yaml`."""


def queue_figures(site: CheckedSite) -> Iterator[tuple[QueueFigures, YamlSource]]:
    """Yield the monthly figures with the file they are in, where there are any."""
    for item in site.content.all_items():
        if isinstance(item.facts, QueueFacts) and item.facts.figures is not None:
            yield item.facts.figures, site.content.sources[f"{item.folder}/{FACTS_FILE}"]


def last_day(month: date) -> date:
    """Return the last day of a month given by its first."""
    return add_months(month, 1) - timedelta(days=1)


def shown(month: date) -> str:
    """Return a month as an editor writes it: `2026-10`."""
    return month.isoformat()[:7]


def out_of_order(site: CheckedSite) -> Iterator[tuple[date, date, Location, YamlSource]]:
    """Yield every month that does not follow the one above it: it, the expected one, its place and file."""
    for figures, source in queue_figures(site):
        for row, (before, after) in enumerate(pairwise(figures.months), start=1):
            expected = add_months(before.month, 1)
            if after.month != expected:
                yield after.month, expected, (*MONTHS, row, "month"), source
