"""Links of every form to an address without encryption."""

from pathlib import Path

import pytest

from plugins.checks.rules import insecure_link
from tests.plugins.checks.checked import CASE_BODY_LINE, reported_by, write_case

# body, (line of the body, column, address) of each fault
CASES: dict[str, tuple[str, list[tuple[int, int, str]]]] = {
    "first, middle and last": (
        "[а](http://a.kz/) ә\n\n- [б](https://b.kz/) [в](http://v.kz/)\n\nә [г](http://g.kz/)",
        [(1, 5, "http://a.kz/"), (3, 26, "http://v.kz/"), (5, 7, "http://g.kz/")],
    ),
    "in angle brackets": ("Мынау: <http://a.kz/>", [(1, 9, "http://a.kz/")]),
    "an address in angle brackets": ("[а](<http://a.kz/ә>)", [(1, 6, "http://a.kz/ә")]),
    "by reference": ("[а][1]\n\n[1]: http://a.kz/", [(3, 6, "http://a.kz/")]),
    "in capitals": ("[а](HTTP://a.kz/)", [(1, 5, "HTTP://a.kz/")]),
    "around a picture": ("[![үй](paper.svg)](http://a.kz/)", [(1, 20, "http://a.kz/")]),
    "secured": ("[а](https://a.kz/) <https://a.kz/>", []),
    "code": ("`[а](http://a.kz/)`", []),
    "words": ("Мекенжай http: деп басталады.", []),
    "a picture, which another rule reports": ("![үй](http://a.kz/a.jpg)", []),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_link_without_encryption_is_reported(
    content: Path, language: str, body: str, expected: list[tuple[int, int, str]]
) -> None:
    file = write_case(content, language, body)
    assert reported_by(insecure_link.check, content) == [
        (file, CASE_BODY_LINE - 1 + line, column, "insecure-link", {"link": link}) for line, column, link in expected
    ]
