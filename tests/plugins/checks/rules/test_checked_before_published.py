"""Sources checked before they were published."""

from pathlib import Path

import pytest

from plugins.checks.rules import checked_before_published
from tests.plugins.checks.checked import reported_by
from tests.plugins.checks.right_days import NEWS, RIGHT
from tests.plugins.model.edits import Edit, Reported, replaced

LOAN = "loans/mortgage/facts.yaml"


def too_early(file: str, line: int, column: int, published: str, checked: str) -> list[Reported]:
    return [(file, line, column, "checked-before-published", {"published": published, "checked": checked})]


FAULTS: dict[str, tuple[Edit, list[Reported]]] = {
    "published after it was checked": (
        replaced(NEWS, "published: 2025-11-28\n    checked: 2026-11-22", "published: 2026-05-01\n    checked: 2026-03-01"),
        too_early(NEWS, 5, 16, "2026-05-01", "2026-03-01"),
    ),
    "published a day after": (
        replaced(LOAN, "published: 2025-11-28\n    checked: 2026-11-22", "published: 2026-11-22\n    checked: 2026-11-21"),
        too_early(LOAN, 11, 16, "2026-11-22", "2026-11-21"),
    ),
    "published in a later year": (
        replaced(NEWS, "published: 2025-11-28\n    checked: 2026-11-22", "published: 2026\n    checked: 2025-03-01"),
        too_early(NEWS, 5, 16, "2026", "2025-03-01"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), FAULTS.values(), ids=FAULTS)
def test_a_day_that_cannot_be_is_reported_at_its_place(content: Path, edit: Edit, expected: list[Reported]) -> None:
    edit(content)
    assert reported_by(checked_before_published.check, content) == expected


@pytest.mark.parametrize("edit", RIGHT.values(), ids=RIGHT)
def test_days_that_can_be_are_not_reported(content: Path, edit: Edit) -> None:
    edit(content)
    assert reported_by(checked_before_published.check, content) == []
