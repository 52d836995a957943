"""The order of the Kazakh alphabet, of which the Russian one is a part."""

import random

import pytest

from plugins.language import sort_key

LETTERS = [
    "а", "ә", "б", "в", "г", "ғ", "д", "е", "ё", "ж", "з", "и", "й", "к", "қ", "л", "м", "н", "ң", "о", "ө",
    "п", "р", "с", "т", "у", "ұ", "ү", "ф", "х", "һ", "ц", "ч", "ш", "щ", "ъ", "ы", "і", "ь", "э", "ю", "я",
]  # fmt: skip
"""As the Kazakh alphabet is taught: 42 letters."""
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"


def shuffled(words: list[str]) -> list[str]:
    return random.Random(7).sample(words, len(words))


def test_the_42_letters_stand_in_order() -> None:
    assert len(set(LETTERS)) == 42
    assert sorted(shuffled(LETTERS), key=sort_key) == LETTERS
    assert sorted(shuffled(LETTERS)) != LETTERS


def test_capitals_stand_in_the_same_order() -> None:
    capitals = [letter.upper() for letter in LETTERS]
    assert sorted(shuffled(capitals), key=sort_key) == capitals


def test_the_33_russian_letters_keep_their_order() -> None:
    assert len(RUSSIAN) == 33
    assert sorted(shuffled(list(RUSSIAN)), key=sort_key) == list(RUSSIAN)


WORDS = {
    "ә after а": ["ара", "аяқ", "әке"],
    "ғ after г": ["гүл", "гігиена", "ғалым"],
    "қ after к": ["кітап", "қала", "лақ"],
    "ң after н": ["ана", "аң", "ао"],
    "ө after о": ["оюшы", "өзен", "пайда"],
    "ұ and ү after у": ["уә", "ұя", "үй", "фермер"],
    "һ after х": ["хат", "һәм", "цирк"],
    "і after ы": ["ыдыс", "іс", "эра"],
    "ё after е": ["еж", "ель", "ёж", "ёлка", "жар"],
    "Kazakh towns": ["Ақтөбе", "Алматы", "Астана", "Әулиеата", "Қостанай", "Өскемен", "Үштөбе", "Шымкент"],
    "Russian towns": ["Актобе", "Алма-Ата", "Ёлкино", "Костанай", "Усть-Каменогорск"],
    "shorter first": ["ау", "ауыл", "ауылы"],
    "second letter decides": ["қала", "қәзір", "қой", "қөк"],
    "capitals beside small letters": ["Ана", "аналар", "Аналық"],
    "digits and spaces before letters": ["1-бап", "2-бап", "а б", "аа"],
    "Latin before Cyrillic": ["Bank", "банк"],
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_words_stand_in_alphabetical_order(words: list[str]) -> None:
    assert sorted(shuffled(words), key=sort_key) == words


@pytest.mark.parametrize(
    ("one", "other"), [("й", "и\u0306"), ("ё", "е\u0308"), ("Қала", "қала"), ("ЁЛКА", "ёлка")], ids=repr
)
def test_two_ways_to_write_a_letter_have_one_place(one: str, other: str) -> None:
    assert one != other
    assert sort_key(one) == sort_key(other)


def test_an_empty_word_stands_first() -> None:
    assert sorted(["ә", "", "а"], key=sort_key) == ["", "а", "ә"]
