"""Endings joined to figures: what is spoken, what is not, and letters that are no ending."""

import pytest

from plugins.checks.rules import wrong_number_suffix
from tests.plugins.checks.checked import found_in

SPOKEN = {
    "ordinals": "1-ші 2-ші 3-ші 4-ші 5-ші 6-шы 7-ші 8-ші 9-шы 10-шы 20-шы 30-шы 40-шы 50-ші 60-шы 70-ші 80-ші 90-шы 100-ші 1000-шы",
    "dative": "1-ге 2-ге 3-ке 4-ке 5-ке 6-ға 7-ге 8-ге 9-ға 10-ға 20-ға 30-ға 40-қа 50-ге 60-қа 70-ке 80-ге 90-ға 100-ге 1 000-ға",
    "locative": "1-де 3-те 6-да 10-да 40-та 50-де 60-та 70-те 100-де 2023-те 2024-те 2026-да 1 000 000-да",
    "ablative": "1-ден 3-тен 6-дан 10-нан 30-дан 40-тан 80-нен 90-нан 100-ден 1000-нан",
    "genitive": "1-дің 2-нің 3-тің 6-ның 8-дің 10-ның 40-тың 50-дің 100-дің 1000-ның",
    "accusative": "1-ді 2-ні 3-ті 6-ны 8-ді 10-ды 40-ты 80-ді 100-ді 1000-ды",
    "longer endings": "6-шыдан 5-шіге 2026-дағы 2025-тегі 90-дар 3-тік",
    "words, not endings": "5-бап 2023-жыл 1-қатар 10-сынып 9-мамыр 7-20-25 197-II 5-те-біз 3-бөлме",
    "a time of day": "11:00-де 18:00-ге 9:30-да",
    "numbers with a comma": "0,5-ке 7,2-ға",
}
RUSSIAN = "5-й 1-я 3-е 90-е 90-х 2-го 5-му 5-м 90-ми 7-ю 10-летний 4-комнатный 25-процентный 5-тилетка"


@pytest.mark.parametrize("text", SPOKEN.values(), ids=SPOKEN)
def test_what_is_spoken_so_is_not_reported(text: str) -> None:
    assert found_in(wrong_number_suffix.check, text, "kk") == []


def test_russian_endings_of_one_or_two_letters_are_not_reported() -> None:
    assert found_in(wrong_number_suffix.check, RUSSIAN, "ru") == []


# text, language, better for each fault, in order
FAULTS: dict[str, tuple[str, str, dict[str, str]]] = {
    "soft for hard, first": ("6-ші бап", "kk", {"6-ші": "6-шы"}),
    "hard for soft, middle": ("бұл 5-шы бап", "kk", {"5-шы": "5-ші"}),
    "the last word of a number counts": ("46-ші, 40-ші, 300-шы, 5 000-ші", "kk",
        {"46-ші": "46-шы", "40-ші": "40-шы", "300-шы": "300-ші", "5 000-ші": "5 000-шы"}),
    "written with its vowel": ("5-інші, 6-ыншы, 2-нші", "kk", {"5-інші": "5-ші", "6-ыншы": "6-шы", "2-нші": "2-ші"}),
    "an ordinal with an ending, last": ("жылдың 6-шіден", "kk", {"6-шіден": "6-шыдан"}),
    "hardness of the vowel": ("5-қа, 10-ге", "kk", {"5-қа": "5-ке", "10-ге": "10-ға"}),
    "hardness of the consonant": ("3-де, 6-те, 10-дан", "kk", {"3-де": "3-те", "6-те": "6-да", "10-дан": "10-нан"}),
    "a year": ("2023-де, 2026-де", "kk", {"2023-де": "2023-те", "2026-де": "2026-да"}),
    "no-break spaces": ("350\u00a0000-ге", "kk", {"350\u00a0000-ге": "350\u00a0000-ға"}),
    "Russian, first": ("5-ый пункт", "ru", {"5-ый": "5-й"}),
    "Russian, all endings": (
        "5-ого 3-его 5-ому 90-ыми 2-ой 3-ий 1-ая 3-яя 1-ое 3-ее 90-ые 3-ие 1-ую 3-юю 5-ым 3-им 90-ых 3-их", "ru",
        {"5-ого": "5-го", "3-его": "3-го", "5-ому": "5-му", "90-ыми": "90-ми", "2-ой": "2-й", "3-ий": "3-й", "1-ая": "1-я",
         "3-яя": "3-я", "1-ое": "1-е", "3-ее": "3-е", "90-ые": "90-е", "3-ие": "3-е", "1-ую": "1-ю", "3-юю": "3-ю",
         "5-ым": "5-м", "3-им": "3-м", "90-ых": "90-х", "3-их": "3-х"}),
    "Russian, a number that counts": ("около 10-ти лет", "ru", {"10-ти": "10"}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "language", "better"), FAULTS.values(), ids=FAULTS)
def test_what_nobody_would_speak_is_reported_with_what_is_spoken(
    text: str, language: str, better: dict[str, str]
) -> None:
    found = found_in(wrong_number_suffix.check, text, language)
    assert [(column, values["found"], values["better"]) for _, column, values in found] == [
        (text.index(wrong) + 1, wrong, right) for wrong, right in better.items()
    ]


def test_each_language_is_judged_by_its_own_endings() -> None:
    assert found_in(wrong_number_suffix.check, "5-ый", "kk") == []
    assert found_in(wrong_number_suffix.check, "6-ші", "ru") == []
    assert found_in(wrong_number_suffix.check, "6-ші, 5-ый", "en") == []
