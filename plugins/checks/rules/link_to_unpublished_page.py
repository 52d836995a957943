"""No text of a release leads to a page that the release leaves out.

Bad:  Құжаттары [осы әңгімеде](/testimonials/sample/) — the testimonial is a sample
Good: the sentence without the link, or the page with a real family and its consent

A reader who follows it meets «page not found». A preview only warns of it; buttons and tiles disappear by themselves.
"""

from collections.abc import Iterator

from plugins.checks.page_index import Overview
from plugins.checks.rules.broken_link import path_of
from plugins.diagnostics import Problem


def check(site: Overview) -> Iterator[Problem]:
    """Yield a problem for every link to a page that is written and not shown."""
    for outline in site.outlines:
        for link in outline.links:
            if not link.is_button and path_of(link.target) in site.content.withheld:
                yield Problem(link.file, link.line, link.column, "link-to-unpublished-page", {"link": link.target})
