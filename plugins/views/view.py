"""Computes the view of each page: all that its template shows beside the shell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from plugins.language import sort_key
from plugins.model.acts import Act, is_old_check
from plugins.model.ceilings import KIND_OF_PURPOSE
from plugins.model.sections.affordability import AffordabilityFacts
from plugins.model.sections.faq import FaqFacts
from plugins.model.sections.history import HistoryFacts, TimelineYear
from plugins.model.sections.laws import LawFacts
from plugins.model.sections.loans import LoanFacts
from plugins.model.sections.offer_sheet import OfferSheetFacts
from plugins.model.sections.pages import AuylAmanatyFacts, PyramidCheckFacts
from plugins.model.sections.queue import QueueFacts
from plugins.views.affordability import affordability_view
from plugins.views.anchors import anchored
from plugins.views.kinds import (
    AboutView,
    Answered,
    AuylAmanatyView,
    Chapter,
    ChapterView,
    CharityView,
    FaqView,
    Gift,
    HistoryView,
    HomeView,
    LawListView,
    LawView,
    ListView,
    LoanGroup,
    LoanListView,
    LoanRow,
    LoanView,
    OfferSheetView,
    PyramidCheckView,
    QueuePageView,
    SheetView,
    Topic,
    UnpublishedPageView,
    View,
)
from plugins.views.news_lists import NewsList
from plugins.views.pages import LanguageSite, Page, PageLink
from plugins.views.prepared import PreparedSite
from plugins.views.short_answers import short_answer
from plugins.views.shortened import as_listed, is_shown_whole, without_body
from plugins.views.timeline_chart import ACROSS, DOWN, TimePicture, in_time, time_picture
from plugins.views.unpublished_page import plan_lines, unpublished_view

_LATEST_NEWS = 3
"""Of the home page."""
_LOAN_TOOLS = {"affordability": "affordability", "sheet": "offer-sheet"}
"""Pages that count on with what was chosen in the comparison of loans."""
_GIFT_ICONS = {"elders", "newborn", "first-time-first-class", "large-families"}
"""Programmes that have an icon of their own."""


@dataclass(frozen=True)
class Views:
    """The views of one language; what several pages show is computed once."""

    site: LanguageSite
    prepared: PreparedSite

    def of(self, page: Page) -> View:  # noqa: PLR0911 - one line a kind of page
        """Return the view of a page of the site."""
        facts = page.facts
        if isinstance(page, NewsList):
            return View(replace(page, listed=tuple(map(as_listed, page.listed))))
        if page.path == "":
            return HomeView(page, self.listed("news")[:_LATEST_NEWS])
        if page.template in self._by_template:
            return self._by_template[page.template](page)
        if isinstance(facts, HistoryFacts):
            return ChapterView(page, in_time(facts.timeline))
        if isinstance(facts, LawFacts):
            act = self.prepared.content.acts[facts.act]
            return LawView(
                page,
                act,
                self._repealed_by(act),
                is_old_check(act, self.prepared.today),
                anchored(page.body, page.headings),
            )
        if isinstance(facts, LoanFacts):
            return LoanView(page, self._loan_row(page), self._loan_tools)
        if isinstance(facts, AffordabilityFacts):
            return affordability_view(page, facts)
        if isinstance(facts, OfferSheetFacts):
            return OfferSheetView(page, tuple(row for row in self.loan_rows if not row.figures.own))
        if isinstance(facts, QueueFacts):
            return QueuePageView(page, self.prepared.queues[page.slug])
        if isinstance(facts, PyramidCheckFacts):
            cited = {law.act for check in facts.checks.values() for law in check.laws}
            return PyramidCheckView(page, {act: self.prepared.content.acts[act] for act in sorted(cited)})
        if isinstance(facts, AuylAmanatyFacts):
            return _auyl_amanaty(page, facts)
        return View(page)

    @cached_property
    def _by_template(self) -> Mapping[str, Callable[[Page], View]]:
        found, today = self.prepared.unpublished, self.prepared.today
        return {
            "index": self._list,
            "about": lambda page: AboutView(page, plan_lines(found, page.language)),
            "not-yet-published": lambda page: UnpublishedPageView(page, unpublished_view(found, page.language, today)),
        }

    def sheet(self, path: str, page_styles: tuple[str, ...]) -> SheetView:
        """Return what the page of all components at `path` shows."""
        content = self.prepared.content
        queue = next((found for found in self.prepared.queues.values() if found), None)
        return SheetView(
            _with_few_texts(self.site),
            content.acts,
            self.loan_rows,
            content.ceilings.root,
            self.gifts,
            self.chapters,
            *self.time_pictures,
            queue,
            plan_lines(self.prepared.unpublished, self.site.language),
            self._loan_tools,
            path,
            page_styles,
        )

    def listed(self, section: str) -> tuple[Page, ...]:
        """Return the items of a section as a list shows them."""
        if section not in self._listed:
            self._listed[section] = tuple(map(as_listed, self.site.items.get(section, ())))
        return self._listed[section]

    @cached_property
    def _listed(self) -> dict[str, tuple[Page, ...]]:
        return {}

    @cached_property
    def loan_rows(self) -> tuple[LoanRow, ...]:
        """Every loan with its figures."""
        return tuple(map(self._loan_row, self.listed("loans")))

    def _loan_row(self, page: Page) -> LoanRow:
        assert isinstance(page.facts, LoanFacts)
        ceilings = self.prepared.content.ceilings.root.get(KIND_OF_PURPOSE[page.facts.purpose], ())
        return LoanRow(page, self.prepared.figures[page.slug], ceilings[-1] if ceilings else None)

    @cached_property
    def _loan_tools(self) -> Mapping[str, PageLink]:
        links = {page.slug: page.link for page in self.site.items["pages"]}
        return {name: links[slug] for name, slug in _LOAN_TOOLS.items() if slug in links}

    @cached_property
    def gifts(self) -> tuple[Gift, ...]:
        """Every programme of charity with its icon."""
        return tuple(
            Gift(page, page.slug if page.slug in _GIFT_ICONS else "charity") for page in self.listed("charity")
        )

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """Every chapter of history with its years."""
        return tuple(Chapter(page, in_time(_timeline(page))) for page in self.listed("history"))

    @cached_property
    def time_pictures(self) -> tuple[TimePicture | None, TimePicture | None]:
        """All chapters on one scale of years, across and down; None without chapters."""
        lanes = [(page.short_title, _timeline(page)) for page in self.listed("history")]
        return (time_picture(lanes, ACROSS), time_picture(lanes, DOWN)) if lanes else (None, None)

    def _list(self, page: Page) -> View:
        items = self.listed(page.section)
        lists: Mapping[str, Callable[[], View]] = {
            "faq": lambda: FaqView(page, self._topics()),
            "charity": lambda: CharityView(page, self.gifts),
            "history": lambda: HistoryView(page, self.chapters, *self.time_pictures),
            "laws": lambda: LawListView(page, self._laws()),
            "loans": lambda: self._loans(page),
            "honor-board": lambda: ListView(page, tuple(sorted(items, key=lambda item: sort_key(item.text.title)))),
        }
        return lists[page.section]() if page.section in lists else ListView(page, items)

    def _laws(self) -> tuple[tuple[Page, Act], ...]:
        acts = self.prepared.content.acts
        return tuple((page, acts[page.facts.act]) for page in self.listed("laws") if isinstance(page.facts, LawFacts))

    def _topics(self) -> tuple[Topic, ...]:
        questions = [page for page in self.site.items["faq"] if isinstance(page.facts, FaqFacts)]
        by_topic: dict[str, list[Page]] = {}
        for page in questions:
            by_topic.setdefault(page.facts.topic, []).append(page)  # type: ignore[attr-defined]
        groups = sorted(sorted(by_topic.items()), key=lambda group: group[1][0].facts.order)  # type: ignore[attr-defined]
        return tuple(
            Topic(str(name), tuple(Answered(as_listed(page), short_answer(page.body)) for page in group))
            for name, group in groups
        )

    def _loans(self, page: Page) -> LoanListView:
        rows = tuple(row for row in self.loan_rows if not row.figures.own)
        by_purpose = groupby(sorted(rows, key=_purpose), key=_purpose)
        groups = [LoanGroup(str(purpose), tuple(group)) for purpose, group in by_purpose]
        groups.sort(key=lambda group: group.rows[0].page.facts.order)  # type: ignore[attr-defined]
        own = tuple(row for row in self.loan_rows if row.figures.own)
        ceilings = self.prepared.content.ceilings.root
        return LoanListView(page, rows, tuple(groups), own, ceilings, bool(self.loan_rows), self._loan_tools)

    def _repealed_by(self, act: Act) -> Act | None:
        return self.prepared.content.acts.get(act.repealed_by) if act.repealed_by else None


def _with_few_texts(site: LanguageSite) -> LanguageSite:
    """Return a site whose pages have no body but those that the page of all components shows, so that it rarely changes."""
    items = {
        section: tuple(page if is_shown_whole(page, site) else without_body(page) for page in pages)
        for section, pages in site.items.items()
    }
    indexes = {section: without_body(page) for section, page in site.indexes.items()}
    return replace(site, home=without_body(site.home), indexes=indexes, items=items, lists=())


def _auyl_amanaty(page: Page, facts: AuylAmanatyFacts) -> AuylAmanatyView:
    rows = facts.directions.values()
    earlier, later = [row.million_kzt_2023 for row in rows], [row.million_kzt_2024_2025 for row in rows]
    projects = sum(row.projects_2023 for row in rows), sum(row.projects_2024_2025 for row in rows)
    return AuylAmanatyView(page, max(earlier + later), projects, (sum(earlier, Decimal(0)), sum(later, Decimal(0))))


def _timeline(page: Page) -> Mapping[str, TimelineYear]:
    assert isinstance(page.facts, HistoryFacts)
    return page.facts.timeline


def _purpose(row: LoanRow) -> str:
    assert isinstance(row.page.facts, LoanFacts)
    return str(row.page.facts.purpose)
