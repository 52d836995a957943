"""Dates as they are written in each language; the system's locale has no say."""

from datetime import UTC, date, datetime, time
from functools import cache


def long_date(day: date, language: str) -> str:
    """Return the day in words: `2026 ж. 15 қаңтар`, `15 января 2026 г.`."""
    from babel.dates import format_date  # noqa: PLC0415 - telling a language does not wait for Babel

    # the narrow space that Babel may put is in few fonts
    return format_date(day, "long", locale=language).replace("\u202f", "\u00a0")


def long_month(day: date, language: str) -> str:
    """Return the month of the day in words: `2026 ж. қазан`, `октябрь 2026 г.`."""
    from babel.dates import format_skeleton  # noqa: PLC0415 - telling a language does not wait for Babel

    return format_skeleton("yMMMM", day, locale=language).replace("\u202f", "\u00a0")


@cache
def month_names(language: str) -> tuple[str, ...]:
    """Return the twelve months as they are written after a day, from CLDR: `қаңтар`, `января`."""
    from babel import Locale  # noqa: PLC0415 - telling a language does not wait for Babel

    names = Locale.parse(language).months["format"]["wide"]
    return tuple(str(names[number]) for number in range(1, 13))


def feed_date(day: date) -> datetime:
    """Return midnight of the day in UTC, as feeds want it: content knows days, not hours."""
    return datetime.combine(day, time(), UTC)
