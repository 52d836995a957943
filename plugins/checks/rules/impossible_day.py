"""A day in a text is in the calendar, and the weekday beside it is its own.

Whoever comes on a Saturday to a meeting of Monday has lost a journey; a 31st of November is a slip of which nobody knows
what was meant. A weekday is compared only where the year is written.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache

from plugins.checks.passages import Passage
from plugins.diagnostics import Phrase, Problem
from plugins.language.dates import month_names

_WEEKDAYS = {
    "kk": ("дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"),
    "ru": ("понедельник", "вторник", "сред[ауые]", "четверг", "пятниц", "суббот", "воскресень"),
}
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DIGIT = re.compile(r"\d")
_LEAP_YEAR = 2024
"""Stands for a year that is not written: the 29th of February may be meant."""
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d|\.\d)")
_BETWEEN = r"(?:\s*[,(]\s*|\s+)(?:күні,?\s+|во?\s+)?"
_MONTHS = 12


def check(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for every day that no calendar has, and for every day with another's weekday."""
    if passage.language not in _WEEKDAYS or not _DIGIT.search(passage.text):
        return
    for match, day, month, year in _days(passage.text, passage.language):
        if not (1 <= month <= _MONTHS and 1 <= day <= monthrange(year or _LEAP_YEAR, month)[1]):
            yield _impossible(passage, match.start(), match[0], Phrase("no-such-day"))
        elif year:
            yield from _wrong_weekday(passage, match, date(year, month, day).weekday())


def _days(text: str, language: str) -> Iterator[tuple[re.Match[str], int, int, int | None]]:
    """Yield every day of a text: what matched, day, month, and the year where it is written."""
    for match in _NUMERIC.finditer(text):
        yield match, int(match[1]), int(match[2]), int(match[3])
    months = month_names(language)
    for match in _in_words(language).finditer(text):
        year = match["year"]
        yield match, int(match["day"]), months.index(match["month"].casefold()) + 1, int(year) if year else None


def _wrong_weekday(passage: Passage, match: re.Match[str], weekday: int) -> Iterator[Problem]:
    before, after = _weekday_beside(passage.language)
    found = after.match(passage.text, match.end()) or before.search(
        passage.text, max(0, match.start() - 30), match.start()
    )
    if found and found.lastindex and found.lastindex - 1 != weekday:
        start, end = min(found.start(found.lastindex), match.start()), max(found.end(), match.end())
        yield _impossible(passage, start, passage.text[start:end].strip(" (,"), Phrase(f"weekday-{_NAMES[weekday]}"))


def _impossible(passage: Passage, offset: int, found: str, detail: Phrase) -> Problem:
    return Problem(passage.path, *passage.place(offset), "impossible-day", {"found": found, "detail": detail})


@cache
def _in_words(language: str) -> re.Pattern[str]:
    months = "|".join(month_names(language))
    if language == "kk":
        form = rf"(?:\b(?P<year>(?:19|20)\d\d)\s*(?:жылғы|жылы|ж\.)\s+)?(?<![\d–—-])(?P<day>\d{{1,2}})\s+(?P<month>{months})\w*"
    else:
        form = rf"(?<![\d–—-])\b(?P<day>\d{{1,2}})\s+(?P<month>{months})\b(?:\s+(?P<year>(?:19|20)\d\d)(?:\s*(?:года|г\.))?)?"
    return re.compile(form, re.IGNORECASE)


@cache
def _weekday_beside(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what matches a weekday right before a day and right after it; the number of the group is that of the weekday."""
    names = "|".join(rf"({name})\w*" for name in _WEEKDAYS[language])
    return (
        re.compile(rf"\b(?:{names})(?:\s+күні)?\s*,?\s+$", re.IGNORECASE),
        re.compile(rf"{_BETWEEN}(?:{names})", re.IGNORECASE),
    )
