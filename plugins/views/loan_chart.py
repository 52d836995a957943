"""The chart of a loan: what is paid in each year. Sizes are units of the SVG's view box."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

WIDTH, HEIGHT, LEFT, BOTTOM = 640, 280, 64, 28
_MILLION = Decimal(1_000_000)
_MOST_LINES = 5
_MOST_LABELS = 10


@dataclass(frozen=True, slots=True)
class Line:
    """A line across the chart with its figure in millions of tenge."""

    y: int
    label: Decimal


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar: `principal` or `interest`."""

    kind: str
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A year; `label` is empty where labels would be too close."""

    x: int
    middle: int
    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as the template lays it out."""

    lines: tuple[Line, ...]
    bars: tuple[Bar, ...]
    bar_width: int
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT


def yearly_chart(years: Sequence[tuple[Decimal, Decimal]]) -> Chart:
    """Return the chart of years, each with its principal and with its interest and fees, in tenge."""
    most = max(principal + interest for principal, interest in years) / _MILLION
    step = _round_step(most / _MOST_LINES)
    top = step * (most / step).to_integral_value(ROUND_CEILING)
    room = HEIGHT - BOTTOM - 12

    def height(amount: Decimal) -> int:
        return int((amount / top * room).to_integral_value())

    lines = tuple(Line(HEIGHT - BOTTOM - height(step * place), step * place) for place in range(int(top / step) + 1))
    slot = (WIDTH - LEFT) / len(years)
    bar_width = max(int(slot * 0.7), 1)
    every = -(-len(years) // _MOST_LABELS)
    bars = []
    for place, (principal, interest) in enumerate(years):
        low, high = height(principal / _MILLION), height((principal + interest) / _MILLION)
        x = int(LEFT + slot * place + (slot - bar_width) / 2)
        base = HEIGHT - BOTTOM
        parts = (Part("principal", base - low, low), Part("interest", base - high, high - low))
        label = str(place + 1) if place % every == 0 else ""
        bars.append(Bar(x, x + bar_width // 2, label, parts))
    return Chart(lines, tuple(bars), bar_width)


def _round_step(least: Decimal) -> Decimal:
    """Return 1, 2 or 5 times a power of ten that is not less."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(power * digit for digit in (1, 2, 5, 10) if power * digit >= least)
