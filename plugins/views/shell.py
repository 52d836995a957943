"""The part of a page that is the same on every page of a language: titles, menu and footer."""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.model.items import Language
from plugins.views.pages import LanguageSite, MenuGroup, Page, PageLink


@dataclass(frozen=True, slots=True)
class ShellText:
    """The words other pages may show of a page."""

    title: str
    short_title: str | None
    summary: str


@dataclass(frozen=True, slots=True)
class ShellPage:
    """The home page or a list as other pages know it."""

    url: str
    path: str
    section: str
    short_title: str
    text: ShellText


@dataclass(frozen=True, slots=True)
class Shell:
    """The site of one language as every template sees it."""

    language: Language
    home: ShellPage
    indexes: Mapping[str, ShellPage]
    menu: tuple[MenuGroup, ...]
    footer: tuple[PageLink, ...]
    search: PageLink | None
    glossary_url: str
    """Empty where the content has no glossary."""


def shell_of(site: LanguageSite) -> Shell:
    """Return the shell of a site."""
    indexes = {section: _shell_page(page) for section, page in site.indexes.items()}
    return Shell(site.language, _shell_page(site.home), indexes, site.menu, site.footer, site.search, site.glossary_url)


def _shell_page(page: Page) -> ShellPage:
    text = ShellText(page.text.title, page.text.short_title, page.text.summary)
    return ShellPage(page.url, page.path, page.section, page.short_title, text)
