"""Problems as text for a terminal: one line for what, then why and how to mend, in the editor's language."""

import os
from collections.abc import Iterable, Mapping, Sequence

from plugins.diagnostics.catalog import LANGUAGES, load_catalog
from plugins.diagnostics.problem import Problem, Severity


def report_languages(chosen: str | None, environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the languages to report in: the chosen one, else the environment's, else both kk and ru."""
    if chosen:
        if chosen not in LANGUAGES:
            raise ValueError(f"unknown language {chosen!r}: expected one of {', '.join(LANGUAGES)}")
        return (chosen,)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        language = environment.get(variable, "")[:2]
        if language in LANGUAGES:
            return (language,)
    return ("kk", "ru")


def as_text(problems: Iterable[Problem], languages: Sequence[str]) -> str:
    """Return the report of all problems; with two languages each problem is told in both."""
    return "\n".join(_problem_as_text(problem, language) for problem in problems for language in languages)


def counts_as_text(problems: Sequence[Problem], languages: Sequence[str]) -> str:
    """Return the closing line: how many errors and warnings, in each language asked for."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    lines = [
        load_catalog(language).labels["counts"].format(errors=errors, warnings=len(problems) - errors)
        for language in languages
    ]
    return "\n".join(lines)


def _problem_as_text(problem: Problem, language: str) -> str:
    catalog = load_catalog(language)
    message = catalog.message(problem.rule, problem.values)
    label = catalog.labels
    return (
        f"{problem.path}:{problem.line}:{problem.column}: {label[problem.severity]} {problem.rule}: {message.what}\n"
        f"  {label['why']}: {message.why}\n"
        f"  {label['fix']}: {message.fix}"
    )
