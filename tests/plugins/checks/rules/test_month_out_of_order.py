"""The months of the queue stand from the oldest to the newest, each once."""

from pathlib import Path

import pytest

from plugins.checks.rules import month_out_of_order
from tests.plugins.checks.checked import reported_by
from tests.plugins.checks.marked_months import months
from tests.queue_months import FILE, MONTHS, RULE, queue_page

# line of the month that does not follow, that month, the month that was expected
CASES: dict[str, tuple[str, list[tuple[int, str, str]]]] = {
    "a rule only": (RULE, []),
    "as they are": (months(0, 1, 2, 3), []),
    "one month only": (months(2), []),
    "first and second": (months(1, 0, 2), [(10, "2026-07", "2026-09")]),
    "two in the middle": (months(0, 2, 1, 3), [(12, "2026-08", "2026-10")]),
    "the last": (months(1, 2, 0), [(12, "2026-07", "2026-10")]),
    "twice": (months(0, 1, 1), [(12, "2026-08", "2026-09")]),
    "a gap, which another rule reports": (months(0, 3), []),
    "over the new year": (months(0).replace("2026-07", "2025-12") + MONTHS[1].replace("2026-08", "2026-01"), []),
}  # fmt: skip


@pytest.mark.parametrize(("facts", "expected"), CASES.values(), ids=CASES)
def test_a_month_before_the_one_above_is_reported(
    content: Path, facts: str, expected: list[tuple[int, str, str]]
) -> None:
    queue_page(facts)(content)
    assert reported_by(month_out_of_order.check, content) == [
        (FILE, line, 13, "month-out-of-order", {"found": found, "expected": wanted}) for line, found, wanted in expected
    ]
