"""Days to come, in facts and in the files that exist once. Today is 22 November 2026."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.checks.rules import future_day
from tests.plugins.checks.checked import assert_has_words, checked_site
from tests.plugins.checks.right_days import NEWS, RIGHT
from tests.plugins.model.edits import Edit, Reported, replaced, reported

ANSWER = "lawyer/who-admits/facts.yaml"
TODAY = date(2026, 11, 22)


def found_in(content: Path) -> list[Reported]:
    problems = sorted(future_day.check(replace(checked_site(content), today=TODAY)))
    assert_has_words(problems)
    return reported(problems)


def to_come(file: str, line: int, column: int, key: str, found: str) -> list[Reported]:
    return [(file, line, column, "future-day", {"key": key, "found": found, "today": "2026-11-22"})]


FAULTS: dict[str, tuple[Edit, list[Reported]]] = {
    "a checked source": (replaced(NEWS, "checked: 2026-11-22", "checked: 2026-11-23"), to_come(NEWS, 6, 14, "checked", "2026-11-23")),
    "the day of news": (replaced(NEWS, "date: 2025-11-28", "date: 2027-01-01"), to_come(NEWS, 1, 7, "date", "2027-01-01")),
    "an answer": (replaced(ANSWER, "2026-11-22", "2026-12-22"), to_come(ANSWER, 2, 11, "answered", "2026-12-22")),
    "a publication": (replaced(NEWS, "published: 2025-11-28", "published: 2027-11-28"), to_come(NEWS, 5, 16, "published", "2027-11-28")),
    "a year of publication": (replaced(NEWS, "published: 2025-11-28", "published: 2027"), to_come(NEWS, 5, 16, "published", "2027")),
    "an act": (
        replaced("acts.yaml", "checked: 2026-11-22\n  checked_in: copy\n  page", "checked: 2027-11-22\n  checked_in: copy\n  page"),
        to_come("acts.yaml", 9, 12, "checked", "2027-11-22"),
    ),
    "the day an act was adopted": (
        replaced("acts.yaml", "adopted: 1999-07-21", "adopted: 2999-07-21"), to_come("acts.yaml", 16, 12, "adopted", "2999-07-21"),
    ),
    "a ceiling that was checked": (
        replaced("rate-ceilings.yaml", "checked: 2026-11-22", "checked: 2027-11-22"),
        to_come("rate-ceilings.yaml", 8, 16, "checked", "2027-11-22"),
    ),
    "a fact of the cooperative": (
        replaced("site.yaml", "as_of: 2026-11-22", "as_of: 2026-11-30"), to_come("site.yaml", 6, 81, "as_of", "2026-11-30"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), FAULTS.values(), ids=FAULTS)
def test_a_day_that_cannot_be_is_reported_at_its_place(content: Path, edit: Edit, expected: list[Reported]) -> None:
    edit(content)
    assert found_in(content) == expected


@pytest.mark.parametrize("edit", RIGHT.values(), ids=RIGHT)
def test_days_that_can_be_are_not_reported(content: Path, edit: Edit) -> None:
    edit(content)
    assert found_in(content) == []
