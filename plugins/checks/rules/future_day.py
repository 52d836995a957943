"""Nothing was read, answered or published on a day that has not come.

Such a day is a slip of the pen, or a claim of a look that nobody took. The page would show it to visitors as done.
"""

from collections.abc import Iterator

from plugins.checks.dated_keys import past_days
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every day after the day of the check."""
    for day in past_days(site):
        if day.is_after(site.today):
            values = {"key": str(day.location[-1]), "found": day.written, "today": site.today.isoformat()}
            yield day.source.problem_at_value("future-day", day.location, **values)
