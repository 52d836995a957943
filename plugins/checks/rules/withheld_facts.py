"""Nothing invented and nothing unconfirmed is published.

Bad:  sample: true → output/
Good: sample: true → …

`plugins/model/publication.py` leaves such items and values out before anything is drawn. This rule looks whether it did: a
new kind of item with a mark of its own somewhere inside cannot slip through. Two ids: `sample-in-publication`,
`unconfirmed-fact-in-publication`.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.items import FACTS_FILE
from plugins.model.references import values_in

_RULE_OF_MARK = {"sample": "sample-in-publication", "to_confirm": "unconfirmed-fact-in-publication"}


def check_withheld_facts(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every mark that is left in what is about to be published."""
    for item in site.content.all_items() if site.published else ():
        source = site.content.sources[f"{item.folder}/{FACTS_FILE}"]
        for location, value in values_in(item.facts):
            if value is True and location and (rule := _RULE_OF_MARK.get(str(location[-1]))):
                yield source.problem_at_value(rule, location)
