"""Finds all forces of interest of flows that change direction more than once.

On an interval of δ what is received and what is paid each fall with δ, so their values at the two ends bound the net
worth, and likewise its slope. An interval is left out when the net worth cannot be nothing in it, is settled by the
signs at its ends when the slope cannot be, and is otherwise halved.
"""

import math
from collections.abc import Sequence

from plugins.loans.due_dates import DAYS_OF_YEAR

_NARROW = 1e-9
"""Width at which an interval that cannot be decided is taken for a root: two roots may touch."""
_SAME = 1e-6
"""Roots nearer than this are one: around the place where two touch, rounding makes many."""
_STEPS = 80


def roots_of(days: Sequence[int], amounts: Sequence[float], lowest: float, highest: float) -> list[float]:
    """Return every δ between two bounds at which the flows are worth nothing; in order."""
    flows = [(day / DAYS_OF_YEAR, amount) for day, amount in zip(days, amounts, strict=True)]
    found: list[float] = []
    waiting = [(lowest, highest)]
    while waiting:
        left, right = waiting.pop()
        if _cannot_vanish(flows, left, right):
            continue
        if _cannot_vanish([(time, -time * amount) for time, amount in flows], left, right):
            if _worth(flows, left) * _worth(flows, right) <= 0:
                found.append(_between(flows, left, right))
        elif right - left < _NARROW:
            found.append((left + right) / 2)
        else:
            middle = (left + right) / 2
            waiting += [(middle, right), (left, middle)]
    return _merged(found)


def _merged(found: Sequence[float]) -> list[float]:
    """Return roots in order, with those as one that floats cannot separate."""
    groups: list[list[float]] = []
    for force in found:
        if groups and force - groups[-1][-1] < _SAME:
            groups[-1].append(force)
        else:
            groups.append([force])
    return [math.fsum(group) / len(group) for group in groups]


def _cannot_vanish(flows: Sequence[tuple[float, float]], left: float, right: float) -> bool:
    """Return whether the sum of flows has one sign on the whole interval, judged by its parts at the ends."""
    positive = [(time, amount) for time, amount in flows if amount > 0]
    negative = [(time, -amount) for time, amount in flows if amount < 0]
    most, least = _worth(positive, left), _worth(positive, right)
    return least > _worth(negative, left) or most < _worth(negative, right)


def _worth(flows: Sequence[tuple[float, float]], force: float) -> float:
    return math.fsum(amount * math.exp(-force * time) for time, amount in flows)


def _between(flows: Sequence[tuple[float, float]], left: float, right: float) -> float:
    """Return the root in an interval in which the worth rises or falls throughout; by halving."""
    rises = _worth(flows, left) < 0
    for _ in range(_STEPS):
        middle = (left + right) / 2
        if (_worth(flows, middle) < 0) == rises:
            left = middle
        else:
            right = middle
    return (left + right) / 2
