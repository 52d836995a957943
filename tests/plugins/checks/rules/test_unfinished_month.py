"""The figures of a month are drawn up once the month is over."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.checks.rules import unfinished_month
from tests.plugins.checks.checked import assert_has_words, checked_site, reported_by
from tests.plugins.checks.marked_months import LAST_LINE
from tests.plugins.model.edits import replaced, reported
from tests.queue_months import FILE, RULE, queue_page

TODAY = date(2026, 11, 22)

# drawn up on, today, the day the figures tell of where the month was not over
DAYS = {
    "after the last month": ("2026-11-05", TODAY, []),
    "on its last day": ("2026-10-31", TODAY, []),
    "a day before it ended": ("2026-10-30", TODAY, ["2026-10-30"]),
    "in the future, and the month is not over": ("2026-11-05", date(2026, 10, 30), ["2026-10-30"]),
    "long ago, which another rule reports": ("2026-11-05", date(2029, 6, 1), []),
}


@pytest.mark.parametrize(("as_of", "today", "days"), DAYS.values(), ids=DAYS)
def test_figures_of_a_month_that_is_not_over_are_reported(
    content: Path, as_of: str, today: date, days: list[str]
) -> None:
    queue_page()(content)
    replaced(FILE, "as_of: 2026-11-05", f"as_of: {as_of}")(content)
    problems = list(unfinished_month.check(replace(checked_site(content), today=today)))
    assert_has_words(problems)
    assert reported(problems) == [
        (FILE, LAST_LINE, 13, "unfinished-month", {"month": "2026-10", "day": day}) for day in days
    ]


def test_a_page_without_figures_is_fine(content: Path) -> None:
    queue_page(RULE)(content)
    assert reported_by(unfinished_month.check, content) == []
