"""Answers and calculators that do not say where to read on."""

from pathlib import Path

import pytest

from plugins.checks.rules import missing_next_step
from tests.plugins.checks.checked import reported_by
from tests.plugins.model.edits import Reported, replaced

STEPS = "next: [/news/, /laws/, /faq/]\n"
ANSWERS = ("faq/how-to-join", "lawyer/who-admits")


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize(
    ("steps", "found"),
    [("next: [/news/, /laws/]\n", "2"), ("next: [/news/, /news/, /laws/]\n", "2"), ("next: []\n", "0")],
)
def test_fewer_than_three_pages_are_reported_at_the_key(content: Path, answer: str, steps: str, found: str) -> None:
    replaced(f"{answer}/facts.yaml", STEPS, steps)(content)
    ((file, line, column, rule, values),) = reported_by(missing_next_step.check, content)
    assert (file, column, rule) == (f"{answer}/facts.yaml", 1, "missing-next-step")
    assert (content / file).read_text(encoding="utf-8").splitlines()[line - 1].startswith("next:")
    assert values == {"found": found, "wanted": "3"}


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_without_the_key_is_reported_at_its_beginning(content: Path, answer: str) -> None:
    replaced(f"{answer}/facts.yaml", STEPS, "")(content)
    expected: list[Reported] = [(f"{answer}/facts.yaml", 1, 1, "missing-next-step", {"found": "0", "wanted": "3"})]
    assert reported_by(missing_next_step.check, content) == expected


def test_three_pages_are_enough_and_other_sections_need_none(content: Path) -> None:
    assert reported_by(missing_next_step.check, content) == []
