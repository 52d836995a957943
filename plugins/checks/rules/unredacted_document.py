"""A photographed document is shown only if its record says that no personal data can be read on it.

What is once on the web cannot be taken back. `papers.yaml` says what was hidden and what could still be read, each for
exactly these bytes: a file that was changed later is looked at again.
Source: law 94-V on personal data, arts 11 and 15.
"""

from collections.abc import Iterator

from plugins.checks.shown_papers import shown_papers
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every paper of which nothing is known."""
    for paper in shown_papers(site):
        if paper.unknown:
            values = {"file": paper.file, "found": paper.unknown}
            yield paper.source.problem_at_value("unredacted-document", paper.place, **values)
