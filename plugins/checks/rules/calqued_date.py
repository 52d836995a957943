"""A date is in the order of its language.

Kazakh puts the year first. Not a calque: «15 наурызда 2000 адам жиналды», «в конце 2015 года, 31 декабря». A date in the order of the other language is the surest sign of a hasty translation.
Source: CLDR date formats for kk and ru.
"""

import re
from collections.abc import Iterator
from functools import cache

from plugins.checks.passages import Passage
from plugins.diagnostics import Problem
from plugins.language.dates import month_names

_DIGIT = re.compile(r"\d")
_BETTER = {"kk": "2001 жылғы 8 мамыр", "ru": "8 мая 2001 года"}


def check(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for every date in the order of the other language."""
    if passage.language not in _BETTER or not _DIGIT.search(passage.text):
        return
    for match in _calque(passage.language).finditer(passage.text):
        line, column = passage.place(match.start())
        values = {"found": match.group(0), "better": _BETTER[passage.language]}
        yield Problem(passage.path, line, column, "calqued-date", values)


@cache
def _calque(language: str) -> re.Pattern[str]:
    months = "|".join(month_names(language))
    forms = {
        "kk": rf"(?<!жылғы\s)(?<!жылы\s)\b\d{{1,2}}\s+(?:{months})\w*,?\s+\d{{4}}"
        r"(?=[\s-]+ж(?:ыл|\.)|\s*(?:[^\w\s₸%-]|$))",
        "ru": rf"(?<!\bс\s)\b\d{{4}}\s*(?:года|год|г\.)\s+\d{{1,2}}\s+(?:{months})\b",
    }
    return re.compile(forms[language], re.IGNORECASE)
