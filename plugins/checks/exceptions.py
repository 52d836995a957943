"""Exceptions that editors write beside the text, with a reason. An excused problem is not reported; an unused exception is.

An exception names the rule and the reason, so that the next editor can judge it; one that excuses nothing hides the next
fault. Consents, personal data, samples and approvals are never excused. Two ids: `invalid-exception`, `useless-exception`.
"""

from collections.abc import Iterable, Iterator, Set

from plugins.diagnostics import Phrase, Problem
from plugins.model.schema_problems import nearest
from plugins.model.written_exceptions import WrittenException

_INVALID, _USELESS = "invalid-exception", "useless-exception"


def with_exceptions(
    problems: Iterable[Problem], exceptions: Iterable[WrittenException], excusable: Set[str], never_excused: Set[str]
) -> Iterator[Problem]:
    """Yield the problems that no exception covers, and what is wrong with the exceptions.

    `excusable` are the rules that may be allowed to be broken, `never_excused` all others.
    """
    by_place: dict[tuple[str, str], list[WrittenException]] = {}
    for exception in exceptions:
        if fault := _fault_of(exception, excusable, never_excused):
            yield fault
        else:
            by_place.setdefault((exception.path, exception.rule), []).append(exception)
    used: set[WrittenException] = set()
    for problem in problems:
        covering = [
            exception
            for exception in by_place.get((problem.path, problem.rule), ())
            if exception.first_line <= problem.line <= exception.last_line
        ]
        used.update(covering)
        if not covering:
            yield problem
    for group in by_place.values():
        for exception in group:
            if exception not in used:
                yield _problem(exception, _USELESS)


def is_about_exception(problem: Problem) -> bool:
    """Return whether a problem is about an exception itself."""
    return problem.rule in (_INVALID, _USELESS)


def _fault_of(exception: WrittenException, excusable: Set[str], never_excused: Set[str]) -> Problem | None:
    if exception.rule in never_excused:
        return _problem(exception, _INVALID, fault=Phrase("not-excusable"), cure=Phrase("mend-and-delete"), nearest="")
    if exception.rule not in excusable:
        near = nearest(exception.rule, sorted(excusable))
        return _problem(exception, _INVALID, fault=Phrase("not-excusable"), cure=Phrase("mend-rule-name"), nearest=near)
    if not any(map(str.isalpha, exception.reason)):
        return _problem(exception, _INVALID, fault=Phrase("no-reason"), cure=Phrase("add-reason"), nearest="")
    return None


def _problem(exception: WrittenException, rule_id: str, **values: str) -> Problem:
    values["rule"] = exception.rule
    return Problem(exception.path, exception.line, exception.column, rule_id, values)
