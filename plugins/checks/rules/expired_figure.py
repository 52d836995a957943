"""The figures of a loan are not older than two years.

Banks change their terms several times a year. After a year the page itself says that the figures are old; after two
they mislead more than they help. The limits are in `plugins/model/ages.py`. A stored copy states its figures on the
day it was published, a live page on the day it was read.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.ages import EXPIRED_AFTER_DAYS, Age, dated
from plugins.model.items import FACTS_FILE
from plugins.model.sections.loans import LOANS


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every loan whose figures are too old."""
    for item in site.content.items[LOANS.folder]:
        found = dated(item.facts.sources, site.today)
        if found.age is Age.EXPIRED:
            source = site.content.sources[f"{item.folder}/{FACTS_FILE}"]
            values = {"days": str(found.days), "most": str(EXPIRED_AFTER_DAYS)}
            yield source.problem_at_key("expired-figure", ("sources",), **values)
