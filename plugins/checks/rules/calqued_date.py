"""A date stands in the order of its language.

Kazakh puts the year first. Not a calque: «15 наурызда 2000 адам жиналды», «в конце 2015 года, 31 декабря». A date in the order of the other language is the surest sign of a hasty translation.
Source: CLDR date formats for kk and ru.
"""

import re
from collections.abc import Iterator

from plugins.checks.passages import Passage
from plugins.diagnostics import Problem

_KK_MONTHS = "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
_RU_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_CALQUES = {
    "kk": (
        re.compile(
            rf"(?<!жылғы\s)(?<!жылы\s)\b\d{{1,2}}\s+(?:{_KK_MONTHS})\w*,?\s+\d{{4}}"
            r"(?=[\s-]+ж(?:ыл|\.)|\s*(?:[^\w\s₸%-]|$))",
            re.IGNORECASE,
        ),
        "2001 жылғы 8 мамыр",
    ),
    "ru": (
        re.compile(
            rf"(?<!\bс\s)\b\d{{4}}\s*(?:года|год|г\.)\s+\d{{1,2}}\s+(?:{_RU_MONTHS})\b",
            re.IGNORECASE,
        ),
        "8 мая 2001 года",
    ),
}


def check(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for every date in the order of the other language."""
    pattern, better = _CALQUES.get(passage.language, (None, ""))
    for match in pattern.finditer(passage.text) if pattern else ():
        line, column = passage.place(match.start())
        yield Problem(passage.path, line, column, "calqued-date", {"found": match.group(0), "better": better})
