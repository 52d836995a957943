"""Both languages tell the same figures, dates and sums.

A reader of one language must not be told another sum than a reader of the other. Numbers are compared as values:
grouping, decimal signs and endings (5-бап, 5-й) do not matter; names of months count as part of the date.
"""

import re
from collections.abc import Iterator
from functools import cache

from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.language.dates import month_names
from plugins.markdown import Document

_ADDRESS = re.compile(r"https?://\S+")
_GROUPING = str.maketrans({" ": None, "\u00a0": None, "\u202f": None, ",": "."})
_NUMBER = re.compile(r"(?:(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?")
_LEADING_NOUGHTS = re.compile(r"^0+(?=\d)")


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for every figure of one language that the other does not have."""
    for bodies in site.pairs():
        kk, ru = site.markdown(bodies["kk"]), site.markdown(bodies["ru"])
        in_kk, in_ru = figures_of(kk.document, "kk"), figures_of(ru.document, "ru")
        for markdown, figures, other, other_figures in ((kk, in_kk, ru, in_ru), (ru, in_ru, kk, in_kk)):
            for value, offset in figures.items():
                if value not in other_figures:
                    values = {"figure": value, "other": other.path.rpartition("/")[2]}
                    yield markdown.problem("different-numbers", offset, **values)


def figures_of(document: Document, language: str) -> dict[str, int]:
    """Return the figures of a text as values, each with the place it first stands at; a date is `day.month`."""
    prose = _ADDRESS.sub(lambda match: " " * len(match.group(0)), document.prose)
    months = month_names(language)
    found: dict[str, int] = {}
    for match in _date_form(language).finditer(prose):
        month = months.index(match.group(2).casefold()) + 1
        found.setdefault(f"{int(match.group(1))}.{month:02}", match.start())
    for match in _NUMBER.finditer(prose):
        value = match.group(0).translate(_GROUPING)
        found.setdefault(_LEADING_NOUGHTS.sub("", value), match.start())
    return found


@cache
def _date_form(language: str) -> re.Pattern[str]:
    """Return what matches a day and the beginning of a month: Kazakh joins endings to its name."""
    return re.compile(rf"\b(\d{{1,2}})[ \u00a0]({'|'.join(month_names(language))})", re.IGNORECASE)
