"""The lists of news: the newest first, some to a page (`/news/page/2/`), and a list of each year (`/news/2026/`)."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from itertools import groupby

from plugins.model.fields import Text
from plugins.model.sections.news import NewsFacts
from plugins.views.pages import LanguageSite, Page, PageLink

ITEMS_ON_A_PAGE = 5
"""Few, so that a page is light on a slow phone; the rest is one press away."""


@dataclass(frozen=True, slots=True)
class NewsList(Page):
    """A page that lists news, and the way to the other lists."""

    number: int = 0
    """Of the page among the pages of all news; the list of a year has none."""
    listed: tuple[Page, ...] = ()
    pages: tuple[PageLink, ...] = ()
    years: tuple[PageLink, ...] = ()


def with_news_lists(site: LanguageSite) -> LanguageSite:
    """Return the site with its news in pages and by years; the first page is the index of the section."""
    index = site.indexes["news"]
    items = site.items["news"]
    years = tuple(_list(index, f"news/{year}/", str(year), tuple(group)) for year, group in groupby(items, key=_year))
    parts = [items[start : start + ITEMS_ON_A_PAGE] for start in range(0, len(items), ITEMS_ON_A_PAGE)] or [()]
    pages = tuple(
        _list(index, f"news/page/{number}/" if number > 1 else "news/", str(number), tuple(part), number)
        for number, part in enumerate(parts, start=1)
    )
    page_links = tuple(PageLink(str(page.number), page.url) for page in pages)
    year_links = tuple(PageLink(page.short_title, page.url) for page in years)
    first, *others = (replace(page, pages=page_links, years=year_links) for page in pages)
    first = replace(first, text=index.text, breadcrumbs=index.breadcrumbs)
    lists = (*others, *(replace(page, years=year_links) for page in years))
    return replace(site, indexes={**site.indexes, "news": first}, lists=lists)


def _list(index: Page, path: str, name: str, listed: Sequence[Page], number: int = 0) -> NewsList:
    own = {field.name: getattr(index, field.name) for field in fields(index)}
    title = index.text.title if number else f"{index.text.title}: {name}"
    text = Text(title=title, short_title=name, summary=index.text.summary)
    own |= {"path": path, "text": text, "breadcrumbs": (*index.breadcrumbs, index.link)}
    return NewsList(**own, number=number, listed=tuple(listed))


def _year(page: Page) -> int:
    assert isinstance(page.facts, NewsFacts)
    return page.facts.date.year
