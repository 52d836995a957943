"""A real person is shown only as long as the consent lasts.

Bad:  consent: {what: сурет, where: сайт, until: 2025-12-31}
Good: consent: {what: сурет, where: сайт, until: 2027-12-31}

Consent may be taken back at any time, and then name, picture and story go. Two ids: `expired-consent`,
`withdrawn-consent`.
Source: law 94-V on personal data, art. 15; Civil Code, art. 145.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.model.items import FACTS_FILE
from plugins.model.sections.people import PersonFacts


def check_consents(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every consent that has ended."""
    for item in site.content.all_items():
        if not isinstance(item.facts, PersonFacts) or item.facts.consent is None:
            continue
        source, consent = site.content.sources[f"{item.folder}/{FACTS_FILE}"], item.facts.consent
        if consent.withdrawn:
            yield source.problem_at_value("withdrawn-consent", ("consent", "withdrawn"))
        elif consent.until < site.today:
            yield source.problem_at_value("expired-consent", ("consent", "until"), day=str(consent.until))
