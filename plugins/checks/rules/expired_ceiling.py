"""A ceiling of the law whose last known period has ended is reported, until the next one is written down.

After that day `ceiling-exceeded` compares loans of this kind with nothing: the nearest ceiling is never taken for the
one in force. `inv status` lists the end of every ceiling in advance.
"""

from collections.abc import Iterator

from plugins.checks.page_index import Overview
from plugins.diagnostics import Problem
from plugins.model.loading import CEILINGS_FILE


def check(site: Overview) -> Iterator[Problem]:
    """Yield a problem at the last day of every kind of loan that has no ceiling today because the last one ended."""
    source = site.content.sources[f"{site.content.folder}/{CEILINGS_FILE}"]
    for kind, last, end in site.content.ceilings.ends():
        if end < site.today:
            place = (kind.value, last, "valid_to")
            yield source.problem_at_value("expired-ceiling", place, kind=kind.value, day=str(end))
