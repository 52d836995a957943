"""Addresses that lead through another site."""

from pathlib import Path

import pytest

from plugins.checks.rules import redirected_link
from tests.plugins.checks.marked_body import found_and_marked

CASES = {
    "first, middle and last": "[а](‹›https://www.google.com/url?q=https://adilet.zan.kz/) ә\n\n- ‹›bit.ly/abc\n- бір\n\nә ‹›clck.ru/a",
    "of a social network": "Толығырақ: ‹›https://vk.com/away.php?to=https%3A%2F%2Fegov.kz",
    "by reference": "[а][1]\n\n[1]: ‹›https://bit.ly/abc",
    "the page itself": "[а](https://adilet.zan.kz/kaz/docs/Z010000197_)",
    "an address in a query": "[а](https://example.kz/?q=bit)",
    "a film, which another rule reports": "[а](https://youtu.be/abc)",
}


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_redirect_is_reported(content: Path, language: str, body: str) -> None:
    found, marked = found_and_marked(redirected_link.check, content, language, body)
    assert found == marked
