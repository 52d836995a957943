"""One fault at one place. A problem holds values, never sentences: the words are in `plugins/words`."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum

MOST_OF_A_KIND = 300
"""Problems of one rule in one file that are reported one by one; nobody mends more by hand."""


class Severity(StrEnum):
    """`error` stops a build and is certainly wrong; `warning` is probably wrong."""

    ERROR = "error"
    WARNING = "warning"


class Phrase(str):
    """A value that the catalogs put into words: `Phrase("date")` becomes «a day such as …».

    Words after the name are filled in: `Phrase("at-least 1")` becomes «at least `1`».
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault at `path:line:column` (both from 1, in characters); `values` fill the message of `rule`."""

    path: str
    line: int
    column: int
    rule: str
    values: Mapping[str, str] = field(default_factory=dict, compare=False)
    severity: Severity = field(default=Severity.ERROR, compare=False)
    more: int = field(default=0, compare=False)
    """Further problems of the rule in the file, which are only counted."""


class ContentError(Exception):
    """The content cannot be published; `problems` says why. Carries every problem of the run, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(f"{len(self.problems)} problem(s)")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the errors, then the warnings, each by file, line and column: the order of every report.

    Each fault is there once, and as many of a kind as `bounded` leaves.
    """
    seen = {(p.path, p.line, p.column, p.rule, tuple(sorted(p.values.items()))): p for p in problems}
    by_weight = sorted(seen.values(), key=lambda problem: (problem.severity is not Severity.ERROR, problem))
    return tuple(bounded(by_weight))


def bounded(problems: Iterable[Problem], whole: Set[tuple[str, str]] = frozenset()) -> list[Problem]:
    """Return the first `MOST_OF_A_KIND` problems of each rule in each file; the last of them counts the others as `more`.

    A long line of faults would hold up everything that is done with them. Pairs of path and rule in `whole` are left
    whole: which of them are excused is not known yet.
    """
    kept: list[Problem] = []
    counts: dict[tuple[str, str], int] = {}
    last: dict[tuple[str, str], int] = {}
    for problem in problems:
        kind = (problem.path, problem.rule)
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] <= MOST_OF_A_KIND or kind in whole:
            last[kind] = len(kept)
            kept.append(problem)
        elif problem.more:
            counts[kind] += problem.more
    for kind, place in last.items():
        if kind not in whole and (beyond := counts[kind] - MOST_OF_A_KIND) > 0:
            kept[place] = replace(kept[place], more=kept[place].more + beyond)
    return kept
