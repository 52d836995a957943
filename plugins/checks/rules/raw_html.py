"""Pages are written in Markdown; HTML is the theme's work.

Source: law 94-V, art. 12(2) (personal data bases); the review of 2021 of the earlier site.
"""

from collections.abc import Iterator

from plugins.checks.html_in_text import html_problems
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every tag that opens and every attribute that acts."""
    yield from html_problems(site, "raw-html")
