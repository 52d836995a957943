"""Somebody has declared that both languages of a page say the same.

Without a declaration nobody would learn later that one of the two fell behind.
"""

from collections.abc import Iterator

from plugins.checks.declarations import behind, declared_pairs
from plugins.checks.page_index import Overview
from plugins.diagnostics import Problem


def check(site: Overview) -> Iterator[Problem]:
    """Yield a problem for every page whose languages nobody has compared yet."""
    for kk, ru, declared in declared_pairs(site):
        if declared is None:
            yield behind(kk, ru, "undeclared-translation")
