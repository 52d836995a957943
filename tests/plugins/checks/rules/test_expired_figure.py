"""Figures of a loan that are older than two years."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from plugins.checks.rules import expired_figure
from tests.plugins.checks.checked import reported_by
from tests.plugins.checks.written_loan import LOAN, RATE, loan, source
from tests.plugins.model.edits import Edit, Reported
from tests.small_site import TODAY


def ago(days: int) -> str:
    return (TODAY - timedelta(days)).isoformat()


def expired(days: int) -> list[Reported]:
    return [(LOAN, 5, 1, "expired-figure", {"days": str(days), "most": "730"})]


AGES: dict[str, tuple[Edit, list[Reported]]] = {
    "two years": (loan(RATE, source(ago(730))), []),
    "two years and a day": (loan(RATE, source(ago(731))), expired(731)),
    "only the year is known": (loan(RATE, source("2024")), expired((TODAY - date(2024, 1, 1)).days)),
    "old, but read on the live page": (loan(RATE, source("2020-01-01", checked_in="live")), []),
    "read on the live page too long ago": (loan(RATE, source("2020-01-01", ago(731), "live")), expired(731)),
    "a copy without a date, read lately": (loan(RATE, source()), []),
    "a copy without a date, read long ago": (loan(RATE, source(checked=ago(1056))), expired(1056)),
    "one of two sources is new": (
        loan(RATE, source("2020-01-01") + "  - {title: {kk: Ә, ru: Ё}, published: 2026-01-01, checked: 2026-01-02, checked_in: copy}\n"), [],
    ),
    "no source: another rule tells it": (loan(RATE, ""), []),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), AGES.values(), ids=AGES)
def test_figures_older_than_two_years_are_reported(content: Path, edit: Edit, expected: list[Reported]) -> None:
    edit(content)
    assert reported_by(expired_figure.check, content) == expected
