"""Waiting times described: every number named occurred, quartiles by nearest rank, counted by hand."""

import pytest

from plugins.loans.queue import ranked, spread_of

CASES: dict[str, tuple[list[int], tuple[int, int, int, int, int, int]]] = {
    "one family": ([7], (1, 7, 7, 7, 7, 7)),
    "two families: half waited no longer than the first": ([9, 4], (2, 4, 4, 4, 9, 9)),
    "three": ([3, 8, 5], (3, 3, 3, 5, 8, 8)),
    "four": ([1, 2, 3, 4], (4, 1, 1, 2, 3, 4)),
    "five, in disorder": ([30, 10, 50, 20, 40], (5, 10, 20, 30, 40, 50)),
    "eight": ([1, 2, 3, 4, 5, 6, 7, 8], (8, 1, 2, 4, 6, 8)),
    "all alike": ([6, 6, 6, 6], (4, 6, 6, 6, 6, 6)),
    "received in the month of joining": ([0, 0, 1], (3, 0, 0, 0, 1, 1)),
    "one waited very long": ([2, 2, 3, 3, 90], (5, 2, 2, 3, 3, 90)),
}


@pytest.mark.parametrize(("months", "expected"), CASES.values(), ids=CASES)
def test_a_spread_names_the_median_the_middle_half_and_the_ends(
    months: list[int], expected: tuple[int, int, int, int, int, int]
) -> None:
    spread = spread_of(months)
    assert spread is not None
    assert (
        spread.families, spread.shortest, spread.quarter, spread.median, spread.three_quarters, spread.longest,
    ) == expected  # fmt: skip


def test_the_counts_hold_every_family_once_and_the_empty_months_between() -> None:
    spread = spread_of([4, 7, 4])
    assert spread is not None
    assert dict(spread.counts) == {4: 2, 5: 0, 6: 0, 7: 1}


def test_nothing_is_said_where_nobody_has_received_yet() -> None:
    assert spread_of([]) is None


@pytest.mark.parametrize(
    ("percent", "expected"), [(0, 10), (1, 10), (10, 10), (11, 20), (50, 50), (90, 90), (91, 100), (100, 100)]
)
def test_a_rank_is_the_least_value_that_so_many_per_cent_do_not_exceed(percent: int, expected: int) -> None:
    assert ranked([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], percent) == expected
