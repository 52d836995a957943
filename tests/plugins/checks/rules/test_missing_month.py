"""A month is left out between two months of the queue."""

from pathlib import Path

import pytest

from plugins.checks.rules import missing_month
from tests.plugins.checks.checked import reported_by
from tests.plugins.checks.marked_months import months
from tests.queue_months import FILE, MONTHS, RULE, queue_page

# line of the month that does not follow, that month, the month that was expected
CASES: dict[str, tuple[str, list[tuple[int, str, str]]]] = {
    "a rule only": (RULE, []),
    "as they are": (months(0, 1, 2, 3), []),
    "one month only": (months(2), []),
    "the second is missing": (months(0, 2, 3), [(10, "2026-09", "2026-08")]),
    "the third is missing": (months(0, 1, 3), [(12, "2026-10", "2026-09")]),
    "two are missing": (months(0, 3), [(10, "2026-10", "2026-08")]),
    "around two in a wrong order": (months(0, 2, 1, 3), [(10, "2026-09", "2026-08"), (14, "2026-10", "2026-09")]),
    "newest first, which another rule reports": (months(1, 0), []),
    "twice, which another rule reports": (months(0, 1, 1), []),
    "over the new year": (months(0).replace("2026-07", "2025-12") + MONTHS[1].replace("2026-08", "2026-01"), []),
    "a year too far": (months(0) + MONTHS[1].replace("2026-08", "2027-08"), [(10, "2027-08", "2026-08")]),
}  # fmt: skip


@pytest.mark.parametrize(("facts", "expected"), CASES.values(), ids=CASES)
def test_a_gap_is_reported_at_the_month_after_it(
    content: Path, facts: str, expected: list[tuple[int, str, str]]
) -> None:
    queue_page(facts)(content)
    assert reported_by(missing_month.check, content) == [
        (FILE, line, 13, "missing-month", {"found": found, "expected": wanted}) for line, found, wanted in expected
    ]
