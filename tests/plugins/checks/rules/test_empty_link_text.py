"""Links whose words are missing or do not say where they lead."""

from pathlib import Path

import pytest

from plugins.checks.rules import empty_link_text
from tests.plugins.checks.checked import CASE_BODY_LINE, reported_by, write_case

# body, (line of the body, column) of each fault
CASES: dict[str, tuple[str, list[tuple[int, int]]]] = {
    "first, middle and last": ("[](/news/) ә\n\n- [ ](/news/) ғ\n\nә [мұнда](/news/)", [(1, 1), (3, 3), (5, 3)]),
    "Kazakh words that say nothing": ("[осында](/news/) [Толығырақ…](/news/)", [(1, 1), (1, 18)]),
    "Russian words that say nothing": ("[здесь](/news/) [**Подробнее**](/news/)", [(1, 1), (1, 17)]),
    "by reference": ("[ ][1]\n\n[1]: /news/", [(1, 1)]),
    "words": ("[жаңалықтар](/news/) [ёлка](/news/)", []),
    "words around one that says nothing": ("[мұнда не жазылған](/news/)", []),
    "a picture with words": ("[![үй](paper.svg)](/news/)", []),
    "a picture without words, which another rule reports": ("[![](paper.svg)](/news/)", []),
    "the address itself": ("<https://example.kz/>", []),
}


@pytest.mark.parametrize(("body", "places"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_link_that_says_nothing_is_reported(
    content: Path, language: str, body: str, places: list[tuple[int, int]]
) -> None:
    file = write_case(content, language, body)
    assert reported_by(empty_link_text.check, content) == [
        (file, CASE_BODY_LINE - 1 + line, column, "empty-link-text", {"link": "/news/"}) for line, column in places
    ]
