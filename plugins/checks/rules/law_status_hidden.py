"""A page that speaks of a repealed act shows that it is repealed.

The page draws the state of every act that its `laws` name. An act that is only named in the text bears no mark, and a
reader may take it for a law in force.
"""

import re
from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.acts import ActStatus
from plugins.model.items import Item, Part


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for the first mention, in each language, of a repealed act that the page does not show as such."""
    repealed = {act_id: act for act_id, act in site.content.acts.items() if act.status is ActStatus.REPEALED}
    for part in site.content.parts():
        shown = _shown_acts(part)
        for act_id, act in repealed.items():
            named = re.compile(rf"(?<![\w-]){re.escape(act.number or act_id)}(?![\w-])")
            for body in part.bodies.values() if act_id not in shown else ():
                markdown = site.markdown(body)
                if match := named.search(markdown.document.prose):
                    values = {"act": act_id, "day": str(act.repealed_from)}
                    yield markdown.problem("law-status-hidden", match.start(), **values)


def _shown_acts(part: Part) -> set[str]:
    if not isinstance(part, Item):
        return set()
    own = getattr(part.facts, "act", None)
    return {law.act for law in part.facts.laws} | ({own} if own else set())
