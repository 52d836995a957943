"""A real person is shown only as long as the consent lasts.

Source: law 94-V on personal data, art. 15; Civil Code, art. 145.
"""

from collections.abc import Iterator

from plugins.checks.consents import consents
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every consent that has ended."""
    for consent, source in consents(site):
        if not consent.withdrawn and consent.until < site.today:
            yield source.problem_at_value("expired-consent", ("consent", "until"), day=str(consent.until))
