"""What may be published: neither invented examples, nor what waits for confirmation or for a lawyer's approval."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from plugins.model.cooperative import Cooperative, Stated
from plugins.model.items import Item, SiteContent
from plugins.model.sections.loans import LOANS, LoanFacts
from plugins.model.sections.queue import QueueFacts


def drawable(content: SiteContent) -> SiteContent:
    """Return the content without invented rows of the cooperative that no lawyer has approved: nobody is shown them.

    A row that is not invented stays, so that a rule can tell that the approval is missing.
    """
    items = {
        section: tuple(item for item in group if not _is_unapproved_sample(item))
        for section, group in content.items.items()
    }
    return replace(content, items=items, paths=content.paths - _paths_of(content, _is_unapproved_sample))


def publishable(content: SiteContent) -> SiteContent:
    """Return the content without samples, without unconfirmed facts and items, and without unapproved loan terms."""
    approved = content.cooperative.approvals.loan_reference is not None
    items = {
        section: tuple(_without_samples_within(item) for item in group if _may_stand(item, approved))
        for section, group in content.items.items()
    }
    withheld = _paths_of(content, lambda item: not _may_stand(item, approved))
    cooperative = _confirmed_only(content.cooperative)
    return replace(content, items=items, paths=content.paths - withheld, cooperative=cooperative)


def _paths_of(content: SiteContent, is_meant: Callable[[Item], bool]) -> set[str]:
    return {f"/{item.path}" for item in content.all_items() if is_meant(item)}


def _is_unapproved_sample(item: Item) -> bool:
    facts = item.facts
    return isinstance(facts, LoanFacts) and facts.own is not None and facts.own.approval is None and facts.sample


def _may_stand(item: Item, loans_approved: bool) -> bool:
    if item.section is LOANS and not loans_approved:
        return False
    return not (item.facts.sample or item.facts.to_confirm)


def _without_samples_within(item: Item) -> Item:
    if not isinstance(item.facts, QueueFacts):
        return item
    facts = item.facts
    figures = None if facts.figures is not None and facts.figures.sample else facts.figures
    rule = {} if any(point.to_confirm for point in facts.rule.values()) else facts.rule  # half a rule is none
    return replace(item, facts=facts.model_copy(update={"figures": figures, "rule": rule}))


def _confirmed_only(cooperative: Cooperative) -> Cooperative:
    unconfirmed: dict[str, Stated[Any]] = {
        name: Stated()
        for name in type(cooperative).model_fields
        if isinstance(stated := getattr(cooperative, name), Stated) and stated.to_confirm
    }
    return cooperative.model_copy(update=unconfirmed)
