"""What the site says of a law was compared with the official page within a year.

Laws are amended several times a year. After a year without a look nobody can say that the page is still right.
"""

from collections.abc import Iterator

from plugins.checks.page_index import Overview
from plugins.diagnostics import Problem
from plugins.model.acts import MOST_DAYS_SINCE_CHECK, is_old_check


def check(site: Overview) -> Iterator[Problem]:
    """Yield a problem for every act that was checked too long ago."""
    source = site.content.sources[f"{site.content.folder}/acts.yaml"]
    for act_id, act in site.content.acts.items():
        days = (site.today - act.checked).days
        if is_old_check(act, site.today):
            values = {"act": act_id, "days": str(days), "most": str(MOST_DAYS_SINCE_CHECK)}
            yield source.problem_at_value("law-check-expired", (act_id, "checked"), **values)
