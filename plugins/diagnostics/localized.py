"""One problem in the words of one language, as every reporter shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.diagnostics.catalog import load_catalog
from plugins.diagnostics.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class LocalizedProblem:
    """A problem in words, with the page of its rule relative to the project."""

    rule: str
    severity: Severity
    path: str
    line: int
    column: int
    what: str
    why: str
    fix: str
    url: str


def localized(problem: Problem, language: str) -> LocalizedProblem:
    """Return `problem` in `kk`, `ru` or `en`. Raises KeyError for a rule without words."""
    catalog = load_catalog(language)
    message = catalog.message(problem.rule, problem.values)
    more = catalog.label("and_more", count=str(problem.more)) if problem.more else ""
    place = (problem.path, problem.line, problem.column)
    url = rule_page(problem.rule, language)
    return LocalizedProblem(problem.rule, problem.severity, *place, message.what + more, message.why, message.fix, url)


def localized_all(problems: Iterable[Problem], language: str) -> list[LocalizedProblem]:
    """Return every problem in one language, in their order."""
    return [localized(problem, language) for problem in problems]


def rule_page(rule: str, language: str) -> str:
    """Return the path of the page of a rule, relative to the project."""
    return f"docs/rules/{language}/{rule}.md"
