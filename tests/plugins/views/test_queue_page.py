"""What the page of the queue draws: places in the drawings, what the estimate knows, and when there is none."""

from datetime import date
from decimal import Decimal

import pytest

from plugins.loans.queue import Estimate, Money, Thin, spread_of
from plugins.model.sections.queue import Fund, QueueFacts, QueueFigures, QueueMonth, RulePoint
from plugins.views.queue_page import Band, Bar, Field, band_of, chart_of, history_of, queue_view

WORDS = {"kk": "Есеп", "ru": "Отчёт"}


def month(number: int, received: int = 1, joined: int = 2, purchases: int = 7_000_001) -> QueueMonth:
    """Return the `number`-th month since the beginning of 2025."""
    fund = Fund(
        joining=400, payments=9_000_000 + number, purchases=purchases * received, returned=10, held=500 + number
    )
    return QueueMonth(
        month=f"{2025 + number // 12}-{number % 12 + 1:02}", joined=joined, left=1, received=received,
        waited_months=(5,) * received, waiting=20 + number, fund_kzt=fund,
    )  # fmt: skip


def facts(*months: QueueMonth, rule: bool = True) -> QueueFacts:
    figures = QueueFigures(source=WORDS, as_of="2026-12-31", months=months) if months else None
    points = {"order": RulePoint(source=WORDS, as_of="2026-01-01")} if rule else {}
    return QueueFacts(rule=points, figures=figures)


YEAR = tuple(month(number) for number in range(12))

VIEWS: dict[str, tuple[QueueFacts, bool, Thin | None]] = {
    "a year": (facts(*YEAR), True, None),
    "a year and a rule that is not confirmed": (facts(*YEAR, rule=False), False, None),
    "eleven months": (facts(*YEAR[1:]), False, Thin.MONTHS),
    "a year with nine purchases": (facts(*YEAR[:9], *(month(n, received=0) for n in (9, 10, 11))), False, Thin.PURCHASES),
    "ten purchases, but not in the last year": (
        facts(*YEAR, *(month(n, received=0) for n in range(12, 15))), False, Thin.PURCHASES),
    "nobody joined": (facts(*(month(n, joined=0) for n in range(12))), False, Thin.NOBODY_JOINED),
}  # fmt: skip


@pytest.mark.parametrize(("known", "has_answer", "thin"), VIEWS.values(), ids=VIEWS)
def test_an_answer_needs_a_rule_and_a_year_that_says_something(
    known: QueueFacts, has_answer: bool, thin: Thin | None
) -> None:
    view = queue_view(known)
    assert view is not None
    assert (view.answer is not None, view.thin) == (has_answer, thin)


def test_without_figures_there_is_nothing_to_draw() -> None:
    assert queue_view(facts()) is None


def test_the_estimate_knows_the_last_year_and_the_average_price_of_a_month() -> None:
    history = history_of(tuple(month(number, received=2) for number in range(12)))
    assert history.months[0] == Money(400, 9_000_000, 10)
    assert history.prices == (7_000_001,) * 24
    assert (history.joined, history.left, history.waiting, history.held) == (24, 12, 31, 511)
    view = queue_view(facts(month(0, purchases=90_000_000), *(month(number) for number in range(1, 13))))
    assert view is not None and view.answer is not None
    assert "90000000" not in view.answer.past
    assert view.spread is not None and view.spread.families == 13


def test_an_odd_tenge_of_a_price_is_left_out() -> None:
    odd = month(0, received=2).model_copy(update={"fund_kzt": month(0).fund_kzt.model_copy(update={"purchases": 15})})
    assert history_of((odd,)).prices == (7, 7)


def bars(*months: int) -> tuple[Bar, ...]:
    spread = spread_of(months)
    assert spread is not None
    return chart_of(spread).bars


