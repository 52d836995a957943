"""Pictures without words."""

from pathlib import Path

import pytest

from plugins.checks.rules import missing_alt
from tests.plugins.checks.checked import CASE_BODY_LINE, reported_by, write_case
from tests.small_site import index_text, write

# body, (line of the body, column, file) of each fault
CASES: dict[str, tuple[str, list[tuple[int, int, str]]]] = {
    "alone": ("![](paper.svg)", [(1, 1, "paper.svg")]),
    "a space for words": ("Сурет: ![ ](paper.svg)", [(1, 8, "paper.svg")]),
    "no-break spaces for words": ("![\u00a0\u00a0](paper.svg)", [(1, 1, "paper.svg")]),
    "first, middle and last": (
        "![](а.svg) ![үй](б.svg) ![](в.svg)\n\n- ![](ё.svg)", [(1, 1, "а.svg"), (1, 25, "в.svg"), (3, 3, "ё.svg")],
    ),
    "in a cell": ("| А | Ә |\n|---|---|\n| б | ![](paper.svg) |", [(3, 7, "paper.svg")]),
    "inside a link": ("[![](paper.svg)](/news/)", [(1, 2, "paper.svg")]),
    "with a title": ('![](paper.svg "Атауы")', [(1, 1, "paper.svg")]),
    "with a space in the brackets": ("![]( paper.svg )", [(1, 1, "paper.svg")]),
    "with pointed brackets": ("![](<paper.svg>)", [(1, 1, "paper.svg")]),
    "by reference": ("Сөз ![][қағаз]\n\n[қағаз]: paper.svg", [(1, 5, "paper.svg")]),
    "a Kazakh name": ("![](сурет-әғқңөұүһі.svg)", [(1, 1, "сурет-әғқңөұүһі.svg")]),
    "Latin look-alikes in the name": ("![](сaр.svg)", [(1, 1, "сaр.svg")]),
    "no file": ("![]()", [(1, 1, "")]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_picture_without_words_is_reported(
    content: Path, language: str, body: str, expected: list[tuple[int, int, str]]
) -> None:
    file = write_case(content, language, body)
    assert reported_by(missing_alt.check, content) == [
        (file, CASE_BODY_LINE - 1 + line, column, "missing-alt", {"file": name}) for line, column, name in expected
    ]


FINE = {
    "no picture": "Сөз (жақша) [сілтеме](/news/)",
    "words": "![Қызыл көлік, бүйірінен](paper.svg)",
    "words with ё": "![Ёлка](paper.svg)",
    "one letter": "![ә](paper.svg)",
    "words by reference": "![үй][қағаз]\n\n[қағаз]: paper.svg",
    "a link without words, which another rule tells": "[](/news/)",
    "a list of tasks": "- [] бірінші\n- [ ] екінші",
    "an exclamation mark before brackets": "Міне! [](paper.svg)",
}


@pytest.mark.parametrize("body", FINE.values(), ids=FINE)
def test_a_picture_with_words_is_not_reported(content: Path, body: str) -> None:
    write_case(content, "kk", body)
    assert reported_by(missing_alt.check, content) == []


def test_a_picture_above_a_list_is_checked(content: Path) -> None:
    write(content / "news/index.kk.md", index_text("Ә", "Ғ", body="Сөз.\n![](a.svg)"))
    assert reported_by(missing_alt.check, content) == [("news/index.kk.md", 6, 1, "missing-alt", {"file": "a.svg"})]
