"""A rate above the ceiling of its day."""

from pathlib import Path

import pytest

from plugins.checks.rules import ceiling_exceeded
from tests.plugins.checks.checked import reported_by
from tests.plugins.checks.written_loan import HEAD, LOAN, loan, source
from tests.plugins.model.edits import Edit, Reported
from tests.small_site import TODAY


def above(line: int, column: int, rate: str, day: str = "2026-03-01") -> list[Reported]:
    return [(LOAN, line, column, "ceiling-exceeded", {"rate": rate, "ceiling": "25 %", "day": day})]


CEILINGS: dict[str, tuple[Edit, list[Reported]]] = {  # the small site: 25 % for homes from 5 January 2026
    "at the ceiling": (loan("effective: {from: 0.25}"), []),
    "above it": (loan("effective: {from: 0.2501}"), above(4, 19, "25.01 %")),
    "the upper end above it": (loan("effective: {from: 0.2, to: 0.26}"), above(4, 28, "26 %")),
    "counted from the nominal rate": (loan("nominal: {rate: 0.24}"), above(4, 10, "26.83 %")),
    "a nominal range that ends above it": (loan("nominal: {from: 0.1, to: 0.24}"), above(4, 10, "26.83 %")),
    "a nominal rate that stays below": (loan("nominal: {rate: 0.2}"), []),
    "before the first day of a ceiling": (loan("effective: {from: 0.3}", source("2026-01-04")), []),
    "on its first day": (loan("effective: {from: 0.3}", source("2026-01-05")), above(4, 19, "30 %", "2026-01-05")),
    "an undated copy counts today": (loan("effective: {from: 0.3}", source()), above(4, 19, "30 %", TODAY.isoformat())),
    "another kind has no ceiling here": (
        loan("effective: {from: 0.3}", head=HEAD.replace("home", "car")), [],
    ),
    "no rate": (loan("down_payment: {from: 0.2}"), []),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), CEILINGS.values(), ids=CEILINGS)
def test_a_rate_above_the_ceiling_of_its_day_is_reported(content: Path, edit: Edit, expected: list[Reported]) -> None:
    edit(content)
    assert reported_by(ceiling_exceeded.check, content) == expected
