"""Links and paths that name a language: in texts, front matter, facts, and spelled out with the address of the site."""

from pathlib import Path

import pytest

from plugins.checks.rules import cross_language_link
from tests.plugins.checks.checked import CASE_BODY_LINE, reported_by, write_case
from tests.plugins.model.edits import replaced

# body, (line of the body, column, address, what to write) of each fault
CASES: dict[str, tuple[str, list[tuple[int, int, str, str]]]] = {
    "first, middle and last": (
        "[а](/ru/faq/) ә\n\n- [б](/news/) [в](/kk/news/)\n\nә [г](/ru/)",
        [(1, 5, "/ru/faq/", "/faq/"), (3, 19, "/kk/news/", "/news/"), (5, 7, "/ru/", "/")],
    ),
    "by reference": ("[а][1]\n\n[1]: /ru/faq/", [(3, 6, "/ru/faq/", "/faq/")]),
    "in angle brackets": ("[а](</ru/faq/>)", [(1, 6, "/ru/faq/", "/faq/")]),
    "in capitals": ("[а](/RU/faq/)", [(1, 5, "/RU/faq/", "/faq/")]),
    "spelled out": ("[а](https://small.example/ru/faq/)", [(1, 5, "https://small.example/ru/faq/", "/faq/")]),
    "bare": ("Мұнда: small.example/kk/news/", [(1, 8, "small.example/kk/news/", "/news/")]),
    "no language": ("[а](/faq/) [б](/russia/) [в](https://example.org/ru/)", []),
    "spelled out without a language, which another rule reports": ("[а](https://small.example/faq/)", []),
    "code": ("`[а](/ru/faq/)`", []),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_path_with_a_language_is_reported_with_the_right_one(
    content: Path, language: str, body: str, expected: list[tuple[int, int, str, str]]
) -> None:
    file = write_case(content, language, body)
    assert reported_by(cross_language_link.check, content) == [
        (file, CASE_BODY_LINE - 1 + line, column, "cross-language-link", {"link": link, "better": better})
        for line, column, link, better in expected
    ]


def test_a_language_in_a_button_and_the_next_pages_is_reported(content: Path) -> None:
    replaced("pages/home/index.ru.md", "link: /faq/how-to-join/", "link: /ru/faq/how-to-join/")(content)
    replaced("faq/how-to-join/facts.yaml", "next: [/news/", "next: [/kk/news/")(content)
    assert reported_by(cross_language_link.check, content) == [
        ("faq/how-to-join/facts.yaml", 5, 8, "cross-language-link", {"link": "/kk/news/", "better": "/news/"}),
        ("pages/home/index.ru.md", 7, 35, "cross-language-link", {"link": "/ru/faq/how-to-join/", "better": "/faq/how-to-join/"}),
    ]  # fmt: skip
