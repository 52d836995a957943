"""A whole passage in the other language is reported where it begins."""

import pytest

from plugins.checks.passages import Kind
from plugins.checks.rules import foreign_block
from tests.plugins.checks.checked import passage
from tests.plugins.checks.foreign_words import FINE, KK, KK_MORE, RU, RU_MORE, columns_in

CASES: dict[str, tuple[str, str, list[int]]] = {
    "Russian for Kazakh": ("kk", f"{RU} {RU_MORE}", [1]),
    "Kazakh for Russian": ("ru", f"{KK} {KK_MORE}", [1]),
    "English": ("kk", "The general meeting took place on Saturday.", [1]),
    "two English words": ("ru", "Read more", [1]),
    "Kazakh in Latin letters": ("ru", "Salem, bul bizdin saity.", [1]),
    "Russian in Latin letters": ("kk", "Eto nash sait, dobro pozhalovat.", [1]),
    "names in Latin letters": ("kk", "Kaspi Gold, Halyk Bank", []),
    "a name with small words": ("ru", "Rochdale Society of Equitable Pioneers", []),
    "after blanks": ("kk", f"   {RU}", [4]),
    "one sentence of three, which another rule reports": ("kk", f"{KK} {RU} {KK_MORE}", []),
    **{name: (language, text, []) for name, (language, text) in FINE.items()},
}


@pytest.mark.parametrize(("language", "text", "expected"), CASES.values(), ids=CASES)
def test_a_passage_in_the_other_language_is_reported(language: str, text: str, expected: list[int]) -> None:
    assert columns_in(foreign_block.check, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("kk", "Усть-Каменогорск", [1]),
        ("ru", "Өскемен", [1]),
        ("kk", "Өскемен", []),
        ("ru", "Усть-Каменогорск", []),
        ("kk", "Семей", []),
    ],
)
def test_a_town_of_facts_has_its_name_in_each_language(language: str, text: str, expected: list[int]) -> None:
    assert columns_in(foreign_block.check, text, language, Kind.WORDS) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("Укажите фамилию и год рождения", [1]), ("inv check", []), ("title:", []), ("сома", [])]
)
def test_words_in_code_are_read_and_signs_are_not(text: str, expected: list[int]) -> None:
    assert columns_in(foreign_block.check, text, "kk", Kind.CODE) == expected


@pytest.mark.parametrize(
    ("text", "kind", "cure"),
    [
        ("Общее собрание прошло вчера.", Kind.PARAGRAPH, "foreign-mark-ru"),
        ("The meeting was held last week.", Kind.LIST_ITEM, "foreign-mark-en"),
        ("Общее собрание прошло вчера.", Kind.WORDS, "foreign-value-block"),
        ("Общее собрание прошло вчера.", Kind.ALT, "foreign-retell"),
    ],
)
def test_words_that_must_stay_are_marked_where_a_mark_is_read(text: str, kind: Kind, cure: str) -> None:
    (problem,) = foreign_block.check(passage(text, "kk")._replace(kind=kind))
    assert problem.values["cure"] == cure
