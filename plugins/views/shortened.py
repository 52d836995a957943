"""Pages without what only they show: for lists, and for plans that are kept (pure)."""

from dataclasses import replace

from markupsafe import Markup

from plugins.views.pages import LanguageSite, Page
from plugins.views.short_answers import short_answer

_NO_EXAMPLES = {"news", "pages"}
"""Sections whose bodies the page of all components does not show; of the others it may show the first item's."""


def is_shown_whole(page: Page, site: LanguageSite) -> bool:
    """Return whether another page may show the body of this one: the page of all components shows the first of a section."""
    first = site.items.get(page.section, ())[:1]
    return page.section not in _NO_EXAMPLES and page.path in [one.path for one in first]


def shown_elsewhere(page: Page) -> Markup:
    """Return what lists, and the structured data of a page, show of its body: the short answer to a question."""
    return short_answer(page.body) if page.section == "faq" else Markup()


def without_body(page: Page) -> Page:
    """Return a page without what follows from the words of its body."""
    return replace(page, body=Markup(), headings=(), words="", terms=())


def as_listed(page: Page) -> Page:
    """Return a page without what only the page itself shows, so that a list does not depend on it."""
    return replace(
        page,
        body=Markup(),
        headings=(),
        words="",
        laws=(),
        terms=(),
        videos=(),
        breadcrumbs=(),
        previous=None,
        next=None,
    )
