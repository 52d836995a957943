"""Consents: shown while they last, refused from the day after."""

from datetime import date
from pathlib import Path

import pytest

from plugins.checks.results import check
from plugins.checks.site import CheckedSite
from plugins.markdown import convert_all
from plugins.model import load_content
from tests.small_site import write_small_site

CONSENT = "consent:\n  what: сурет\n  where: осы сайт\n  until: 2026-12-31\n"

CASES = {
    "before the last day": (CONSENT, date(2026, 12, 30), []),
    "on the last day": (CONSENT, date(2026, 12, 31), []),
    "on the day after": (CONSENT, date(2027, 1, 1), [("expired-consent", 6, 10)]),
    "withdrawn": (f"{CONSENT}  withdrawn: true\n", date(2026, 1, 1), [("withdrawn-consent", 7, 14)]),
    "withdrawn and ended": (f"{CONSENT}  withdrawn: true\n", date(2028, 1, 1), [("withdrawn-consent", 7, 14)]),
}


def told(root: Path, day: date) -> list[tuple[str, str, int, int]]:
    content = load_content(root / "content")
    documents = convert_all((body.source for body in content.all_bodies()), root / ".cache")
    found = check(CheckedSite(content, documents, root, day))
    return [(problem.path, problem.rule, problem.line, problem.column) for problem in found]


@pytest.mark.parametrize(("consent", "day", "expected"), CASES.values(), ids=CASES)
def test_a_person_is_shown_only_while_consent_lasts(
    tmp_path: Path, consent: str, day: date, expected: list[tuple[str, int, int]]
) -> None:
    facts = write_small_site(tmp_path) / "honor-board/sample/facts.yaml"
    facts.write_text(f"portrait: {{file: portrait.svg}}\nmember_since: 2019\n{consent}", encoding="utf-8")
    path = "content/honor-board/sample/facts.yaml"
    laws = {"law-check-expired", "expired-figure"}
    assert [one for one in told(tmp_path, day) if one[1] not in laws] == [(path, *one) for one in expected]


@pytest.mark.parametrize(
    ("day", "warned"), [(date(2027, 11, 22), False), (date(2027, 11, 23), True)], ids=["after a year", "a day later"]
)
def test_an_act_is_to_be_checked_within_a_year(tmp_path: Path, day: date, warned: bool) -> None:
    write_small_site(tmp_path)
    found = [one for one in told(tmp_path, day) if one[1] == "law-check-expired"]
    lines = [number for number, line in enumerate((tmp_path / "content/acts.yaml").read_text().split("\n"), start=1)
             if line.startswith("  checked:")]  # fmt: skip
    assert found == ([("content/acts.yaml", "law-check-expired", line, 12) for line in lines] if warned else [])
