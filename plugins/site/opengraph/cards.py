"""What a picture says (pure)."""

from dataclasses import dataclass

from plugins.model.items import Language
from plugins.views.pages import LanguageSite, Page

_ACCENTS = {"faq": "question", "lawyer": "question", "honor-board": "life"}
"""Sections that have a colour of their own in the design: questions are green, lives red. The others act in blue."""


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a picture: where on the site, and the title; and the token that colours the first."""

    language: Language
    label: str
    title: str
    accent: str


def card_of(page: Page, site: LanguageSite) -> Card:
    """Return the card of a page: its section, and its title; the home page says what the cooperative says of itself."""
    accent = _ACCENTS.get(page.section, "action")
    if page.path == "":
        return Card(site.language, "", getattr(page.text, "slogan", page.text.title), accent)
    section = site.indexes.get(page.section)
    is_below_a_list = section is not None and section.path != page.path
    label = section.short_title if section and is_below_a_list else _menu_title(page, site)
    return Card(site.language, label, page.text.title, accent)


def _menu_title(page: Page, site: LanguageSite) -> str:
    """Return the heading of the menu under which the page stands; the search stands under none."""
    return next((group.title for group in site.menu if page.link in group.links), "")
