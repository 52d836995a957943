"""Waits that began in a month in which nobody joined, or before the founding."""

from pathlib import Path

import pytest

from plugins.checks.rules import impossible_waiting_time
from tests.plugins.checks.checked import reported_by
from tests.plugins.checks.marked_months import Edits, edited_and_found
from tests.queue_months import FACTS, RULE, queue_page

RULE_OF_FIGURES = impossible_waiting_time.check


def wait(waited: int, month: str) -> dict[str, str]:
    return {"waited": str(waited), "month": month}


WAITS: dict[str, tuple[Edits, list[dict[str, str]]]] = {
    "a wait from a month in which nobody joined": ([("[0]", "[‹›1]")], [wait(1, "2026-09")]),
    "a wait from a month in which somebody joined": ([("[8, 1]", "[8, 0]")], []),
    "two waits from a month in which one joined": (
        [("received: 1, waited_months: [0], waiting: 11", "received: 2, waited_months: [0, ‹›0], waiting: 10")],
        [wait(0, "2026-10")]),
    "a wait from before the founding": ([("[9]", "[‹›99]")], [wait(99, "2018-04")]),
    "a wait since the month of the founding": ([("[9]", "[98]")], []),
    "a sum that is wrong, which another rule reports": ([("held: 900", "held: -900")], []),
}  # fmt: skip


@pytest.mark.parametrize(("edits", "values"), WAITS.values(), ids=WAITS)
def test_a_wait_that_cannot_be_is_reported(content: Path, edits: Edits, values: list[dict[str, str]]) -> None:
    found, places = edited_and_found(RULE_OF_FIGURES, content, edits)
    assert [(line, column) for _, line, column, *_ in found] == places
    assert [(rule, reported) for *_, rule, reported in found] == [("impossible-waiting-time", one) for one in values]


@pytest.mark.parametrize("facts", [RULE, FACTS], ids=["a rule only", "good"])
def test_a_page_without_figures_and_good_figures_are_fine(content: Path, facts: str) -> None:
    queue_page(facts)(content)
    assert reported_by(RULE_OF_FIGURES, content) == []
