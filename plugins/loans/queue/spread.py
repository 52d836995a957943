"""The distribution of waiting times; each quantile is a time that really occurred, because months are whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Ordered = TypeVar("Ordered")


@dataclass(frozen=True, slots=True)
class Spread:
    """Waiting times in months: half of the families waited from `quarter` to `three_quarters`."""

    families: int
    shortest: int
    quarter: int
    median: int
    three_quarters: int
    longest: int
    counts: Mapping[int, int]
    """Families by the months they waited, from the shortest to the longest; a month without families has 0."""


def spread_of(months: Sequence[int]) -> Spread | None:
    """Return the spread of waiting times, or None where nobody has waited to the end yet."""
    if not months:
        return None
    ordered = sorted(months)
    return Spread(
        families=len(ordered),
        shortest=ordered[0],
        quarter=ranked(ordered, 25),
        median=ranked(ordered, 50),
        three_quarters=ranked(ordered, 75),
        longest=ordered[-1],
        counts={month: ordered.count(month) for month in range(ordered[0], ordered[-1] + 1)},
    )


def ranked(ordered: Sequence[Ordered], percent: int) -> Ordered:
    """Return the least value that at least `percent` of an ordered, non-empty list do not exceed (nearest rank)."""
    return ordered[max(1, -(-len(ordered) * percent // 100)) - 1]
