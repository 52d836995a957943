"""How old figures are, by their sources."""

from datetime import date

import pytest

from plugins.model.ages import Age, Dated, dated
from plugins.model.fields import CheckedIn, Source, Words

TODAY = date(2026, 11, 22)
COPY, LIVE = CheckedIn.COPY, CheckedIn.LIVE


def source(published: date | int | None, checked: date = TODAY, checked_in: CheckedIn = COPY) -> Source:
    return Source(title=Words(kk="Ә", ru="Ё"), published=published, checked=checked, checked_in=checked_in)


CASES: dict[str, tuple[list[Source], Dated]] = {
    "published today": ([source(TODAY)], Dated(TODAY, Age.FRESH, 0)),
    "a year ago": ([source(date(2025, 11, 22))], Dated(date(2025, 11, 22), Age.FRESH, 365)),
    "a year and a day ago": ([source(date(2025, 11, 21))], Dated(date(2025, 11, 21), Age.OLD, 366)),
    "two years ago": ([source(date(2024, 11, 22))], Dated(date(2024, 11, 22), Age.OLD, 730)),
    "two years and a day ago": ([source(date(2024, 11, 21))], Dated(date(2024, 11, 21), Age.EXPIRED, 731)),
    "only the year is known": ([source(2026)], Dated(date(2026, 1, 1), Age.FRESH, 325)),
    "a live page read today": ([source(date(2020, 1, 1), TODAY, LIVE)], Dated(TODAY, Age.FRESH, 0)),
    "a live page without a date": ([source(None, TODAY, LIVE)], Dated(TODAY, Age.FRESH, 0)),
    "a live page read long ago": ([source(None, date(2025, 1, 1), LIVE)], Dated(date(2025, 1, 1), Age.OLD, 690)),
    "an undated copy": ([source(None)], Dated(None, Age.UNDATED, 0)),
    "an undated copy read over a year ago": ([source(None, date(2025, 1, 1))], Dated(None, Age.UNDATED, 690)),
    "an undated copy read over two years ago": ([source(None, date(2024, 1, 1))], Dated(None, Age.EXPIRED, 1056)),
    "the newest of several counts": (
        [source(date(2020, 1, 1)), source(date(2026, 11, 1)), source(2019)], Dated(date(2026, 11, 1), Age.FRESH, 21),
    ),
    "an undated one among dated ones": ([source(date(2024, 4, 30)), source(None)], Dated(None, Age.UNDATED, 0)),
    "a live one among undated ones": ([source(None), source(None, TODAY, LIVE)], Dated(TODAY, Age.FRESH, 0)),
    "no source": ([], Dated(None, Age.UNDATED, 0)),
}  # fmt: skip


@pytest.mark.parametrize(("sources", "expected"), CASES.values(), ids=CASES)
def test_figures_are_as_old_as_their_newest_source(sources: list[Source], expected: Dated) -> None:
    assert dated(sources, TODAY) == expected
