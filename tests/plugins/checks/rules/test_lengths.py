"""Titles of at most 80 characters, summaries of at most 200."""

from pathlib import Path

import pytest

from plugins.checks.rules import too_long_summary, too_long_title
from tests.plugins.checks.checked import together, told_by
from tests.plugins.model.edits import Told
from tests.small_site import write

LENGTHS = together(too_long_summary.check, too_long_title.check)

KK, RU = "news/meeting/index.kk.md", "faq/how-to-join/index.ru.md"


def front_matter(content: Path, file: str, title: str, summary: str) -> str:
    write(content / file, f"---\ntitle: {title}\nsummary: {summary}\n---\nСөз.\n")
    return file


def title(file: str, length: int, column: int = 8) -> Told:
    return (file, 2, column, "too-long-title", {"length": str(length), "most": "80"})


def summary(file: str, length: int) -> Told:
    return (file, 3, 10, "too-long-summary", {"length": str(length), "most": "200"})


# title, summary, length of each where it is told
CASES: dict[str, tuple[str, str, int, int]] = {
    "a title of 81": ("ә" * 81, "ғ", 81, 0),
    "a summary of 201": ("ә", "ғ" * 201, 0, 201),
    "both": ("қ" * 120, "ң" * 400, 120, 400),
    "with ё": ("ё" * 100, "Ё", 100, 0),
    "Latin look-alikes": ("o" * 81, "a" * 201, 81, 201),
    "in quotation marks, which do not count": (f'"{"ә" * 81}"', f"'{'ғ' * 201}'", 81, 201),
    "words": ("сөз " * 20 + "сөз", "сөз " * 50 + "сөз", 83, 203),
}


@pytest.mark.parametrize(("words", "sentence", "of_title", "of_summary"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("file", [KK, RU, "news/index.kk.md", "loans/index.ru.md"])
def test_what_is_too_long_is_told_with_its_length(
    content: Path, file: str, words: str, sentence: str, of_title: int, of_summary: int
) -> None:
    front_matter(content, file, words, sentence)
    expected = [title(file, of_title)] * bool(of_title) + [summary(file, of_summary)] * bool(of_summary)
    assert told_by(LENGTHS, content) == expected


FINE = {
    "one letter": ("ә", "ғ"),
    "as long as may be": ("ә" * 80, "ғ" * 200),
    "as long as may be, with ё": ("ё" * 80, "Ё" * 200),
    "spaces at the ends do not count": (f'"  {"ә" * 80}  "', f'" {"ғ" * 200} "'),
    "a letter of two code units": ("𝒜" * 80, "👨" * 200),
    "a summary over two lines": ("ә", "сөз\n  " * 40 + "сөз"),
}


@pytest.mark.parametrize(("words", "sentence"), FINE.values(), ids=FINE)
def test_what_fits_is_not_told(content: Path, words: str, sentence: str) -> None:
    front_matter(content, KK, words, sentence)
    assert told_by(LENGTHS, content) == []


def test_the_first_the_middle_and_the_last_file_are_told(content: Path) -> None:
    files = [front_matter(content, file, "ә" * 81, "ғ") for file in (RU, KK, "pages/about/index.ru.md")]
    assert told_by(LENGTHS, content) == [title(file, 81) for file in files]


def test_a_short_title_of_the_menu_is_not_counted(content: Path) -> None:
    write(content / KK, f"---\ntitle: Ә\nshort_title: {'ұ' * 100}\nsummary: Ғ\n---\nСөз.\n")
    assert told_by(LENGTHS, content) == []
