"""What may be published: neither invented examples, nor what waits for confirmation or for a lawyer's approval, nor what
has grown so old that keeping it would mislead; and no section, page or link that would lead to nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from plugins.model.ages import Age, dated
from plugins.model.cooperative import Cooperative, Stated
from plugins.model.items import Item, SiteContent
from plugins.model.sections import SECTIONS
from plugins.model.sections.lawyer import LAWYER
from plugins.model.sections.loans import LOANS, LoanFacts
from plugins.model.sections.people import PersonFacts
from plugins.model.sections.queue import QueueFacts

APPROVAL_OF = {LOANS.folder: "loan_reference", LAWYER.folder: "lawyer_answers"}
"""Sections that only a lawyer may release, with the key of `approvals` that holds the signature."""


def drawable(content: SiteContent) -> SiteContent:
    """Return the content without invented rows of the cooperative that no lawyer has approved: nobody is shown them.

    A row that is not invented stays, so that a rule can report the missing approval.
    """
    items = {
        section: tuple(item for item in group if not _is_unapproved_sample(item))
        for section, group in content.items.items()
    }
    return replace(content, items=items, paths=content.paths - _paths_of(content, _is_unapproved_sample))


def publishable(content: SiteContent, today: date) -> SiteContent:
    """Return the content without samples, without unconfirmed facts and items, without what no lawyer has approved,
    without people whose consent has ended and without figures of loans that have expired by `today`."""

    def may_be_published(item: Item) -> bool:
        return _is_publishable(item, content.cooperative, today)

    items = {
        section: tuple(_without_samples_within(item) for item in group if may_be_published(item))
        for section, group in content.items.items()
    }
    withheld = _paths_of(content, lambda item: not may_be_published(item))
    cooperative = _confirmed_only(content.cooperative)
    return replace(content, items=items, paths=content.paths - withheld, cooperative=cooperative)


def without_empty_sections(content: SiteContent) -> SiteContent:
    """Return the content without sections that hold no item.

    Only `paths` decides, which is complete also where not every item was read.
    """
    lists = {f"/{section.index_path}" for section in SECTIONS if not section.single_pages} & content.paths
    filled = {path for path in lists for other in content.paths if other != path and other.startswith(path)}
    intros = {folder: intro for folder, intro in content.intros.items() if f"/{intro.path}" in filled}
    return replace(content, intros=intros, paths=content.paths - (lists - filled))


def _paths_of(content: SiteContent, is_meant: Callable[[Item], bool]) -> set[str]:
    return {f"/{item.path}" for item in content.all_items() if is_meant(item)}


def _is_unapproved_sample(item: Item) -> bool:
    facts = item.facts
    return isinstance(facts, LoanFacts) and facts.own is not None and facts.own.approval is None and facts.sample


def _is_publishable(item: Item, cooperative: Cooperative, today: date) -> bool:
    facts = item.facts
    approval = APPROVAL_OF.get(item.section.folder)
    if approval and getattr(cooperative.approvals, approval) is None:
        return False
    if isinstance(facts, PersonFacts) and facts.consent and not facts.consent.holds(today):
        return False
    if item.section is LOANS and dated(facts.sources, today).age is Age.EXPIRED:
        return False
    return not (facts.sample or facts.to_confirm)


def _without_samples_within(item: Item) -> Item:
    if not isinstance(item.facts, QueueFacts):
        return item
    facts = item.facts
    figures = None if facts.figures is not None and facts.figures.sample else facts.figures
    rule = {} if any(point.to_confirm for point in facts.rule.values()) else facts.rule  # half a rule is none
    return replace(item, facts=facts.model_copy(update={"figures": figures, "rule": rule}))


def _confirmed_only(cooperative: Cooperative) -> Cooperative:
    unconfirmed: Mapping[str, Stated[Any]] = {
        name: Stated()
        for name in type(cooperative).model_fields
        if isinstance(stated := getattr(cooperative, name), Stated) and stated.to_confirm
    }
    return cooperative.model_copy(update=unconfirmed)
