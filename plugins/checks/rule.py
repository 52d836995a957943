"""The types of rules: id, policy, and the function that yields the problems."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from plugins.checks.page_index import Overview
from plugins.checks.passages import Kind, Passage
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem, Severity

_NO_PROSE = frozenset((Kind.CODE, Kind.SIGNS))


class Group(StrEnum):
    """What a rule is about, in the order of the index of rule pages."""

    LANGUAGE = "language"
    TWO_LANGUAGES = "two-languages"
    PLACE = "place"
    LAW = "law"
    FIGURES = "figures"
    PEOPLE = "people"
    MEDIA = "media"
    LINKS = "links"
    FILES = "files"
    EXCEPTIONS = "exceptions"
    ENGINEER = "engineer"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule without a check of its own: another package finds its problems while it reads, converts or builds."""

    id: str
    group: Group
    severity: Severity = Severity.ERROR
    excusable: bool = False
    """Whether an editor may allow it to be broken in one place, with a reason beside the text."""
    raised_by_publish: bool = False
    """Whether this warning is an error in a published build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRule(Rule):
    """A rule that needs one passage only."""

    check: Callable[[Passage], Iterator[Problem]]
    reads: frozenset[Kind] = frozenset()
    """What it is asked of beside prose: code inside a line, which quotes signs; values that are signs."""

    def problems(self, passage: Passage) -> Iterable[Problem]:
        """Return what the rule finds in a passage; nothing in one that it does not read."""
        return self.check(passage) if self.is_asked_of(passage.kind) else ()

    def is_asked_of(self, kind: Kind) -> bool:
        """Return whether the rule reads passages of a kind: of all prose, and of what it names."""
        return kind not in _NO_PROSE or kind in self.reads


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRule(Rule):
    """A rule over items and intros one by one: its check is given a site that holds one of them, or all."""

    check: Callable[[CheckedSite], Iterator[Problem]]
    of_words: bool = False
    """Whether it looks at words alone, and so at those of an item whose facts cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRule(Rule):
    """A rule that compares pages, or looks at what the site has once."""

    check: Callable[[Overview], Iterator[Problem]]
