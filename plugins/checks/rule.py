"""What a rule is: its ids, and the function that yields its problems."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plugins.checks.page_index import Overview
from plugins.checks.passages import Passage
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem


@dataclass(frozen=True, slots=True)
class PassageRule:
    """A rule that needs one passage only."""

    ids: tuple[str, ...]
    check: Callable[[Passage], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class PartRule:
    """A rule that looks at items and intros one by one: it is given a site that holds one of them, or all."""

    ids: tuple[str, ...]
    check: Callable[[CheckedSite], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class SiteRule:
    """A rule that compares pages, or looks at what stands once for the whole site."""

    ids: tuple[str, ...]
    check: Callable[[Overview], Iterator[Problem]]
