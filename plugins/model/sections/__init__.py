"""The sections of the site, listed by hand. A new section is a module here, its templates and its folder."""

import re

from plugins.model.sections.charity import CHARITY
from plugins.model.sections.education import EDUCATION
from plugins.model.sections.faq import FAQ
from plugins.model.sections.history import HISTORY
from plugins.model.sections.honor_board import HONOR_BOARD
from plugins.model.sections.laws import LAWS
from plugins.model.sections.lawyer import LAWYER
from plugins.model.sections.loans import LOANS
from plugins.model.sections.news import NEWS
from plugins.model.sections.pages import PAGES
from plugins.model.sections.section import Schema, Section
from plugins.model.sections.testimonials import TESTIMONIALS

SECTIONS: tuple[Section, ...] = (
    PAGES,
    NEWS,
    HISTORY,
    LAWS,
    LAWYER,
    FAQ,
    TESTIMONIALS,
    HONOR_BOARD,
    EDUCATION,
    CHARITY,
    LOANS,
)


def is_address_of_a_list(section: Section, slug: str) -> bool:
    """Return whether the address of such an item is that of a list: of the section's own ones, or of another section."""
    is_list = bool(section.own_lists and re.fullmatch(section.own_lists, slug))
    return is_list or (section.single_pages and slug in {other.folder for other in SECTIONS})


__all__ = ["SECTIONS", "Schema", "Section", "is_address_of_a_list"]
