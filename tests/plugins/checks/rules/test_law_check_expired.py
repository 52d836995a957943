"""An act is to be compared with the official page within a year."""

from datetime import date
from pathlib import Path

import pytest

from plugins.checks.page_index import Overview
from plugins.checks.rules import law_check_expired
from tests.plugins.checks.checked import assert_has_words, checked_site
from tests.plugins.model.edits import reported
from tests.small_site import write

LAST_DAY = date(2027, 11, 22)
"""A year after the day on which all acts of the small site were checked."""


def lines_found(content: Path, day: date) -> list[int]:
    problems = list(law_check_expired.check(Overview(checked_site(content).content, (), day)))
    assert_has_words(problems)
    assert {(file, column, rule) for file, _, column, rule, _ in reported(problems)} <= {
        ("acts.yaml", 12, "law-check-expired")
    }
    return [problem.line for problem in problems]


def lines_of_days(content: Path) -> list[int]:
    lines = (content / "acts.yaml").read_text(encoding="utf-8").split("\n")
    return [number for number, line in enumerate(lines, start=1) if line.startswith("  checked:")]


def test_every_act_is_reported_from_the_day_after_a_year(content: Path) -> None:
    assert lines_found(content, LAST_DAY) == []
    assert lines_found(content, date(2027, 11, 23)) == lines_of_days(content)


@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_one_act_that_was_checked_too_long_ago_is_reported_alone(content: Path, place: str) -> None:
    lines = lines_of_days(content)
    line = {"first": lines[0], "middle": lines[len(lines) // 2], "last": lines[-1]}[place]
    text = (content / "acts.yaml").read_text(encoding="utf-8").split("\n")
    text[line - 1] = "  checked: 2025-11-21"
    write(content / "acts.yaml", "\n".join(text))
    assert lines_found(content, date(2026, 11, 22)) == [line]
