"""The newest month of the queue ended at most a hundred days ago."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.checks.rules import outdated_figures
from tests.plugins.checks.checked import assert_has_words, checked_site, reported_by
from tests.plugins.checks.marked_months import LAST_LINE
from tests.plugins.model.edits import reported
from tests.queue_months import FILE, RULE, queue_page

# today, days since the last month where they are too many
DAYS = {
    "soon after the month": (date(2026, 11, 22), []),
    "a hundred days later": (date(2027, 2, 8), []),
    "a day more": (date(2027, 2, 9), ["101"]),
    "years later": (date(2029, 6, 1), ["944"]),
    "before the month is over, which another rule reports": (date(2026, 10, 30), []),
}


@pytest.mark.parametrize(("today", "days"), DAYS.values(), ids=DAYS)
def test_figures_without_a_newer_month_are_reported(content: Path, today: date, days: list[str]) -> None:
    queue_page()(content)
    problems = list(outdated_figures.check(replace(checked_site(content), today=today)))
    assert_has_words(problems)
    assert reported(problems) == [
        (FILE, LAST_LINE, 13, "outdated-figures", {"month": "2026-10", "days": late, "most": "100"}) for late in days
    ]


def test_a_page_without_figures_is_fine(content: Path) -> None:
    queue_page(RULE)(content)
    assert reported_by(outdated_figures.check, content) == []
