"""Days that no calendar has, and weekdays of other days; 28 November 2026 is a Saturday, 30 November a Monday."""

import pytest

from plugins.checks.rules import impossible_day
from tests.plugins.checks.checked import found_in

NB = "\u00a0"

# text, language, (line, column, found, detail) of each fault
CASES: dict[str, tuple[str, str, list[tuple[int, int, str, str]]]] = {
    "figures, first": ("31.11.2026 жиналыс", "kk", [(1, 1, "31.11.2026", "no-such-day")]),
    "figures, middle": ("Жиын 30.02.2026 күні", "kk", [(1, 6, "30.02.2026", "no-such-day")]),
    "figures, last": ("Собрание 01.13.2026", "ru", [(1, 10, "01.13.2026", "no-such-day")]),
    "no leap year": ("29.02.2026", "ru", [(1, 1, "29.02.2026", "no-such-day")]),
    "nought": ("0.05.2026", "ru", [(1, 1, "0.05.2026", "no-such-day")]),
    "words, kk": ("Ә 2026 жылғы 30 ақпанда ё", "kk", [(1, 3, "2026 жылғы 30 ақпанда", "no-such-day")]),
    "words without a year, kk": ("31 қарашаға дейін", "kk", [(1, 1, "31 қарашаға", "no-such-day")]),
    "words, ru": ("Ё 31 апреля 2026 года", "ru", [(1, 3, "31 апреля 2026 года", "no-such-day")]),
    "with no-break spaces": (f"Ё 31{NB}апреля", "ru", [(1, 3, f"31{NB}апреля", "no-such-day")]),
    "second line": ("Ә\n32.01.2026", "kk", [(2, 1, "32.01.2026", "no-such-day")]),
    "a weekday after, kk": (
        "2026 жылғы 30 қарашада, сенбіде", "kk", [(1, 1, "2026 жылғы 30 қарашада, сенбіде", "weekday-monday")],
    ),
    "a weekday before, kk": ("Сенбі күні, 30.11.2026", "kk", [(1, 1, "Сенбі күні, 30.11.2026", "weekday-monday")]),
    "a weekday before, ru": (
        "Ё в субботу, 30 ноября 2026 года", "ru", [(1, 5, "субботу, 30 ноября 2026 года", "weekday-monday")],
    ),
    "a weekday in brackets, ru": ("30.11.2026 (вторник)", "ru", [(1, 1, "30.11.2026 (вторник", "weekday-monday")]),
}  # fmt: skip
RIGHT = {
    "the last days": ("30.11.2026, 31.12.2026, 29.02.2028", "kk"),
    "its own weekday, kk": ("2026 жылғы 28 қарашада, сенбіде", "kk"),
    "its own weekday, ru": ("В субботу, 28 ноября 2026 года, и в понедельник, 30.11.2026", "ru"),
    "a weekday without a year": ("30 қарашада, сенбіде", "kk"),
    "a day of any year": ("29 ақпан", "kk"),
    "a range": ("10–31 қараша; 28–31 апреля", "ru"),
    "versions and numbers": ("2.0.2026.1, 1.2.3, 45.67.8910, № 31.11", "ru"),
    "a weekday of another sentence": ("Собрание 30 ноября 2026 года. Суббота свободна", "ru"),
    "words": ("Вторник и среда", "ru"),
}


@pytest.mark.parametrize(("text", "language", "expected"), CASES.values(), ids=CASES)
def test_a_day_that_cannot_be_is_reported(text: str, language: str, expected: list[tuple[int, int, str, str]]) -> None:
    found = found_in(impossible_day.check, text, language)
    assert found == [(line, column, {"found": day, "detail": detail}) for line, column, day, detail in expected]


@pytest.mark.parametrize(("text", "language"), RIGHT.values(), ids=RIGHT)
def test_a_day_of_the_calendar_is_not_reported(text: str, language: str) -> None:
    assert found_in(impossible_day.check, text, language) == []
