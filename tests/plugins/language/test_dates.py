"""Days as both languages write them."""

from datetime import UTC, date, datetime

import pytest

from plugins.language import feed_date, long_date

DAYS = {
    "January": (date(2026, 1, 15), "2026 ж. 15 қаңтар", "15 января 2026 г."),
    "February": (date(2026, 2, 28), "2026 ж. 28 ақпан", "28 февраля 2026 г."),
    "leap day": (date(2024, 2, 29), "2024 ж. 29 ақпан", "29 февраля 2024 г."),
    "March": (date(2026, 3, 22), "2026 ж. 22 наурыз", "22 марта 2026 г."),
    "April": (date(2026, 4, 1), "2026 ж. 1 сәуір", "1 апреля 2026 г."),
    "May": (date(2001, 5, 8), "2001 ж. 8 мамыр", "8 мая 2001 г."),
    "June": (date(2026, 6, 30), "2026 ж. 30 маусым", "30 июня 2026 г."),
    "July": (date(1999, 7, 21), "1999 ж. 21 шілде", "21 июля 1999 г."),
    "August": (date(2026, 8, 9), "2026 ж. 9 тамыз", "9 августа 2026 г."),
    "September": (date(2026, 9, 1), "2026 ж. 1 қыркүйек", "1 сентября 2026 г."),
    "October": (date(2026, 10, 25), "2026 ж. 25 қазан", "25 октября 2026 г."),
    "November": (date(2025, 11, 28), "2025 ж. 28 қараша", "28 ноября 2025 г."),
    "December": (date(1999, 12, 31), "1999 ж. 31 желтоқсан", "31 декабря 1999 г."),
    "long ago": (date(1761, 3, 14), "1761 ж. 14 наурыз", "14 марта 1761 г."),
}


@pytest.mark.parametrize(("day", "kk", "ru"), DAYS.values(), ids=DAYS)
def test_a_day_is_written_in_words(day: date, kk: str, ru: str) -> None:
    assert plain_spaces(long_date(day, "kk")) == kk
    assert plain_spaces(long_date(day, "ru")) == ru


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_day_holds_the_narrow_space_that_few_fonts_have(language: str) -> None:
    texts = [long_date(day, language) for day, _, _ in DAYS.values()]
    assert not any("\u202f" in text for text in texts)
    assert all(" " in text or "\u00a0" in text for text in texts)


def test_a_feed_has_midnight_in_utc() -> None:
    assert feed_date(date(2025, 11, 28)) == datetime(2025, 11, 28, 0, 0, tzinfo=UTC)
    assert feed_date(date(2025, 11, 28)).isoformat() == "2025-11-28T00:00:00+00:00"


def plain_spaces(text: str) -> str:
    return text.replace("\u00a0", " ")