CHARTS: dict[str, list[int]] = {
    "one family": [7], "at once": [0], "two": [3, 4], "a year": list(range(12)), "far apart": [1, 90], "many": [5] * 400,
}  # fmt: skip


@pytest.mark.parametrize("months", CHARTS.values(), ids=CHARTS)
def test_every_bar_lies_within_the_drawing_beside_the_one_before(months: list[int]) -> None:
    drawn = bars(*months)
    assert [bar.months for bar in drawn] == list(range(drawn[0].months, drawn[0].months + len(drawn)))
    assert sum(bar.families for bar in drawn) == len(months)
    assert len(drawn) >= 8
    assert max(bar.height for bar in drawn) == 66
    assert len([bar for bar in drawn if bar.is_labelled]) <= 13
    end = Decimal(0)
    for bar in drawn:
        assert end <= bar.left <= bar.middle <= bar.left + bar.width <= 100
        assert bar.top >= 18 and bar.top + bar.height == 84
        end = bar.left + bar.width


def test_the_middle_half_and_the_median_stand_where_their_bars_stand() -> None:
    spread = spread_of([4, 6, 6, 7, 8, 8, 9, 11])
    assert spread is not None
    chart = chart_of(spread)
    halves = [bar for bar in chart.bars if bar.is_middle_half]
    assert [bar.months for bar in halves] == [6, 7, 8]
    assert chart.middle_left <= halves[0].left
    assert chart.middle_left + chart.middle_width >= halves[-1].left + halves[-1].width
    assert chart.median == next(bar.middle for bar in chart.bars if bar.months == 7)
    assert [bar.months for bar in chart.bars if bar.is_labelled] == list(range(3, 13))


def test_in_a_wide_spread_every_third_month_is_labelled_counted_from_the_median() -> None:
    assert [bar.months for bar in bars(*range(1, 26)) if bar.is_labelled] == [1, 4, 7, 10, 13, 16, 19, 22, 25]


def decimals(*values: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, values))


BANDS: dict[str, tuple[Estimate, tuple[Decimal, ...] | None]] = {
    "within five years": (Estimate(6, 12, 30), decimals("10.0", "40.0", "20.0")),
    "one month only": (Estimate(3, 3, 3), decimals("5.0", "0.0", "5.0")),
    "runs out of the line": (Estimate(30, 45, 90), decimals("50.0", "50.0", "75.0")),
    "the end is not known": (Estimate(30, 70, None), decimals("50.0", "50.0", "100.0")),
    "the end is not known, the half is near": (Estimate(12, 24, None), decimals("20.0", "80.0", "40.0")),
    "begins behind the line": (Estimate(61, 70, 80), decimals("100.0", "0.0", "100.0")),
    "half of the runs never end": (Estimate(30, None, None), None),
    "no run ends": (Estimate(None, None, None), None),
}


@pytest.mark.parametrize(("found", "expected"), BANDS.values(), ids=BANDS)
def test_the_range_lies_on_a_line_of_five_years(found: Estimate, expected: tuple[Decimal, ...] | None) -> None:
    assert band_of(found) == (Band(*expected) if expected else None)


def test_the_first_value_of_a_field_is_always_within_its_limits() -> None:
    dear = Field("price", 20_000_000_000, 0, 20_000_000_000, is_money=True)
    view = queue_view(facts(*(month(number, purchases=20_000_000_000) for number in range(12))))
    assert view is not None and view.answer is not None
    assert dear.value in [field.value for field in view.answer.about_others]
    for field in (*view.answer.about_you, *view.answer.about_others):
        assert field.least <= field.value <= field.most


def test_a_field_in_tenths_is_written_with_a_comma_place() -> None:
    assert Field("joined_tenths", 25, 0, 1000, tenths=True).shown(25) == Decimal("2.5")
    assert Field("ahead", 25, 0, 1000).shown(25) == 25


def test_a_month_is_held_as_its_first_day() -> None:
    assert month(13).month == date(2026, 2, 1)
