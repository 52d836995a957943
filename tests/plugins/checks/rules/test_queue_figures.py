"""The monthly figures of the queue: one figure changed at a time, in the first, a middle and the last month."""

import re
from collections.abc import Iterator
from dataclasses import replace as changed
from datetime import date
from pathlib import Path

import pytest

from plugins.checks.rules import (
    figures_do_not_add_up,
    impossible_waiting_time,
    missing_month,
    month_out_of_order,
    outdated_figures,
    unfinished_month,
)
from tests.plugins.checks.checked import assert_has_words, checked_site, together, told_by
from tests.plugins.model.edits import Told, replaced, told
from tests.queue_months import FACTS, FILE, HEAD, MONTHS, RULE, queue_page

IN_ORDER = together(missing_month.check, month_out_of_order.check)

LAST = FACTS[: FACTS.index("2026-10,")].count("\n") + 1
"""Line of the last month."""

RULES = (
    IN_ORDER,
    figures_do_not_add_up.check,
    impossible_waiting_time.check,
    unfinished_month.check,
    outdated_figures.check,
)


BAD, NEVER = "‹figures-do-not-add-up›", "‹impossible-waiting-time›"
"""Marks where a fault must be told: right before the figure."""

MARK = re.compile("‹([a-z-]+)›")


def sums(figure: str, found: int, expected: int) -> dict[str, str]:
    return {"figure": f"@{figure}", "found": str(found), "expected": str(expected)}


def wait(waited: int, month: str) -> dict[str, str]:
    return {"waited": str(waited), "month": month}


SUMS: dict[str, tuple[list[tuple[str, str]], list[dict[str, str]]]] = {
    "as they are": ([], []),
    "waiting, second month": (
        [("[8, 1], waiting: 11", f"[8, 1], waiting: {BAD}12"), ("[], waiting: ", f"[], waiting: {BAD}")],
        [sums("waiting", 12, 11), sums("waiting", 11, 12)]),
    "waiting, last month": ([("[0], waiting: 11", f"[0], waiting: {BAD}1")], [sums("waiting", 1, 11)]),
    "waiting, first month: the second does not follow": (
        [("waiting: 12", "waiting: 21"), ("[8, 1], waiting: ", f"[8, 1], waiting: {BAD}")], [sums("waiting", 11, 20)]),
    "joined": ([("joined: 0", "joined: 5"), ("[], waiting: ", f"[], waiting: {BAD}")], [sums("waiting", 11, 16)]),
    "left": (
        [("left: 1", "left: 0"), ("[8, 1], waiting: ", f"[8, 1], waiting: {BAD}")], [sums("waiting", 11, 12)]),
    "received": (
        [("received: 0, waited_months: [], waiting: ", f"received: 1, waited_months: {BAD}[], waiting: {BAD}")],
        [sums("waiting-times", 0, 1), sums("waiting", 11, 10)]),
    "a waiting time too few": ([("[8, 1]", f"{BAD}[8]")], [sums("waiting-times", 1, 2)]),
    "a waiting time too many": ([("[9]", f"{BAD}[9, 9]")], [sums("waiting-times", 2, 1)]),
    "payments": ([("payments: 800", "payments: 801"), ("held: 900", f"held: {BAD}900")], [sums("held", 900, 901)]),
    "a tenge of the shares": (
        [("joining: 0", "joining: 1"), ("held: 1100", f"held: {BAD}1100")], [sums("held", 1100, 1101)]),
    "purchases": (
        [("purchases: 1500", "purchases: 1400"), ("held: 200", f"held: {BAD}200")], [sums("held", 200, 300)]),
    "returned": ([("returned: 100", "returned: 0"), ("held: 200", f"held: {BAD}200")], [sums("held", 200, 300)]),
    "held, first month: the second does not follow": (
        [("held: 500", "held: 1500"), ("held: 200", f"held: {BAD}200")], [sums("held", 200, 1200)]),
    "held, below zero where it is not": ([("held: 900", f"held: {BAD}-900")], [sums("held", -900, 900)]),
    "a wait from a month in which nobody joined": ([("[0]", f"[{NEVER}1]")], [wait(1, "2026-09")]),
    "a wait from a month in which somebody joined": ([("[8, 1]", "[8, 0]")], []),
    "two waits from a month in which one joined": (
        [("received: 1, waited_months: [0], waiting: 11", f"received: 2, waited_months: [0, {NEVER}0], waiting: 10")],
        [wait(0, "2026-10")]),
    "a wait from before the founding": ([("[9]", f"[{NEVER}99]")], [wait(99, "2018-04")]),
    "a wait since the month of the founding": ([("[9]", "[98]")], []),
}  # fmt: skip


