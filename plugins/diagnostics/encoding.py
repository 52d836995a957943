"""Converts problems to plain data and back, for caches in JSON."""

from typing import Any

from plugins.diagnostics.problem import Phrase, Problem, Severity


def encoded(problem: Problem) -> list[Any]:
    """Return a problem as JSON can hold it."""
    values = {key: [value] if isinstance(value, Phrase) else value for key, value in problem.values.items()}
    return [problem.path, problem.line, problem.column, problem.rule, values, problem.severity, problem.more]


def decoded(parts: list[Any]) -> Problem:
    """Return the problem that `encoded` made the data of. Raises TypeError and ValueError for other data."""
    path, line, column, rule, values, severity, more = parts
    # a phrase is put into words by the catalogs, a text is not
    values = {key: Phrase(value[0]) if isinstance(value, list) else value for key, value in values.items()}
    return Problem(path, line, column, rule, values, Severity(severity), more)
