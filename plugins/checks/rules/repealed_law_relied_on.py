"""Nothing relies on a law that is no longer in force.

A member who goes to court with a repealed law loses. It may be cited as history, if it is marked as such.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.acts import ActStatus
from plugins.model.fields import LawReference, Role
from plugins.model.items import FACTS_FILE
from plugins.model.references import values_in


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every reference that relies on a repealed act."""
    acts = site.content.acts
    for item in site.content.all_items():
        source = site.content.sources[f"{item.folder}/{FACTS_FILE}"]
        for location, value in values_in(item.facts):
            if isinstance(value, LawReference) and value.role is Role.RELIED_ON and value.act in acts:
                act = acts[value.act]
                if act.status is ActStatus.REPEALED:
                    values = {"act": value.act, "day": str(act.repealed_from), "by": act.repealed_by or ""}
                    yield source.problem_at_value("repealed-law-relied-on", (*location, "act"), **values)
