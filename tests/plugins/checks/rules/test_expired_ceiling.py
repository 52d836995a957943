"""A ceiling that has ended is reported at its last day, once, and an editor may say why there is no other."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.checks.page_index import Overview
from plugins.checks.results import check as check_all
from plugins.checks.rules import expired_ceiling
from tests.plugins.checks.checked import assert_has_words, checked_site
from tests.plugins.model.edits import Reported, replaced, reported

FILE = "rate-ceilings.yaml"
FIRST_DAY = "    valid_from: 2026-01-05\n"
ENDED = replaced(FILE, FIRST_DAY, f"{FIRST_DAY}    valid_to: 2026-06-30\n")
REASON = "# allow expired-ceiling: дереккөз іздеп жатырмыз\nmortgage:"


def found(content: Path, day: date) -> list[Reported]:
    problems = list(expired_ceiling.check(Overview(checked_site(content).content, (), day)))
    assert_has_words(problems)
    return reported(problems)


DAYS = {
    "long before": (date(2026, 1, 5), False),
    "on its last day": (date(2026, 6, 30), False),
    "on the day after": (date(2026, 7, 1), True),
    "years later": (date(2029, 6, 1), True),
}


@pytest.mark.parametrize(("day", "is_reported"), DAYS.values(), ids=DAYS)
def test_a_ceiling_is_reported_from_the_day_after_its_last(content: Path, day: date, is_reported: bool) -> None:
    ENDED(content)
    fault = (FILE, 4, 15, "expired-ceiling", {"kind": "mortgage", "day": "2026-06-30"})
    assert found(content, day) == ([fault] if is_reported else [])


def test_a_ceiling_without_an_end_and_one_that_was_followed_are_fine(content: Path) -> None:
    assert found(content, date(2029, 6, 1)) == []
    period = (content / FILE).read_text(encoding="utf-8").removeprefix("mortgage:\n")
    ENDED(content)
    with (content / FILE).open("a", encoding="utf-8") as opened:
        opened.write(period.replace("2026-01-05", "2026-07-01"))
    assert found(content, date(2029, 6, 1)) == []


def test_a_reason_beside_the_ceiling_excuses_it_and_only_while_it_is_needed(content: Path) -> None:
    replaced(FILE, "mortgage:", REASON)(content)
    site = checked_site(content)
    rules = {"expired-ceiling", "useless-exception"}
    assert [problem.rule for problem in check_all(site) if problem.rule in rules] == ["useless-exception"]
    ENDED(content)
    site = replace(checked_site(content), today=date(2026, 7, 1))
    assert [problem.rule for problem in check_all(site) if problem.rule in rules] == []