@pytest.mark.parametrize(("edits", "values"), SUMS.values(), ids=SUMS)
def test_a_figure_that_contradicts_another_is_told(
    content: Path, edits: list[tuple[str, str]], values: list[dict[str, str]]
) -> None:
    marked = FACTS
    for old, new in edits:
        assert marked.count(old) == 1, old
        marked = marked.replace(old, new)
    queue_page(MARK.sub("", marked))(content)
    places = [place for number, text in enumerate(marked.split("\n"), start=1) for place in marks_of(text, number)]
    expected = [(FILE, line, column, rule, one) for (line, column, rule), one in zip(places, values, strict=True)]
    assert (
        sorted(
            [*told_by(figures_do_not_add_up.check, content), *told_by(impossible_waiting_time.check, content)],
            key=place_of,
        )
        == expected
    )
    assert told_by(IN_ORDER, content) == []


def place_of(problem: Told) -> tuple[int, int]:
    return problem[1], problem[2]


def marks_of(text: str, line: int) -> Iterator[tuple[int, int, str]]:
    removed = 0
    for mark in MARK.finditer(text):
        yield line, mark.start() - removed + 1, mark.group(1)
        removed += len(mark.group(0))


def months(*rows: int) -> str:
    return RULE + HEAD + "".join(MONTHS[row] for row in rows)


ORDER: dict[str, tuple[str, list[tuple[int, str, str, str]]]] = {
    "as they are": (months(0, 1, 2, 3), []),
    "one month only": (months(2), []),
    "the second is missing": (months(0, 2, 3), [(10, "missing-month", "2026-09", "2026-08")]),
    "two are missing": (months(0, 3), [(10, "missing-month", "2026-10", "2026-08")]),
    "two in a wrong order": (months(0, 2, 1, 3), [
        (10, "missing-month", "2026-09", "2026-08"), (12, "month-out-of-order", "2026-08", "2026-10"),
        (14, "missing-month", "2026-10", "2026-09"),
    ]),
    "newest first": (months(1, 0), [(10, "month-out-of-order", "2026-07", "2026-09")]),
    "twice": (months(0, 1, 1), [(12, "month-out-of-order", "2026-08", "2026-09")]),
    "over the new year": (
        months(0).replace("2026-07", "2025-12") + MONTHS[1].replace("2026-08", "2026-01"), []),
    "a year too far": (months(0) + MONTHS[1].replace("2026-08", "2027-08"), [
        (10, "missing-month", "2027-08", "2026-08")]),
}  # fmt: skip


@pytest.mark.parametrize(("facts", "expected"), ORDER.values(), ids=ORDER)
def test_a_month_that_does_not_follow_the_one_above_is_told(
    content: Path, facts: str, expected: list[tuple[int, str, str, str]]
) -> None:
    queue_page(facts)(content)
    assert told_by(IN_ORDER, content) == [
        (FILE, line, 13, rule, {"found": found, "expected": wanted}) for line, rule, found, wanted in expected
    ]


def test_over_a_gap_nothing_is_added_up(content: Path) -> None:
    queue_page(months(0, 3))(content)
    assert told_by(figures_do_not_add_up.check, content) == []


DATES: dict[str, tuple[str, date, list[tuple[str, dict[str, str]]]]] = {
    "drawn up after the last month": ("2026-11-05", date(2026, 11, 22), []),
    "drawn up on its last day": ("2026-10-31", date(2026, 11, 22), []),
    "drawn up a day before it ended": (
        "2026-10-30", date(2026, 11, 22), [("unfinished-month", {"month": "2026-10", "day": "2026-10-30"})]),
    "drawn up in the future, and the month is not over": (
        "2026-11-05", date(2026, 10, 30), [("unfinished-month", {"month": "2026-10", "day": "2026-10-30"})]),
    "a hundred days after the last month": ("2026-11-05", date(2027, 2, 8), []),
    "a day more": (
        "2026-11-05", date(2027, 2, 9), [("outdated-figures", {"month": "2026-10", "days": "101", "most": "100"})]),
}  # fmt: skip


@pytest.mark.parametrize(("as_of", "today", "expected"), DATES.values(), ids=DATES)
def test_figures_tell_of_months_that_are_over_and_not_long_ago(
    content: Path, as_of: str, today: date, expected: list[tuple[str, dict[str, str]]]
) -> None:
    queue_page()(content)
    replaced(FILE, "as_of: 2026-11-05", f"as_of: {as_of}")(content)
    site = changed(checked_site(content), today=today)
    problems = [*unfinished_month.check(site), *outdated_figures.check(site)]
    assert_has_words(problems)
    assert told(problems) == [(FILE, LAST, 13, rule, values) for rule, values in expected]


@pytest.mark.parametrize("rule", RULES, ids=["order", "sums", "waits", "unfinished", "outdated"])
@pytest.mark.parametrize("facts", [RULE, FACTS], ids=["a rule only", "good"])
def test_a_page_without_figures_and_good_figures_are_fine(content: Path, rule, facts: str) -> None:
    queue_page(facts)(content)
    assert told_by(rule, content) == []
