"""Latin letters inside Cyrillic words: named, placed, and reported with how to write instead."""

import pytest

from plugins.checks.passages import Kind, Passage
from plugins.checks.rules import mixed_script_word

CASES = {
    "Latin i": ("мүшелiк", [(1, "мүшелiк", "мүшелік", "`i` (U+0069) → `і` (U+0456)")]),
    "in the middle of a line": (
        "жаңа кoоператив құрылды",
        [(6, "кoоператив", "кооператив", "`o` (U+006F) → `о` (U+043E)")],
    ),
    "two words": (
        "тiркеу мен бiлім",
        [(1, "тiркеу", "тіркеу", "`i` (U+0069) → `і` (U+0456)"), (12, "бiлім", "білім", "`i` (U+0069) → `і` (U+0456)")],
    ),
    "two letters of one word": (
        "тeкcт",
        [(1, "тeкcт", "текст", "`e` (U+0065) → `е` (U+0435), `c` (U+0063) → `с` (U+0441)")],
    ),
    "a Cyrillic letter in a Latin word": (
        "Telegrаm арқылы",
        [(1, "Telegrаm", "Telegram", "`а` (U+0430) → `a` (U+0061)")],
    ),
    "a Cyrillic letter in a Latin name": (
        "ол WhatsАpp ашты",
        [(4, "WhatsАpp", "WhatsApp", "`А` (U+0410) → `A` (U+0041)")],
    ),
    "an abbreviation with an ending": ("IT-маман, QR-код, KZ-тегі, COVID-тен, Wi-Fi", []),
    "Cyrillic only": ("кооператив мүшелігі, ещё, ё", []),
    "Latin only": ("Rochdale Society of Equitable Pioneers", []),
    "numbers of laws": ("№ 197-II, 450-I, 372-V", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_hidden_letter_is_named_and_the_right_word_given(
    text: str, expected: list[tuple[int, str, str, str]]
) -> None:
    passage = Passage("a", "kk", Kind.PARAGRAPH, text, 3, 1)
    found = [
        (problem.column, problem.values["found"], problem.values["better"], problem.values["letters"])
        for problem in mixed_script_word.check(passage)
    ]
    assert found == expected


ALONE = {
    "first": ("A мы ждали.", [(1, "A", "А", "`A` (U+0041) → `А` (U+0410)")]),
    "middle": ("мы c соседями", [(4, "c", "с", "`c` (U+0063) → `с` (U+0441)")]),
    "after a comma": ("взнос, a не заём", [(8, "a", "а", "`a` (U+0061) → `а` (U+0430)")]),
    "a Greek letter": ("кοоператив", [(1, "кοоператив", "кооператив", "`ο` (U+03BF) → `о` (U+043E)")]),
    "a point of a list": ("пункты a и b", []),
    "a Cyrillic word": ("мы с соседями", []),
    "a Greek word": ("слово κοινωνία по-гречески", []),
}


IN_KAZAKH = {
    "middle": ("бұл іс a ғана емес", [(8, "a")]),
    "first": ("O дүние", [(1, "O")]),
    "points of a list": ("a мен b тармақтары, х пен y", []),
}


@pytest.mark.parametrize(("text", "expected"), IN_KAZAKH.values(), ids=IN_KAZAKH)
def test_a_latin_letter_alone_is_told_in_kazakh_too(text: str, expected: list[tuple[int, str]]) -> None:
    found = mixed_script_word.check(Passage("a", "kk", Kind.PARAGRAPH, text, 3, 1))
    assert [(problem.column, problem.values["found"]) for problem in found] == expected


@pytest.mark.parametrize(("text", "expected"), ALONE.values(), ids=ALONE)
def test_a_latin_letter_that_stands_for_a_word_is_reported(
    text: str, expected: list[tuple[int, str, str, str]]
) -> None:
    passage = Passage("a", "ru", Kind.PARAGRAPH, text, 3, 1)
    found = [
        (problem.column, problem.values["found"], problem.values["better"], problem.values["letters"])
        for problem in mixed_script_word.check(passage)
    ]
    assert found == expected
