"""The sections of the site, listed by hand. A new section is a module here, its templates and its folder."""

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

__all__ = ["SECTIONS", "Schema", "Section"]
