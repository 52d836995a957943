"""Sums of the queue: one figure changed at a time, in the first, a middle and the last month."""

from pathlib import Path

import pytest

from plugins.checks.rules import figures_do_not_add_up
from tests.plugins.checks.checked import reported_by
from tests.plugins.checks.marked_months import Edits, edited_and_found, months
from tests.queue_months import FACTS, RULE, queue_page

RULE_OF_FIGURES = figures_do_not_add_up.check


def sums(figure: str, found: int, expected: int) -> dict[str, str]:
    return {"figure": f"@{figure}", "found": str(found), "expected": str(expected)}


SUMS: dict[str, tuple[Edits, list[dict[str, str]]]] = {
    "as they are": ([], []),
    "waiting, second month": (
        [("[8, 1], waiting: 11", "[8, 1], waiting: ‹›12"), ("[], waiting: ", "[], waiting: ‹›")],
        [sums("waiting", 12, 11), sums("waiting", 11, 12)]),
    "waiting, last month": ([("[0], waiting: 11", "[0], waiting: ‹›1")], [sums("waiting", 1, 11)]),
    "waiting, first month: the second does not follow": (
        [("waiting: 12", "waiting: 21"), ("[8, 1], waiting: ", "[8, 1], waiting: ‹›")], [sums("waiting", 11, 20)]),
    "joined": ([("joined: 0", "joined: 5"), ("[], waiting: ", "[], waiting: ‹›")], [sums("waiting", 11, 16)]),
    "left": (
        [("left: 1", "left: 0"), ("[8, 1], waiting: ", "[8, 1], waiting: ‹›")], [sums("waiting", 11, 12)]),
    "received": (
        [("received: 0, waited_months: [], waiting: ", "received: 1, waited_months: ‹›[], waiting: ‹›")],
        [sums("waiting-times", 0, 1), sums("waiting", 11, 10)]),
    "a waiting time too few": ([("[8, 1]", "‹›[8]")], [sums("waiting-times", 1, 2)]),
    "a waiting time too many": ([("[9]", "‹›[9, 9]")], [sums("waiting-times", 2, 1)]),
    "payments": ([("payments: 800", "payments: 801"), ("held: 900", "held: ‹›900")], [sums("held", 900, 901)]),
    "a tenge of the shares": (
        [("joining: 0", "joining: 1"), ("held: 1100", "held: ‹›1100")], [sums("held", 1100, 1101)]),
    "purchases": (
        [("purchases: 1500", "purchases: 1400"), ("held: 200", "held: ‹›200")], [sums("held", 200, 300)]),
    "returned": ([("returned: 100", "returned: 0"), ("held: 200", "held: ‹›200")], [sums("held", 200, 300)]),
    "held, first month: the second does not follow": (
        [("held: 500", "held: 1500"), ("held: 200", "held: ‹›200")], [sums("held", 200, 1200)]),
    "held, below zero where it is not": ([("held: 900", "held: ‹›-900")], [sums("held", -900, 900)]),
    "a wait that cannot be, which another rule reports": ([("[0]", "[1]")], []),
}  # fmt: skip


@pytest.mark.parametrize(("edits", "values"), SUMS.values(), ids=SUMS)
def test_a_figure_that_contradicts_another_is_reported(
    content: Path, edits: Edits, values: list[dict[str, str]]
) -> None:
    found, places = edited_and_found(RULE_OF_FIGURES, content, edits)
    assert [(line, column) for _, line, column, *_ in found] == places
    assert [(rule, reported) for *_, rule, reported in found] == [("figures-do-not-add-up", one) for one in values]


@pytest.mark.parametrize("facts", [RULE, FACTS], ids=["a rule only", "good"])
def test_a_page_without_figures_and_good_figures_are_fine(content: Path, facts: str) -> None:
    queue_page(facts)(content)
    assert reported_by(RULE_OF_FIGURES, content) == []


def test_over_a_gap_nothing_is_added_up(content: Path) -> None:
    queue_page(months(0, 3))(content)
    assert reported_by(RULE_OF_FIGURES, content) == []
