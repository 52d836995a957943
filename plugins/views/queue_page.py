"""The view of the queue page: the past as a chart, and the estimate with the fields that change it.

Places in the drawings are per cent of their width and height, so that the letters in them keep their size on a phone.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from plugins.loans.queue import (
    FEWEST_PURCHASES,
    IN_TEN,
    LAST_MONTHS,
    RUNS,
    Assumptions,
    Estimate,
    Money,
    QueueHistory,
    Spread,
    Thin,
    assumptions_of,
    estimate,
    spread_of,
    thin_reason,
)
from plugins.model.sections.queue import QueueFacts, QueueFigures, QueueMonth
from plugins.views.queue_years import QueueYear, years_of

BAND_YEARS = 5
"""What the line below the answer shows; a later end runs out of it."""
_FEWEST_SLOTS = 8
_MOST_LABELS = 12
_BASE, _TALLEST = 84, 66
"""Per cent of the height: where the bars begin, and how high the highest is; its number needs the room above."""
_SUM, _COUNT = 10_000_000_000, 2000


@dataclass(frozen=True, slots=True)
class Bar:
    """Families that waited so many months. `left` to `width` is the bar, `middle` its centre, `top` to `height` it."""

    months: int
    families: int
    left: Decimal
    width: Decimal
    middle: Decimal
    top: Decimal
    height: Decimal
    is_middle_half: bool
    is_labelled: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The spread as bars, the middle half as a ground behind them, the median as a line."""

    bars: tuple[Bar, ...]
    middle_left: Decimal
    middle_width: Decimal
    median: Decimal
    base: int


@dataclass(frozen=True, slots=True)
class Band:
    """The range on a line of `BAND_YEARS` years."""

    left: Decimal
    width: Decimal
    middle: Decimal


@dataclass(frozen=True, slots=True)
class Field:
    """An assumption the visitor may change; in tenths where `tenths` says so."""

    name: str
    value: int
    least: int
    most: int
    is_money: bool = False
    tenths: bool = False

    def shown(self, value: int) -> Decimal | int:
        """Return a value of this field as the page writes it."""
        return Decimal(value) / 10 if self.tenths else value


@dataclass(frozen=True, slots=True)
class Answer:
    """The estimate for one who joins as others did, and what the browser needs to make it anew."""

    estimate: Estimate
    band: Band | None
    """None where the range does not begin within ten years."""
    about_you: tuple[Field, ...]
    about_others: tuple[Field, ...]
    past: str
    """The last year as JSON, in the keys of `theme/static/js/queue-estimate.js`."""


@dataclass(frozen=True, slots=True)
class QueueView:
    """Everything the template needs beside the words."""

    figures: QueueFigures
    spread: Spread | None
    chart: Chart | None
    answer: Answer | None
    thin: Thin | None
    """Why there is no answer, where the figures are the reason; otherwise the rule is not confirmed."""
    years: tuple[QueueYear, ...]
    in_ten: int = IN_TEN
    runs: int = RUNS
    last_months: int = LAST_MONTHS
    fewest_purchases: int = FEWEST_PURCHASES
    band_years: int = BAND_YEARS


def queue_view(facts: QueueFacts) -> QueueView | None:
    """Return what the page draws, or None where there are no figures. An estimate needs a rule and a past."""
    figures = facts.figures
    if figures is None:
        return None
    spread = spread_of([waited for month in figures.months for waited in month.waited_months])
    history = history_of(figures.months[-LAST_MONTHS:])
    thin = thin_reason(history)
    answer = answer_of(history) if facts.rule and thin is None else None
    return QueueView(figures, spread, chart_of(spread) if spread else None, answer, thin, years_of(figures.months))


def history_of(months: tuple[QueueMonth, ...]) -> QueueHistory:
    """Return what the estimate knows of the months; a family's price is the average of its month, rounded down."""
    return QueueHistory(
        months=tuple(Money(m.fund_kzt.joining, m.fund_kzt.payments, m.fund_kzt.returned) for m in months),
        joined=sum(month.joined for month in months),
        left=sum(month.left for month in months),
        prices=tuple(m.fund_kzt.purchases // m.received for m in months for _ in range(m.received)),
        waiting=months[-1].waiting,
        held=months[-1].fund_kzt.held,
    )


def answer_of(history: QueueHistory) -> Answer:
    """Return the estimate for a past that is not too thin."""
    assumed = assumptions_of(history)
    found = estimate(history, assumed)
    past = {
        "months": [(month.joining, month.payments, month.returned) for month in history.months],
        "joined": history.joined,
        "left": history.left,
        "prices": history.prices,
        "held": history.held,
    }
    return Answer(
        estimate=found,
        band=band_of(found),
        about_you=(
            _money("own_share", assumed.own_share, least=0),
            _money("own_price", assumed.own_price, least=100_000),
        ),
        about_others=tuple(_fields_of_others(assumed)),
        past=json.dumps(past, separators=(",", ":")),
    )


def band_of(found: Estimate) -> Band | None:
    """Return where the range lies on the line; an end that is not known runs out of it."""
    if found.low is None or found.middle is None:
        return None
    whole = BAND_YEARS * 12
    low, middle, high = (min(month, whole) for month in (found.low, found.middle, found.high or whole))
    return Band(_part(low, whole), _part(high - low, whole), _part(middle, whole))


def chart_of(spread: Spread) -> Chart:
    """Return the bars of a spread, with an empty month on either side and room for at least `_FEWEST_SLOTS`."""
    first = max(0, spread.shortest - 1)
    slots = max(spread.longest + 1 - first + 1, _FEWEST_SLOTS)
    every = -(-slots // _MOST_LABELS)
    highest = max(spread.counts.values())

    def bar(months: int) -> Bar:
        families = spread.counts.get(months, 0)
        height = _part(families * _TALLEST, highest * 100)
        place = months - first
        return Bar(
            months, families,
            left=_part(place * 8 + 1, slots * 8), width=_part(6, slots * 8), middle=_part(place * 2 + 1, slots * 2),
            top=_BASE - height, height=height,
            is_middle_half=spread.quarter <= months <= spread.three_quarters,
            is_labelled=(months - spread.median) % every == 0,
        )  # fmt: skip

    bars = tuple(bar(months) for months in range(first, first + slots))
    wide = spread.three_quarters - spread.quarter + 1
    return Chart(
        bars,
        middle_left=_part(spread.quarter - first, slots),
        middle_width=_part(wide, slots),
        median=_part((spread.median - first) * 2 + 1, slots * 2),
        base=_BASE,
    )


def _fields_of_others(assumed: Assumptions) -> Iterator[Field]:
    yield Field("ahead", assumed.ahead, 0, max(_COUNT, assumed.ahead))
    yield Field("joined_tenths", assumed.joined_tenths, 0, max(1000, assumed.joined_tenths), tenths=True)
    yield Field("leave_percent", assumed.leave_percent, 0, 100)
    yield _money("payments", assumed.payments, least=0)
    yield _money("price", assumed.price, least=100_000)


def _money(name: str, value: int, least: int) -> Field:
    return Field(name, value, min(least, value), max(_SUM, value), is_money=True)


def _part(value: int | Decimal, whole: int) -> Decimal:
    """Return a part of a whole in per cent, to a tenth."""
    return (Decimal(value) * 100 / whole).quantize(Decimal("0.1"))
