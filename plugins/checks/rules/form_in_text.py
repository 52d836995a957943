"""A text collects no data.

A form collects data the site must not hold; a login hides what must be open. A form is reported once, however many fields
it has.
Source: law 94-V, art. 12(2) (personal data bases); the member's review (the course behind a login).
"""

from collections.abc import Iterator

from plugins.checks.html_in_text import html_problems
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every form, and for every group of fields without one."""
    yield from html_problems(site, "form-in-text")
