"""Jinja filters: the words, dates and numbers of one language, and pictures."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from plugins.language import decimal_number, long_date, percent, sort_key, tenge
from plugins.site.picture_markup import picture_markup


def filters_for(language: str) -> Mapping[str, Callable[..., Any]]:
    """Return the filters of a language's templates by name."""
    return {
        "word": lambda words: getattr(words, language),
        "day": partial(_day, language=language),
        "number": _in(language, decimal_number),
        "tenge": _in(language, tenge),
        "percent": _in(language, percent),
        "picture": picture_markup,
        "alphabetically": lambda pages: sorted(pages, key=lambda page: sort_key(page.text.title)),
    }


def _in(language: str, format_value: Callable[[Any, str], str]) -> Callable[[Any], str]:
    return lambda value: format_value(value, language)


def _day(value: date | int, language: str) -> str:
    """Return a day in words; a source may know only the year."""
    return long_date(value, language) if isinstance(value, date) else str(value)
