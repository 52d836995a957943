"""A sentence in the other language is reported where it begins, in the first, middle and last place."""

import pytest

from plugins.checks.rules import foreign_sentence
from tests.plugins.checks.checked import found_in
from tests.plugins.checks.foreign_words import FINE, KK, KK_MORE, RU, RU_MORE, columns_in

CASES: dict[str, tuple[str, str, list[int]]] = {
    "first": ("kk", f"{RU} {KK} {KK_MORE}", [1]),
    "middle": ("kk", f"{KK} {RU} {KK_MORE}", [len(KK) + 2]),
    "last": ("kk", f"{KK} {KK_MORE} {RU}", [len(KK) + len(KK_MORE) + 3]),
    "middle, in Russian": ("ru", f"{RU} {KK} {RU_MORE}", [len(RU) + 2]),
    "English, last": ("kk", f"{KK} The meeting was held last week.", [len(KK) + 2]),
    "Latin letters, first": ("ru", f"Salem, bul bizdin saity. {RU}", [1]),
    "a title in quotes": ("ru", "Мы прочитали «The history of cooperation in villages» вместе.", []),
    "a heading of two languages": ("kk", "Жалпы жиналыс (Общее собрание)", [16]),
    "the whole passage, which another rule reports": ("kk", f"{RU} {RU_MORE}", []),
    **{name: (language, text, []) for name, (language, text) in FINE.items()},
}


@pytest.mark.parametrize(("language", "text", "expected"), CASES.values(), ids=CASES)
def test_a_sentence_in_the_other_language_is_reported(language: str, text: str, expected: list[int]) -> None:
    assert columns_in(foreign_sentence.check, text, language) == expected


def test_the_message_shows_the_words_and_both_languages() -> None:
    ((_, _, values),) = found_in(foreign_sentence.check, f"{KK} {RU} {KK_MORE}")
    assert values == {"found": RU, "language": "in-ru", "expected": "in-kk", "cure": "foreign-mark-ru"}
