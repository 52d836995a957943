"""Nothing of a person who has withdrawn consent is shown.

Consent may be taken back at any time, and then name, picture and story go.
Source: law 94-V on personal data, art. 15; Civil Code, art. 145.
"""

from collections.abc import Iterator

from plugins.checks.consents import consents
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every consent that was withdrawn."""
    for consent, source in consents(site):
        if consent.withdrawn:
            yield source.problem_at_value("withdrawn-consent", ("consent", "withdrawn"))
