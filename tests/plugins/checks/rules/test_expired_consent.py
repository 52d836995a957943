"""A person is shown up to the last day of the consent, and reported from the day after."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from plugins.checks.rules import expired_consent
from tests.plugins.checks.consenting import CONSENT, FILE, LAST_DAY, WITHDRAWN, found_in_consent
from tests.plugins.model.edits import Reported

ENDED = [(FILE, 6, 10, "expired-consent", {"day": "2026-12-31"})]

CASES: dict[str, tuple[str, date, list[Reported]]] = {
    "before the last day": (CONSENT, LAST_DAY - timedelta(1), []),
    "on the last day": (CONSENT, LAST_DAY, []),
    "on the day after": (CONSENT, LAST_DAY + timedelta(1), ENDED),
    "years later": (CONSENT, date(2031, 1, 1), ENDED),
    "withdrawn and ended, which another rule reports": (WITHDRAWN, date(2028, 1, 1), []),
}


@pytest.mark.parametrize(("consent", "day", "expected"), CASES.values(), ids=CASES)
def test_a_consent_is_reported_once_it_has_ended(
    content: Path, consent: str, day: date, expected: list[Reported]
) -> None:
    assert found_in_consent(expired_consent.check, content, consent, day) == expected
