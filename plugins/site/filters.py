"""Jinja filters: the words, dates and numbers of one language, and pictures."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Any

from plugins.language import decimal_number, long_date, long_month, percent, percent_range, tenge
from plugins.views.picture_markup import picture_markup


def filters_for(language: str) -> Mapping[str, Callable[..., Any]]:
    """Return the filters of a language's templates by name."""
    return {
        "word": lambda words: getattr(words, language),
        "day": partial(_day, language=language),
        "month": _in(language, long_month),
        "number": _in(language, decimal_number),
        "tenge": _in(language, tenge),
        "whole_tenge": lambda amount: tenge(amount.quantize(Decimal(1), ROUND_HALF_UP), language),
        "percent": _in(language, percent),
        "percent_range": lambda low, high: percent_range(low, high, language),
        "picture": picture_markup,
        "part_of": part_of,
        "clock": _clock,
        "megabytes": lambda size: decimal_number((Decimal(size) / 1_000_000).quantize(Decimal("0.1")), language),
    }


def _in(language: str, format_value: Callable[[Any, str], str]) -> Callable[[Any], str]:
    return lambda value: format_value(value, language)


def _clock(seconds: float) -> str:
    """Return a length of time as players show it: 89 seconds are `1:29`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _day(value: date | int, language: str) -> str:
    """Return a day in words; a source may know only the year."""
    return long_date(value, language) if isinstance(value, date) else str(value)


def part_of(value: Decimal, largest: Decimal) -> str:
    """Return how many hundredths of `largest` the value is, to one tenth: `12.5`."""
    return f"{value / largest * 100:.1f}"
