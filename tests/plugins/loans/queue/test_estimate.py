"""The estimate: against queues worked by hand, and against what must hold of every queue."""

from dataclasses import replace
from itertools import accumulate
from random import Random

import pytest

from plugins.loans.queue import (
    Assumptions,
    Estimate,
    Money,
    QueueHistory,
    Thin,
    assumptions_of,
    estimate,
    thin_reason,
)
from plugins.loans.queue.chance import Dice
from plugins.loans.queue.estimate import MonthEnd, months_of, needs_of_those_ahead, slips_of
from tests.plugins.loans.queue.worlds import World, past_of

M = 1_000_000


def history(
    payments: int = 5 * M, joining: int = 0, returned: int = 0, *, price: int = 10 * M, left: int = 0, held: int = 0
) -> QueueHistory:
    """Return a year of equal months, in which chance has nothing to choose from."""
    months = (Money(joining, payments, returned),) * 12
    return QueueHistory(months, joined=12, left=left, prices=(price,) * 10, waiting=2, held=held)


def assumed(past: QueueHistory, **changes: int) -> Assumptions:
    return replace(assumptions_of(past), **({"own_share": 0} | changes))


BY_HAND: dict[str, tuple[QueueHistory, dict[str, int], int | None]] = {
    # two homes of 10 million before yours of 10, 5 million a month: 30 / 5
    "two ahead": (history(), {}, 6),
    "the fund holds one home already": (history(held=10 * M), {}, 4),
    "your share comes in at once: 25 / 5": (history(), {"own_share": 5 * M}, 5),
    "nobody ahead, and the money is there: at the end of the first month": (history(held=10 * M), {"ahead": 0}, 1),
    "nobody ahead, the money is not there: 10 / 5": (history(), {"ahead": 0}, 2),
    "a tenge is missing in the sixth month": (history(), {"own_price": 10 * M + 1}, 7),
    "a tenge more than needed": (history(), {"own_price": 10 * M - 1}, 6),
    "your need is small: 20 / 5, then 1 more in the same month": (history(held=1 * M), {"own_price": 1 * M}, 4),
    "twice the payments": (history(), {"payments": 10 * M}, 3),
    "shares of newcomers count: 30 / (5 + 1)": (history(joining=1 * M), {}, 5),
    "half as many newcomers: 30 / (5 + 5), not / (5 + 10)": (history(joining=10 * M), {"joined_tenths": 5}, 3),
    "those who leave are paid: 10 / (5 - 2)": (history(returned=2 * M, left=10), {"ahead": 0, "leave_percent": 50}, 4),
    "half as many leave: 10 / (5 - 1)": (history(returned=2 * M, left=10), {"ahead": 0, "leave_percent": 25}, 3),
    "homes ahead are dearer: (15 + 15 + 10) / 5": (history(), {"price": 15 * M}, 8),
    "more comes than any family needs: one month": (history(payments=100 * M), {}, 1),
    "no money comes": (history(payments=0), {}, None),
    "more goes out than comes in": (history(payments=1 * M, returned=2 * M), {}, None),
    "in ten years exactly: 1200 / 10": (history(payments=10 * M), {"own_price": 1180 * M}, 120),
    "a month later than ten years": (history(payments=10 * M), {"own_price": 1181 * M}, None),
    "the only one ahead leaves for certain: 10 / 5": (history(left=10), {"ahead": 1, "leave_percent": 100}, 2),
}


@pytest.mark.parametrize(("past", "changes", "months"), BY_HAND.values(), ids=BY_HAND)
def test_a_queue_without_chance_takes_what_one_counts_on_paper(
    past: QueueHistory, changes: dict[str, int], months: int | None
) -> None:
    assert estimate(past, assumed(past, **changes), runs=20) == Estimate(months, months, months)


def test_a_dear_home_at_the_head_keeps_the_cheap_one_behind_it_waiting() -> None:
    months = list(months_of([Money(1 * M, 3 * M, 0)], [10 * M, 2 * M], 3 * M, 0, Dice(0)))
    assert months == [
        MonthEnd(1, 4 * M, 0, 0, 4 * M, 2, is_your_turn=False),
        MonthEnd(2, 4 * M, 0, 0, 8 * M, 2, is_your_turn=False),
        MonthEnd(3, 4 * M, 0, 12 * M, 0, 0, is_your_turn=False),
        MonthEnd(4, 4 * M, 0, 3 * M, 1 * M, 0, is_your_turn=True),
    ]


def test_a_fund_that_owes_pays_its_debt_before_it_buys() -> None:
    months = list(months_of([Money(0, 5 * M, 2 * M)], [], 4 * M, -4 * M, Dice(0)))
    assert [(end.held, end.spent) for end in months] == [(-1 * M, 0), (2 * M, 0), (1 * M, 4 * M)]


def test_one_month_in_two_is_drawn_and_the_range_lies_between_the_two_extremes() -> None:
    past = replace(history(), months=(Money(0, 2 * M, 0), Money(0, 8 * M, 0)) * 6)
    found = estimate(past, assumed(past))
    assert found.low is not None and found.middle is not None and found.high is not None
    assert 4 <= found.low < 6 <= found.middle < found.high <= 15  # 30 / 8 = 3.75, 30 / 2 = 15


def test_the_estimate_is_the_same_every_time() -> None:
    _, past = a_past(4)
    assert estimate(past, assumptions_of(past)) == estimate(past, assumptions_of(past))


