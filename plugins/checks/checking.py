"""All rules over the whole content, on all cores where there is much of it."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

from plugins.checks.passages import passages
from plugins.checks.rules import PASSAGE_RULES, SITE_RULES
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem

_WORTH_A_PROCESS = 400
"""Bodies from which on starting processes costs less than it saves."""

_PASSAGES, _SITE = "passages", "site"
_Task = tuple[str, int, int]

_checked_site: CheckedSite | None = None
"""Set in a worker only: a forked process inherits the site, which would be slow to send."""


def check(site: CheckedSite) -> list[Problem]:
    """Return what every rule finds, in the order of the rules and files."""
    cores = os.cpu_count() or 1
    is_forked = "fork" in multiprocessing.get_all_start_methods()
    if cores == 1 or not is_forked or len(site.content.parts()) * 2 < _WORTH_A_PROCESS:
        return [problem for task in _tasks(1) for problem in _found(site, task)]
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(cores, mp_context=fork, initializer=_inherit, initargs=(site,)) as pool:
        return [problem for found in pool.map(_found_by_worker, _tasks(cores * 2)) for problem in found]


def _tasks(parts: int) -> list[_Task]:
    """Return the work in parts of about the same size: a part of the passages, or one rule over the site."""
    return [(_PASSAGES, part, parts) for part in range(parts)] + [(_SITE, rule, 1) for rule in range(len(SITE_RULES))]


def _found(site: CheckedSite, task: _Task) -> list[Problem]:
    kind, number, parts = task
    if kind == _SITE:
        return list(SITE_RULES[number].check(site))
    return [
        problem
        for passage in passages(site.content, number, parts)
        for rule in PASSAGE_RULES
        for problem in rule.check(passage)
    ]


def _inherit(site: CheckedSite) -> None:
    global _checked_site  # noqa: PLW0603 - of the worker, which lives for one check
    _checked_site = site


def _found_by_worker(task: _Task) -> list[Problem]:
    assert _checked_site is not None
    return _found(_checked_site, task)
