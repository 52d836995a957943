"""A person who has withdrawn the consent is not shown, whatever the day."""

from datetime import date
from pathlib import Path

import pytest

from plugins.checks.rules import withdrawn_consent
from tests.plugins.checks.consenting import CONSENT, FILE, WITHDRAWN, found_in_consent
from tests.plugins.model.edits import Reported

TAKEN_BACK = [(FILE, 7, 14, "withdrawn-consent", {})]

CASES: dict[str, tuple[str, date, list[Reported]]] = {
    "while it would last": (WITHDRAWN, date(2026, 1, 1), TAKEN_BACK),
    "after it would have ended": (WITHDRAWN, date(2028, 1, 1), TAKEN_BACK),
    "not withdrawn": (f"{CONSENT}  withdrawn: false\n", date(2026, 1, 1), []),
    "not withdrawn and ended, which another rule reports": (CONSENT, date(2028, 1, 1), []),
}


@pytest.mark.parametrize(("consent", "day", "expected"), CASES.values(), ids=CASES)
def test_a_withdrawn_consent_is_reported(content: Path, consent: str, day: date, expected: list[Reported]) -> None:
    assert found_in_consent(withdrawn_consent.check, content, consent, day) == expected
