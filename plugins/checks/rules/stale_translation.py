"""When one language changes, the other follows.

A reader of one language must not get what the other has long corrected.
"""

from collections.abc import Iterator

from plugins.checks.declarations import behind, declared_pairs
from plugins.checks.page_index import Overview
from plugins.diagnostics import Problem


def check(site: Overview) -> Iterator[Problem]:
    """Yield a problem for every text whose other language has changed since both were declared in step."""
    for kk, ru, declared in declared_pairs(site):
        if declared and ru.words != declared.ru:
            yield behind(kk, ru, "stale-translation")
        if declared and kk.words != declared.kk:
            yield behind(ru, kk, "stale-translation")
