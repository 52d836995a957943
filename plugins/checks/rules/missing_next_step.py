"""Every answer and every calculator ends with three links to further pages.

Bad:  an answer without `next`
Good: next: [/queue/, /faq/how-to-leave/, /lawyer/who-covers-losses/]

A family that came with one question has the next one before it leaves; a page that ends in nothing sends it back to the
search engine, and to whoever advertises there.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.items import FACTS_FILE

_STEPS = 3
_SECTIONS = ("faq", "lawyer")
_CALCULATORS = ("queue", "pyramid-check", "affordability", "offer-sheet")


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every answer and every calculator that names fewer than three pages to read next."""
    answers = [item for section in _SECTIONS for item in site.content.items[section]]
    calculators = [item for item in site.content.items["pages"] if item.slug in _CALCULATORS]
    for item in (*answers, *calculators):
        if len(set(item.facts.next)) < _STEPS:
            source = site.content.sources[f"{item.folder}/{FACTS_FILE}"]
            values = {"found": str(len(set(item.facts.next))), "wanted": str(_STEPS)}
            yield source.problem_at_key("missing-next-step", ("next",), **values)
