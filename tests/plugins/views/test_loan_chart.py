"""Bars of a chart: they stand on one line, within the picture, as high as their sums."""

from decimal import Decimal

import pytest

from plugins.views.loan_chart import BOTTOM, HEIGHT, LEFT, WIDTH, yearly_chart

BASE = HEIGHT - BOTTOM
YEARS: dict[str, list[tuple[int, int]]] = {
    "one year": [(1_000_000, 200_000)],
    "fifteen years": [(300_000 + 30_000 * year, 550_000 - 30_000 * year) for year in range(15)],
    "fifty years": [(10_000, 90_000)] * 50,
    "no interest": [(100_000, 0)] * 3,
    "only interest": [(0, 863_000)] * 2,
    "a sum just above a step": [(800_001, 0)],
    "very much": [(10**9, 10**9)] * 5,
}


@pytest.mark.parametrize("years", YEARS.values(), ids=YEARS)
def test_bars_stand_on_the_ground_and_inside_the_picture(years: list[tuple[int, int]]) -> None:
    chart = yearly_chart([(Decimal(principal), Decimal(interest)) for principal, interest in years])
    assert len(chart.bars) == len(years)
    for bar in chart.bars:
        low, high = bar.parts
        assert low.y + low.height == BASE
        assert high.y + high.height == low.y
        assert high.y >= 0
        assert bar.x >= LEFT and bar.x + chart.bar_width <= WIDTH
    assert chart.bars[0].label == "1"
    assert sum(bool(bar.label) for bar in chart.bars) <= 10


@pytest.mark.parametrize("years", YEARS.values(), ids=YEARS)
def test_the_lines_begin_with_nothing_and_reach_over_the_highest_bar(years: list[tuple[int, int]]) -> None:
    chart = yearly_chart([(Decimal(principal), Decimal(interest)) for principal, interest in years])
    labels = [line.label for line in chart.lines]
    assert labels[0] == 0
    assert labels == sorted(labels)
    assert 2 <= len(labels) <= 6
    assert labels[-1] * 1_000_000 >= max(sum(year) for year in years)
    assert chart.lines[0].y == BASE


def test_a_bar_is_as_high_as_its_sum() -> None:
    chart = yearly_chart([(Decimal(500_000), Decimal(500_000)), (Decimal(500_000), Decimal(0))])
    (principal, interest), (half, nothing) = (bar.parts for bar in chart.bars)
    assert principal.height == interest.height == half.height > 0
    assert nothing.height == 0
