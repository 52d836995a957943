"""All rules over the whole content."""

from collections.abc import Iterator

from plugins.checks.passages import passages
from plugins.checks.rules import PASSAGE_RULES, SITE_RULES
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield what every rule finds."""
    for passage in passages(site.content):
        for passage_rule in PASSAGE_RULES:
            yield from passage_rule.check(passage)
    for site_rule in SITE_RULES:
        yield from site_rule.check(site)
