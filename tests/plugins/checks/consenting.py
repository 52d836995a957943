"""A person of the small site with a consent, judged on a day."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.plugins.checks.checked import PartRule, assert_has_words, checked_site
from tests.plugins.model.edits import Reported, reported
from tests.small_site import write

FILE = "honor-board/sample/facts.yaml"
LAST_DAY = date(2026, 12, 31)
CONSENT = f"consent:\n  what: сурет\n  where: осы сайт\n  until: {LAST_DAY}\n"
WITHDRAWN = f"{CONSENT}  withdrawn: true\n"


def found_in_consent(rule: PartRule, content: Path, consent: str, day: date) -> list[Reported]:
    """Return what `rule` reports on `day`; the consent begins on line 3."""
    write(content / FILE, f"portrait: {{file: portrait.svg}}\nmember_since: 2019\n{consent}")
    problems = list(rule(replace(checked_site(content), today=day)))
    assert_has_words(problems)
    return reported(problems)
