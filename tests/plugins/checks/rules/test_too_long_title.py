"""Titles of at most 80 characters."""

from pathlib import Path

import pytest

from plugins.checks.rules import too_long_title
from tests.plugins.checks.checked import reported_by
from tests.plugins.model.edits import Reported
from tests.small_site import write

KK, RU = "news/meeting/index.kk.md", "faq/how-to-join/index.ru.md"

CASES = {
    "81 letters": ("ә" * 81, 81),
    "with ё": ("ё" * 100, 100),
    "Latin look-alikes": ("o" * 81, 81),
    "in quotation marks, which do not count": (f'"{"ә" * 81}"', 81),
    "words": ("сөз " * 20 + "сөз", 83),
}
FINE = {
    "one letter": "ә",
    "80 letters": "ә" * 80,
    "80 letters, with ё": "ё" * 80,
    "spaces at the ends do not count": f'"  {"ә" * 80}  "',
    "letters of two code units": "𝒜" * 80,
}


def write_title(content: Path, file: str, title: str, more: str = "") -> None:
    write(content / file, f"---\ntitle: {title}\n{more}summary: {'ғ' * 300}\n---\nСөз.\n")


def too_long(file: str, length: int) -> Reported:
    return (file, 2, 8, "too-long-title", {"length": str(length), "most": "80"})


@pytest.mark.parametrize(("title", "length"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("file", [KK, RU, "news/index.kk.md", "loans/index.ru.md"])
def test_a_long_title_is_reported_with_its_length(content: Path, file: str, title: str, length: int) -> None:
    write_title(content, file, title)
    assert reported_by(too_long_title.check, content) == [too_long(file, length)]


@pytest.mark.parametrize("title", FINE.values(), ids=FINE)
def test_a_title_that_fits_is_not_reported(content: Path, title: str) -> None:
    write_title(content, KK, title)
    assert reported_by(too_long_title.check, content) == []


def test_the_first_the_middle_and_the_last_file_are_reported(content: Path) -> None:
    files = [RU, KK, "pages/about/index.ru.md"]
    for file in files:
        write_title(content, file, "ә" * 81)
    assert reported_by(too_long_title.check, content) == [too_long(file, 81) for file in files]


def test_a_short_title_of_the_menu_is_not_counted(content: Path) -> None:
    write_title(content, KK, "Ә", more=f"short_title: {'ұ' * 100}\n")
    assert reported_by(too_long_title.check, content) == []
