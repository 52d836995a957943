"""Levels of headings: what Markdown makes of a line, not how the line looks."""

from pathlib import Path

import pytest

from plugins.checks.rules import skipped_heading_level
from tests.plugins.checks.checked import CASE_BODY_LINE, reported_by, write_case
from tests.small_site import index_text, write

# body, (line of the body, column, found, better) of each fault
CASES: dict[str, tuple[str, list[tuple[int, int, str, str]]]] = {
    "the first level, first line": ("# Тақырып\n\nСөз", [(1, 1, "#", "##")]),
    "the first level, last": ("## Бірінші\n\nСөз\n\n# Екінші", [(5, 1, "#", "###")]),
    "a level skipped at once": ("### Үшінші", [(1, 1, "###", "##")]),
    "a level skipped in the middle": ("## А\n\n#### Ә\n\n## Б", [(3, 1, "####", "###")]),
    "two levels skipped, last": ("## А\n\n### Ә\n\n###### Б", [(5, 1, "######", "####")]),
    "first, middle and last": (
        "# А\n\n### Ё\n\n## В\n\n#### Г", [(1, 1, "#", "##"), (3, 1, "###", "##"), (7, 1, "####", "###")],
    ),
    "without a space": ("#Тақырып", [(1, 1, "#", "##")]),
    "a number sign at the beginning of a line": ("Сөз\n#1 орын", [(2, 1, "#", "##")]),
    "underlined": ("Сөз\n\nТақырып\n=======", [(3, 1, "#", "##")]),
    "in a quotation": ("> # әғқңөұүһі", [(1, 3, "#", "##")]),
    "in a list": ("- #### А", [(1, 3, "####", "##")]),
    "the second of two equal levels": ("## А\n\n#### Б\n\n#### В", [(3, 1, "####", "###")]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_skipped_level_is_reported_at_its_heading(
    content: Path, language: str, body: str, expected: list[tuple[int, int, str, str]]
) -> None:
    file = write_case(content, language, body)
    assert reported_by(skipped_heading_level.check, content) == [
        (file, CASE_BODY_LINE - 1 + line, column, "skipped-heading-level", {"found": found, "better": better})
        for line, column, found, better in expected
    ]


FINE = {
    "no heading": "Сөз",
    "one": "## А",
    "down one at a time": "## А\n\n### Ә\n\n#### Б\n\n##### В\n\n###### Г",
    "up by several": "## А\n\n### Ә\n\n#### Б\n\n## В",
    "with ids": "## А {#a}\n\n### Ё {#b}",
    "underlined, the second level": "Тақырып\n-------\n\n### Ә",
    "a line and a rule": "Сөз\n\n---\n\nСөз\n\n***",
    "a number sign inside a line": "Сөз # сөз, №#1",
    "an escaped sign": "\\# А",
    "code": "    # А\n\n`# Ә`",
    "a table": "| # | А |\n|---|---|\n| # | Ә |",
}


@pytest.mark.parametrize("body", FINE.values(), ids=FINE)
def test_a_right_level_is_not_reported(content: Path, body: str) -> None:
    write_case(content, "ru", body)
    assert reported_by(skipped_heading_level.check, content) == []


def test_code_before_a_wrong_heading_does_not_take_its_place_when_levels_differ(content: Path) -> None:
    file = write_case(content, "kk", "    ## код\n\n#### Тақырып")
    values = {"found": "####", "better": "##"}
    assert reported_by(skipped_heading_level.check, content) == [
        (file, CASE_BODY_LINE + 2, 1, "skipped-heading-level", values)
    ]


def test_a_heading_above_a_list_is_checked(content: Path) -> None:
    write(content / "news/index.kk.md", index_text("Ә", "Ғ", body="Сөз.\n\n### Үшінші"))
    values = {"found": "###", "better": "##"}
    assert reported_by(skipped_heading_level.check, content) == [
        ("news/index.kk.md", 7, 1, "skipped-heading-level", values)
    ]
