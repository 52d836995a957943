"""The searchable texts of a page, and the weight of each kind of text."""

from collections.abc import Iterator
from enum import Enum

from plugins.markdown.text import plain
from plugins.model.fields import Words
from plugins.model.references import values_in
from plugins.views.pages import Page


class Part(Enum):
    """Where a word is, and what it then weighs; found by trial on the table of queries."""

    TITLE = 24.0
    ACT = 16.0
    """The number of the law a page is about."""
    SUMMARY = 6.0
    HEADING = 7.0
    BODY = 5.0


_NOT_SOUGHT = {"sources", "laws", "pictures", "portrait", "consent"}
"""Facts that say where a page comes from or how it looks, not what it is about."""
_NAMED = {"title", "short_title", "summary"}


def parts(page: Page) -> Iterator[tuple[Part, str]]:
    """Yield each text of the page."""
    yield Part.TITLE, page.text.title
    if page.text.short_title:
        yield Part.TITLE, page.text.short_title
    if act := getattr(page.facts, "act", None):
        yield Part.ACT, act
    yield Part.SUMMARY, page.text.summary
    for heading in page.headings:
        yield Part.HEADING, plain(heading.text)
    for name in type(page.text).model_fields:
        if name not in _NAMED:
            for _, value in values_in(getattr(page.text, name)):
                if isinstance(value, str) and not value.startswith("/"):
                    yield Part.BODY, value
    for name in type(page.facts).model_fields:
        if name not in _NOT_SOUGHT:
            for _, value in values_in(getattr(page.facts, name)):
                if isinstance(value, Words):
                    yield Part.BODY, getattr(value, page.language)
    yield Part.BODY, page.words
