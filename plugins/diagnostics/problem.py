"""One fault at one place. A problem holds values, never sentences: the words are in `plugins/words`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


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


class ContentError(Exception):
    """The content cannot be published; `problems` says why. Carries every problem of the run, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(f"{len(self.problems)} problem(s)")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems by file, line and column, each fault once."""
    seen = {(p.path, p.line, p.column, p.rule, tuple(sorted(p.values.items()))): p for p in problems}
    return tuple(sorted(seen.values()))