def a_past(seed: int, months: int = 12, **world: float) -> tuple[World, QueueHistory]:
    lived = World(Random(seed), **world)  # type: ignore[arg-type]
    for _ in range(30):
        lived.pass_month()
    return lived, past_of(lived, months)[1]


@pytest.mark.parametrize("seed", range(25))
def test_every_tenge_is_bought_with_returned_or_held(seed: int) -> None:
    _, past = a_past(seed)
    chosen = assumptions_of(past)
    slips = slips_of(past, chosen)
    needs = needs_of_those_ahead(slips, chosen.ahead, Dice(2 * seed))
    at_start = past.held + chosen.own_share
    ends = list(months_of(slips.months, needs, chosen.own_price, at_start, Dice(seed)))
    came, returned, spent = (
        list(accumulate(values)) for values in
        ([end.came_in for end in ends], [end.returned for end in ends], [end.spent for end in ends])
    )  # fmt: skip
    assert [at_start + in_ - out - bought for in_, out, bought in zip(came, returned, spent, strict=True)] == [
        end.held for end in ends
    ]
    assert spent[-1] == sum(needs) + chosen.own_price
    assert [end.is_your_turn for end in ends] == [False] * (len(ends) - 1) + [True]


NEVER_LATER: dict[str, tuple[str, int]] = {
    "more payments": ("payments", 700_000),
    "a tenge more of payments": ("payments", 1),
    "more newcomers": ("joined_tenths", 3),
    "a larger share of yours": ("own_share", 500_000),
    "a smaller need of yours": ("own_price", -900_000),
    "cheaper homes ahead": ("price", -700_000),
    "one family fewer ahead": ("ahead", -1),
    "five families fewer ahead": ("ahead", -5),
}


@pytest.mark.parametrize(("name", "change"), NEVER_LATER.values(), ids=NEVER_LATER)
def test_more_money_or_fewer_ahead_is_never_later_in_any_run(name: str, change: int) -> None:
    sooner = 0
    for seed in range(12):
        _, past = a_past(seed, leave_chance=0.03)
        before = replace(assumptions_of(past), ahead=20)
        after = replace(before, **{name: getattr(before, name) + change})
        for run in range(25):
            waits = [_one_wait(past, chosen, run) for chosen in (before, after)]
            assert waits[1] <= waits[0], (seed, run)
            sooner += waits[1] < waits[0]
    assert sooner or change == 1


def _one_wait(past: QueueHistory, chosen: Assumptions, run: int) -> int:
    slips = slips_of(past, chosen)
    needs = needs_of_those_ahead(slips, chosen.ahead, Dice(2 * run))
    return sum(
        1 for _ in months_of(slips.months, needs, chosen.own_price, past.held + chosen.own_share, Dice(2 * run + 1))
    )


THIN: dict[str, tuple[QueueHistory, Thin | None]] = {
    "a year, ten purchases": (history(), None),
    "eleven months": (replace(history(), months=history().months[:11]), Thin.MONTHS),
    "no month": (replace(history(), months=()), Thin.MONTHS),
    "nine purchases": (replace(history(), prices=history().prices[:9]), Thin.PURCHASES),
    "no purchase": (replace(history(), prices=()), Thin.PURCHASES),
    "nobody joined": (replace(history(), joined=0), Thin.NOBODY_JOINED),
    "nobody left": (replace(history(), left=0), None),
}


@pytest.mark.parametrize(("past", "reason"), THIN.values(), ids=THIN)
def test_a_past_too_thin_says_nothing(past: QueueHistory, reason: Thin | None) -> None:
    assert thin_reason(past) == reason


def test_the_first_assumptions_are_the_averages_of_the_year_in_round_numbers() -> None:
    months = (Money(1_204_000, 4_996_000, 0),) * 11 + (Money(1_900_000, 5_100_000, 300_000),)
    past = QueueHistory(months, joined=9, left=2, prices=(8 * M, 12_340_000) * 5, waiting=17, held=3)
    assert assumptions_of(past) == Assumptions(
        own_share=1_680_000,  # 15 144 000 / 9 = 1 682 667
        own_price=10_200_000,  # 101 700 000 / 10 = 10 170 000
        ahead=17,
        joined_tenths=8,  # 9 / 12 = 0.75
        leave_percent=17,  # 2 of 12
        payments=5_000_000,  # 60 056 000 / 12 = 5 004 667
        price=10_200_000,
    )


WORLDS: dict[str, tuple[dict[str, float], float, float]] = {
    "steady": ({}, 0.78, 0.95),
    "many leave": ({"leave_chance": 0.02}, 0.78, 0.95),
    "payments grow with every purchase": (
        {"steady_payments": 5_000_000, "repaid_per_month": 120_000, "repaid_months": 96}, 0.72, 0.92,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("world", "least", "most"), WORLDS.values(), ids=WORLDS)
@pytest.mark.parametrize("histories", [120, pytest.param(600, marks=pytest.mark.long)])
def test_the_truth_lies_in_the_range_as_often_as_the_page_says(
    world: dict[str, float], least: float, most: float, histories: int
) -> None:
    """Months are whole and both ends of the range belong to it, so that it holds somewhat more than eight of ten."""
    reported, inside = 0, 0
    for seed in range(histories):
        lived, past = a_past(1000 + seed, **world)
        if thin_reason(past):
            continue
        chosen = assumptions_of(past)
        found = estimate(past, chosen, runs=100)
        lived.join(chosen.own_share, chosen.own_price)
        truth = lived.truth()
        reported += 1
        inside += (found.low or 121) <= truth <= (found.high or 10_000)
    assert reported > histories * 0.6
    assert least <= inside / reported <= most
