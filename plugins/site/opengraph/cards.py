"""The words of an Open Graph image (pure)."""

from dataclasses import dataclass

from plugins.model.items import Language
from plugins.views.pages import LanguageSite, Page

ACCENTS = ("action", "question", "life")
"""Tokens of `tokens.css` that colour the section of a card."""
_ACCENT_OF_SECTION = {"faq": "question", "lawyer": "question", "honor-board": "life"}
"""Sections with a colour of their own in the design; the others use `action`."""


@dataclass(frozen=True, slots=True)
class Card:
    """The words of an image: section and title, and the token that colours the section."""

    language: Language
    label: str
    title: str
    accent: str


def card_of(page: Page, site: LanguageSite) -> Card:
    """Return the card of a page: its section and title; for the home page, the slogan."""
    accent = _ACCENT_OF_SECTION.get(page.section, "action")
    if page.path == "":
        return Card(site.language, "", getattr(page.text, "slogan", page.text.title), accent)
    section = site.indexes.get(page.section)
    is_below_a_list = section is not None and section.path != page.path
    label = section.short_title if section and is_below_a_list else _menu_title(page, site)
    return Card(site.language, label, page.text.title, accent)


def _menu_title(page: Page, site: LanguageSite) -> str:
    """Return the menu heading the page belongs to; empty for the search page, which is in no menu."""
    return next((group.title for group in site.menu if page.link in group.links), "")
