"""The queue year by year: summed by hand from a few months."""

import pytest

from plugins.model.sections.queue import QueueMonth
from plugins.views.queue_years import years_of

FUND = {"joining": 0, "payments": 0, "purchases": 0, "returned": 0, "held": 0}


def month(at: str, joined: int, left: int, waited: list[int], waiting: int) -> QueueMonth:
    return QueueMonth.model_validate(
        {
            "month": at, "joined": joined, "left": left, "received": len(waited),
            "waited_months": tuple(waited), "waiting": waiting, "fund_kzt": FUND,
        }
    )  # fmt: skip


ACROSS_THREE_YEARS = (
    month("2024-12", 3, 0, [5, 9], 10),
    month("2025-01", 1, 1, [], 10),
    month("2025-02", 0, 2, [14], 7),
    month("2026-01", 4, 0, [], 11),
)


def test_each_year_has_its_own_sums_and_the_queue_at_its_end() -> None:
    reported = [(y.year, y.months, y.joined, y.left, y.received, y.waiting) for y in years_of(ACROSS_THREE_YEARS)]
    assert reported == [(2024, 1, 3, 0, 2, 10), (2025, 2, 1, 3, 1, 7), (2026, 1, 4, 0, 0, 11)]


@pytest.mark.parametrize(("place", "expected"), [(0, (5, 5, 9)), (1, (14, 14, 14)), (2, None)])
def test_the_waits_of_a_year_are_those_that_ended_in_it(place: int, expected: tuple[int, int, int] | None) -> None:
    spread = years_of(ACROSS_THREE_YEARS)[place].spread
    assert (spread and (spread.shortest, spread.median, spread.longest)) == expected


def test_no_months_are_no_years() -> None:
    assert years_of(()) == ()
