"""Summaries of at most 200 characters."""

from pathlib import Path

import pytest

from plugins.checks.rules import too_long_summary
from tests.plugins.checks.checked import reported_by
from tests.plugins.model.edits import Reported
from tests.small_site import write

KK, RU = "news/meeting/index.kk.md", "faq/how-to-join/index.ru.md"

CASES = {
    "201 letters": ("ғ" * 201, 201),
    "with ё": ("ё" * 300, 300),
    "Latin look-alikes": ("a" * 201, 201),
    "in quotation marks, which do not count": (f"'{'ғ' * 201}'", 201),
    "words": ("сөз " * 50 + "сөз", 203),
}
FINE = {
    "one letter": "ғ",
    "200 letters": "ғ" * 200,
    "200 letters, with ё": "Ё" * 200,
    "spaces at the ends do not count": f'" {"ғ" * 200} "',
    "letters of two code units": "👨" * 200,
    "over two lines": "сөз\n  " * 40 + "сөз",
}


def write_summary(content: Path, file: str, summary: str) -> None:
    write(content / file, f"---\ntitle: {'ә' * 100}\nsummary: {summary}\n---\nСөз.\n")


def too_long(file: str, length: int) -> Reported:
    return (file, 3, 10, "too-long-summary", {"length": str(length), "most": "200"})


@pytest.mark.parametrize(("summary", "length"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("file", [KK, RU, "news/index.kk.md", "loans/index.ru.md"])
def test_a_long_summary_is_reported_with_its_length(content: Path, file: str, summary: str, length: int) -> None:
    write_summary(content, file, summary)
    assert reported_by(too_long_summary.check, content) == [too_long(file, length)]


@pytest.mark.parametrize("summary", FINE.values(), ids=FINE)
def test_a_summary_that_fits_is_not_reported(content: Path, summary: str) -> None:
    write_summary(content, KK, summary)
    assert reported_by(too_long_summary.check, content) == []


def test_the_first_the_middle_and_the_last_file_are_reported(content: Path) -> None:
    files = [RU, KK, "pages/about/index.ru.md"]
    for file in files:
        write_summary(content, file, "ә" * 201)
    assert reported_by(too_long_summary.check, content) == [too_long(file, 201) for file in files]
