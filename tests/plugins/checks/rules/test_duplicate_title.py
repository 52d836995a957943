"""Two pages of one language with the same title: the later path is reported, with the earlier."""

from pathlib import Path

import pytest

from plugins.checks.rules import duplicate_title
from tests.plugins.checks.checked import reported_by_comparing
from tests.plugins.model.edits import Reported, replaced

FIRST, MIDDLE, LAST = "charity/elders", "laws/in-force", "testimonials/sample"
NAMES = {"kk": "Атауы {}", "ru": "Имя {}"}


def retitle(content: Path, item: str, language: str, title: str) -> str:
    file = f"{item}/index.{language}.md"
    replaced(file, f"title: {NAMES[language].format(item)}\n", f"title: {title}\n")(content)
    return file


def same(file: str, other: str, column: int = 8) -> Reported:
    return (file, 2, column, "duplicate-title", {"other": f"content/{other}"})


TITLES = {
    "Kazakh letters": ("Әғқңөұүһі", "Әғқңөұүһі"),
    "with ё": ("Ёлка", "Ёлка"),
    "capitals": ("Жарна қайтарыла ма?", "ЖАРНА ҚАЙТАРЫЛА МА?"),
    "Kazakh capitals": ("әғқңөұүһі", "ӘҒҚҢӨҰҮҺІ"),
    "one in quotation marks": ("Жарна", '"Жарна"'),
    "spaces at the end": ("Жарна", '"Жарна "'),
}


@pytest.mark.parametrize(("one", "two"), TITLES.values(), ids=TITLES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_second_page_with_a_title_is_reported(content: Path, language: str, one: str, two: str) -> None:
    first, last = retitle(content, FIRST, language, one), retitle(content, LAST, language, two)
    assert reported_by_comparing(duplicate_title.check, content) == [same(last, first)]


DIFFERENT = {
    "another word": ("Жарна", "Пай"),
    "a letter that looks alike": ("Жарна", "Жaрна"),  # `mixed-script-word` tells it
    "ё and е": ("Ёлка", "Елка"),
    "қ and к": ("Қала", "Кала"),
    "a part of the other": ("Жарна", "Жарна қайтарыла ма?"),
}


@pytest.mark.parametrize(("one", "two"), DIFFERENT.values(), ids=DIFFERENT)
def test_different_titles_are_not_reported(content: Path, one: str, two: str) -> None:
    retitle(content, FIRST, "ru", one)
    retitle(content, LAST, "ru", two)
    assert reported_by_comparing(duplicate_title.check, content) == []


def test_the_third_page_is_reported_with_the_first_too(content: Path) -> None:
    files = [retitle(content, item, "ru", "Ёлка") for item in (LAST, FIRST, MIDDLE)]
    assert reported_by_comparing(duplicate_title.check, content) == [same(files[2], files[1]), same(files[0], files[1])]


def test_the_same_title_in_both_languages_is_fine(content: Path) -> None:
    for language in ("kk", "ru"):
        retitle(content, FIRST, language, "Өскемен")
    assert reported_by_comparing(duplicate_title.check, content) == []


def test_an_item_that_is_titled_as_its_section_is_reported(content: Path) -> None:
    file = retitle(content, FIRST, "kk", "Бөлім charity")
    assert reported_by_comparing(duplicate_title.check, content) == [same("charity/index.kk.md", file)]


def test_the_small_site_has_no_title_twice(content: Path) -> None:
    assert reported_by_comparing(duplicate_title.check, content) == []
