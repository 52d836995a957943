"""Pictures whose caption says the same as the words for who cannot see them."""

from pathlib import Path

import pytest

from plugins.checks.rules import alt_repeats_caption
from tests.plugins.checks.checked import CASE_BODY_LINE, reported_by, write_case

REPEATED = {
    "the same": '![Үй](paper.svg "Үй")',
    "in other capitals, with a full stop": '![ҮЙ мен бақ](paper.svg "Үй мен бақ.")',
    "in single quotes": "![Ёлка](paper.svg 'ёлка')",
    "with an address in brackets": '![Үй](<paper.svg> "Үй")',
    "with spaces": '![ Үй  мен бақ ]( paper.svg  "Үй мен  бақ" )',
}
DIFFERENT = {
    "other words": '![екі қабатты үй](paper.svg "Жаңа үй")',
    "a word more": '![Жаңа үй](paper.svg "Үй")',
    "no caption": "![Үй](paper.svg)",
    "no words": '![](paper.svg "")',
    "a link": '[Үй](/news/ "Үй")',
}


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("picture", REPEATED.values(), ids=REPEATED)
def test_a_caption_that_says_the_same_is_reported(content: Path, language: str, picture: str) -> None:
    file = write_case(content, language, f"Ә\n\n{picture}\n\nҒ\n")
    assert [row[:4] for row in reported_by(alt_repeats_caption.check, content)] == [
        (file, CASE_BODY_LINE + 2, 3, "alt-repeats-caption")
    ]


@pytest.mark.parametrize("picture", DIFFERENT.values(), ids=DIFFERENT)
def test_words_of_their_own_are_not_reported(content: Path, picture: str) -> None:
    write_case(content, "kk", f"{picture}\n")
    assert reported_by(alt_repeats_caption.check, content) == []


def test_each_of_three_pictures_is_judged_by_itself(content: Path) -> None:
    file = write_case(content, "kk", '![а](paper.svg "а") ![б](paper.svg "в") ![г](paper.svg "г")\n')
    assert [row[:3] for row in reported_by(alt_repeats_caption.check, content)] == [
        (file, CASE_BODY_LINE, 3), (file, CASE_BODY_LINE, 43),
    ]  # fmt: skip
