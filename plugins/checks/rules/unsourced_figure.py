"""Every figure says where it comes from.

Money and rates change, and people decide by them. A figure without a source can neither be checked nor kept up to date.
Only the first sum or rate of each file is reported. Invented samples need no source; what waits for confirmation is marked.
A fact of `site.yaml` that is confirmed names its `source` and its day, `as_of`.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from plugins.checks.passages import body_passages
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.cooperative import Stated
from plugins.model.items import FACTS_FILE, Item
from plugins.model.loading import COOPERATIVE_FILE
from plugins.model.references import values_in
from plugins.model.yaml_source import Location, YamlSource

RULE = "unsourced-figure"

_FIGURE = re.compile(
    r"\d[\d\u00a0\u202f ]*(?:[.,]\d+)?[\u00a0\u202f ]?"
    r"(?:%|₸|(?:(?:мың|млн|млрд|миллион|миллиард|тыс\.?|тысяч\w*|миллион\w*|миллиард\w*)[\u00a0\u202f ])?(?:теңге|тенге))"
)


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every file with a figure whose item names no source and no law."""
    for item in site.content.all_items():
        if not (item.facts.sample or item.facts.to_confirm or _is_sourced(item)):
            yield from _in_facts(item, site.content.sources[f"{item.folder}/{FACTS_FILE}"])
            yield from _in_texts(site, item)
    yield from _in_cooperative(site)


def _is_sourced(item: Item) -> bool:
    return bool(item.facts.sources) or any(
        location[-1:] == ("laws",) and value for location, value in values_in(item.facts)
    )


def _in_facts(item: Item, source: YamlSource) -> Iterator[Problem]:
    for location, value in values_in(item.facts):
        if _is_figure(location, value):
            place = tuple(part.rstrip("_") if isinstance(part, str) else part for part in location)
            yield source.problem_at_value(RULE, place, found=str(value))
            return


def _is_figure(location: Location, value: object) -> bool:
    name = str(location[-1]) if location else ""
    return isinstance(value, Decimal) or (isinstance(value, int) and name.endswith("_kzt"))


def _in_texts(site: CheckedSite, item: Item) -> Iterator[Problem]:
    for language, body in item.bodies.items():
        for passage in body_passages(body, site.documents[body.source], language):
            if found := _FIGURE.search(passage.text):
                line, column = passage.place(found.start())
                values = {"found": " ".join(found.group(0).split())}
                yield Problem(body.path, line, column, RULE, values)
                break


def _in_cooperative(site: CheckedSite) -> Iterator[Problem]:
    source = site.content.sources.get(f"{site.content.folder}/{COOPERATIVE_FILE}")
    if source is None:  # the site holds one item only
        return
    cooperative = site.content.cooperative
    for name in type(cooperative).model_fields:
        stated = getattr(cooperative, name)
        if not isinstance(stated, Stated) or stated.value is None or stated.to_confirm:
            continue
        if stated.source is None or stated.as_of is None:
            yield source.problem_at_key(RULE, (name,), found=name)
