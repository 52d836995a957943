"""A link says in words where it leads.

Screen readers list the links of a page one after another, without the text around them.
Source: WCAG 2.2, 2.4.4.
"""

from collections.abc import Iterator

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.markdown import Document, Link

_SAYS_NOTHING = {"", "осында", "мұнда", "мында", "толығырақ", "тут", "здесь", "сюда", "подробнее", "ссылка", "сілтеме"}


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every link whose words are missing or say nothing."""
    for markdown in site.all_markdown():
        document = markdown.document
        for link in document.links:
            if link.text.strip(" *_.…\u00a0").casefold() in _SAYS_NOTHING and not _has_image(link, document):
                yield markdown.problem("empty-link-text", link.span.start, link=link.target)


def _has_image(link: Link, document: Document) -> bool:
    """Return whether the link is a picture, whose missing words `missing-alt` reports."""
    return any(link.span.start < image.span.start < link.span.end for image in document.images)
