"""The views: what each kind of page shows, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Self

from markupsafe import Markup

from plugins.loans.affordability import Load, Strain
from plugins.model.acts import Act
from plugins.model.ceilings import Ceiling, LoanKind
from plugins.views.anchors import anchored
from plugins.views.pages import LanguageSite, Page, PageLink
from plugins.views.timeline_chart import Stop, TimePicture
from plugins.views.unpublished_page import PlanLine, UnpublishedView

if TYPE_CHECKING:  # the pages of loans and of the queue alone have them
    from plugins.views.loan_figures import LoanFigures
    from plugins.views.queue_page import QueueView


@dataclass(frozen=True, slots=True)
class View:
    """A page whose template needs nothing but the page."""

    page: Page

    def with_page(self, page: Page) -> Self:
        """Return the view of the same page with other words in its body."""
        return replace(self, page=page)


@dataclass(frozen=True, slots=True)
class ListView(View):
    """The list of a section; an item comes without what only its own page shows."""

    items: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class HomeView(View):
    """The home page with the newest news."""

    latest_news: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its short answer."""

    page: Page
    answer: Markup


@dataclass(frozen=True, slots=True)
class Topic:
    """Questions of one topic."""

    name: str
    questions: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class FaqView(View):
    """The questions by topic."""

    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Gift:
    """A programme of charity and the name of its icon."""

    page: Page
    icon: str


@dataclass(frozen=True, slots=True)
class CharityView(View):
    """The programmes of charity."""

    gifts: tuple[Gift, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of history with its years in order."""

    page: Page
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class HistoryView(View):
    """The chapters of history, each with its years."""

    chapters: tuple[Chapter, ...]
    across: TimePicture | None
    """All chapters on one scale of years; None without chapters."""
    down: TimePicture | None


@dataclass(frozen=True, slots=True)
class ChapterView(View):
    """A chapter of history with its years in order."""

    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class LawListView(View):
    """The acts of the list, each with its page."""

    laws: tuple[tuple[Page, Act], ...]


@dataclass(frozen=True, slots=True)
class LawView(View):
    """An act, the one that repealed it, and its text with headings to point at."""

    act: Act
    repealed_by: Act | None
    is_old: bool
    """Whether nobody has compared the act with its official text for over a year."""
    anchored_body: Markup

    def with_page(self, page: Page) -> Self:
        """Return the view of the same page with other words in its body."""
        return replace(self, page=page, anchored_body=anchored(page.body, page.headings))


@dataclass(frozen=True, slots=True)
class UnpublishedPageView(View):
    """What a release leaves out, for visitors."""

    unpublished: UnpublishedView


@dataclass(frozen=True, slots=True)
class AboutView(View):
    """The cooperative itself, with what is to be done."""

    plans: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True)
class PyramidCheckView(View):
    """The check list of pyramids."""

    acts: Mapping[str, Act]
    """Those that the check list cites, by id."""


@dataclass(frozen=True, slots=True)
class LoanRow:
    """A loan's page with what is counted for it."""

    page: Page
    figures: "LoanFigures"
    ceiling: Ceiling | None = None
    """The last known ceiling of such loans; it may have ended."""

    @property
    def is_above_ceiling(self) -> bool:
        """Return whether the formula gives more than the last known ceiling, at an end of the rate."""
        counted = self.figures.counted
        return bool(self.ceiling and counted and (counted.high or counted.low) > self.ceiling.value)


@dataclass(frozen=True, slots=True)
class LoanGroup:
    """The programmes of one purpose."""

    purpose: str
    rows: tuple[LoanRow, ...]


@dataclass(frozen=True, slots=True)
class LoanListView(View):
    """The reference table of loans."""

    rows: tuple[LoanRow, ...]
    """Programmes of lenders."""
    groups: tuple[LoanGroup, ...]
    own: tuple[LoanRow, ...]
    """Rows of the cooperative itself."""
    ceilings: Mapping[LoanKind, tuple[Ceiling, ...]]
    has_items: bool
    tools: Mapping[str, PageLink]
    """Pages that count on with a choice, by what they are: `affordability`, `sheet`."""


@dataclass(frozen=True, slots=True)
class LoanView(View):
    """A loan with its figures."""

    row: LoanRow
    tools: Mapping[str, PageLink]
    """As in `LoanListView`."""


@dataclass(frozen=True, slots=True)
class AffordabilityView(View):
    """What a family has left while it repays: the invented example, counted."""

    principal: Decimal
    loads: Mapping[Strain, Load]


@dataclass(frozen=True, slots=True)
class OfferSheetView(View):
    """The sheet for a bank."""

    rows: tuple[LoanRow, ...]
    """Programmes that may fill it; none where the reference is not published."""


@dataclass(frozen=True, slots=True)
class QueuePageView(View):
    """The queue: its past and the estimate."""

    queue: "QueueView | None"


@dataclass(frozen=True, slots=True)
class AuylAmanatyView(View):
    """The programme for villages in figures."""

    largest: Decimal
    """The largest sum of one direction in one period, in millions of tenge: the longest bar."""
    projects: tuple[int, int]
    """In all, by period."""
    millions: tuple[Decimal, Decimal]
    """Millions of tenge in all, by period."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """The page of all components: it shows examples out of the whole site."""

    site: LanguageSite
    acts: Mapping[str, Act]
    rows: tuple[LoanRow, ...]
    ceilings: Mapping[LoanKind, tuple[Ceiling, ...]]
    gifts: tuple[Gift, ...]
    chapters: tuple[Chapter, ...]
    across: TimePicture | None
    down: TimePicture | None
    queue: "QueueView | None"
    plans: tuple[PlanLine, ...]
    tools: Mapping[str, PageLink]
    path: str
    page_styles: tuple[str, ...]
    page: None = None
